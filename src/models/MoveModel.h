#pragma once

#include "models/AppointmentCommands.h"
#include "models/CollisionHost.h"
#include "models/SlotKeeper.h"
#include "models/VisitWatch.h"

#include <memory>

namespace ClinicDesk {

class Catalogue;
class DayModel;
class Services;

/// Moving and resizing: from begin() the visit is watched, commit() sends it once, with the version
/// the person saw. The day shows it in its new place as saving until the answer; then it stays
/// there, or springs back, and a taken time has its alternatives offered. GUI thread.
class MoveModel final : public CollisionHost
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MoveModel)
public:
    MoveModel(Services &services, DayModel &day, Catalogue &catalogue, const Session &session,
              QObject *parent = nullptr);

    /// The person takes hold of it; changedElsewhere() is told until end() or commit().
    void begin(const AppointmentRow &row);
    void end();
    [[nodiscard]] const std::optional<AppointmentRow> &begun() const { return m_begun; }
    /// Sends what was begun. moved(), failed() or collided() follows.
    void commit(const FreeSlot &to);

    [[nodiscard]] Purpose purpose() const override { return Purpose::Move; }
    [[nodiscard]] Collision *collision() override { return m_collision.get(); }
    void takeAlternative() override;
    void leaveCollision() override;
    [[nodiscard]] bool isTaking() const override { return m_sending; }
    [[nodiscard]] std::optional<Error> collisionProblem() const override { return m_problem; }

Q_SIGNALS:
    void moved(const ClinicDesk::DoneCommand &command);
    void failed(const ClinicDesk::AppointmentRow &row, const ClinicDesk::Error &error);
    /// What was begun has been changed by somebody else, and has ended by that.
    void changedElsewhere(const ClinicDesk::VisitChange &change);

private:
    void send(const AppointmentRow &row, const FreeSlot &to);
    void onAnswer(const AppointmentRow &row, const FreeSlot &to, const Result<Appointment> &answer);
    void collide(const AppointmentRow &row, const FreeSlot &wanted, const Error &error);
    void closeCollision();
    void onWatched(const VisitChange &change);

    AppointmentService &m_appointments;
    DayModel &m_day;
    Catalogue &m_catalogue;
    ClinicClock m_clock;
    VisitWatch m_watch;
    SlotKeeper m_keeper;
    std::optional<AppointmentRow> m_begun;
    AppointmentRow m_colliding; ///< the one that looks for another place
    std::unique_ptr<Collision> m_collision;
    std::optional<Error> m_problem;
    bool m_sending = false; ///< an alternative is on its way
};

} // namespace ClinicDesk
