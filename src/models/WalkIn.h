#pragma once

#include "domain/Error.h"
#include "models/ClinicClock.h"

#include <QObject>

#include <optional>

namespace ClinicDesk {

class AppointmentService;
class Catalogue;

/// Which doctor's slot that is running now a patient without an appointment can have. GUI thread.
class WalkIn final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WalkIn)
public:
    WalkIn(AppointmentService &appointments, Catalogue &catalogue, const ClinicClock &clock,
           QObject *parent = nullptr);

    /// found() with this doctor's running slot or, where it is not free, with the first doctor's
    /// whose is; one who need not confirm it comes first, since a slot that has begun cannot be
    /// confirmed any more. Else nothingFree(). The last call wins. `minutes`: the visit's length.
    void find(DoctorId doctor, int minutes);

Q_SIGNALS:
    void found(const ClinicDesk::FreeSlot &slot);
    /// The soonest time of today, if there is one.
    void nothingFree(const std::optional<ClinicDesk::FreeSlot> &next);
    void failed(const ClinicDesk::Error &error);

private:
    void onAnswer(DoctorId wanted, const QList<FreeSlot> &free);

    AppointmentService &m_appointments;
    Catalogue &m_catalogue;
    ClinicClock m_clock;
    quint64 m_number = 0;
};

} // namespace ClinicDesk
