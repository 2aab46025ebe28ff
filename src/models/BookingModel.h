#pragma once

#include "domain/Patient.h"
#include "models/ClinicClock.h"
#include "models/Collision.h"
#include "models/CollisionHost.h"
#include "models/FreeTimes.h"
#include "models/RoomChoices.h"
#include "models/SlotKeeper.h"
#include "services/appointments/AppointmentService.h"

#include <QMap>
#include <QUuid>

namespace ClinicDesk {

class Catalogue;
class Services;

/// A booking that took place, to be read back to the patient.
struct BookedVisit
{
    Appointment appointment;
    QString familyName;
    QString givenName;
    QString doctorName;
    QString roomName; ///< empty: no room
};

/// Where a visit is to take place; automatically: where the doctor works that day, if it is free.
struct RoomWish
{
    bool automatic = true;
    std::optional<RoomId> room = {};

    bool operator==(const RoomWish &) const = default;
};

/// One booking from first key to read-back. Choosing a time takes this desk's hold, kept while the
/// form is open; no answer loses what was entered. An operation id serves one booking, however
/// often it has to be sent, so it takes place at most once. GUI thread.
class BookingModel final : public CollisionHost
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BookingModel)
public:
    /// Unknown: sent, and for more than 60 s not known whether it was saved.
    enum class State { Closed, Filling, Booking, Unknown };
    /// Where the form says what stands in the way.
    enum class Field { Form, Patient, Doctor, Slot, Room };

    BookingModel(Services &services, Catalogue &catalogue, const Session &session,
                 QObject *parent = nullptr);

    /// Opens the form, or keeps an open one with its entries. Times are offered from `day` on.
    void open(QDate day, DoctorId doctor);
    /// Frees the hold and forgets the entries; nothing while a booking is under way. What became of
    /// an unknown one is then told elsewhere.
    void close();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOpen() const { return m_state != State::Closed; }

    /// Takes the patient's last doctor and type along, unless a time is chosen already.
    void setPatient(const PatientMatch &patient);
    void clearPatient();
    void setDoctor(DoctorId doctor);
    void setVisitType(VisitTypeId type);
    void setRoom(const RoomWish &wish);
    void setReason(const QString &reason) { m_reason = reason; }
    [[nodiscard]] const std::optional<PatientMatch> &patient() const { return m_patient; }
    [[nodiscard]] DoctorId doctor() const { return m_doctor; }
    [[nodiscard]] VisitTypeId visitType() const { return m_type; }
    [[nodiscard]] const RoomWish &roomWish() const { return m_roomWish; }
    [[nodiscard]] RoomChoices &rooms() { return m_rooms; }
    [[nodiscard]] const QString &reason() const { return m_reason; }
    /// The length that the type asks for.
    [[nodiscard]] int minutes() const;

    [[nodiscard]] FreeTimes &freeTimes() { return m_freeTimes; }

    /// Chooses a time and takes the hold.
    void choose(const FreeSlot &slot);
    /// Lets go of the time and its hold.
    void release();
    [[nodiscard]] const std::optional<FreeSlot> &chosen() const { return m_chosen; }
    [[nodiscard]] bool isHeld() const { return m_chosen && m_keeper.holds(*m_chosen); }
    /// What is chosen lies outside the hours: says so at the slot until the server is asked, which
    /// it is as soon as there is a patient.
    void warnClosed();

    [[nodiscard]] bool canBook() const;
    /// Books what is chosen, once its hold has been answered. Again before the answer: nothing.
    void book();
    /// The rules that refuse what is chosen and that staff may override, divided by commas; empty
    /// where there is nothing to override, or nobody may.
    [[nodiscard]] QString overridable() const;
    /// Whether this person is of those who may.
    [[nodiscard]] bool mayOverride() const { return m_mayOverride; }
    /// Books against overridable(), which is recorded with the reason.
    void bookAnyway(const QString &because);
    /// The connection broke while this booking was being saved; the server is being asked.
    [[nodiscard]] bool isChecking() const { return m_checking; }
    /// False when the operation is not this booking's.
    bool onChecking(const QUuid &operation);
    /// What became of it, asked for later. False when it is not this booking's.
    bool settle(const QUuid &operation, const OperationOutcome &outcome);

    [[nodiscard]] Purpose purpose() const override { return Purpose::Book; }
    [[nodiscard]] Collision *collision() override { return m_collision.get(); }
    void takeAlternative() override;
    /// Back to the form, entries kept, without a time.
    void leaveCollision() override;
    [[nodiscard]] bool isTaking() const override { return m_state == State::Booking; }
    [[nodiscard]] std::optional<Error> collisionProblem() const override
    {
        return problem(Field::Form);
    }

    [[nodiscard]] const std::optional<BookedVisit> &lastBooked() const { return m_lastBooked; }
    [[nodiscard]] std::optional<Error> problem(Field field) const;
    /// After a gap in the connection: the hold may be gone, the offers old.
    void recheck();

Q_SIGNALS:
    void booked(const ClinicDesk::BookedVisit &visit);
    /// The booking did not take place; problem(field) says why.
    void refused(ClinicDesk::BookingModel::Field field);

private:
    void startAfresh();
    /// Puts the first doctor and visit type where none that is offered is chosen; true if it had
    /// to.
    bool chooseWhatIsOffered();
    void onCatalogueChanged();
    void suggest();
    void askRooms();
    [[nodiscard]] RoomChoices::Question roomQuestion() const;
    [[nodiscard]] std::optional<RoomId> room() const;
    void start();
    void sendOnceReady();
    void send();
    void onHeld(const FreeSlot &slot);
    void onHoldRefused(const FreeSlot &slot, const Error &error);
    void onAnswer(const Result<Appointment> &answer);
    void refuse(const Error &error);
    void collide(const FreeSlot &wanted, const Error &error);
    /// Asks which rule would refuse what is chosen, to say it before Book.
    void forecast();
    void onForecast(const std::optional<Error> &refusal);
    [[nodiscard]] BookRequest request() const;
    Field setProblem(const Error &error);
    [[nodiscard]] QList<DoctorId> bookableDoctors() const;
    [[nodiscard]] FreeTimes::Question question(const QDateTime &from) const;

    AppointmentService &m_appointments;
    Catalogue &m_catalogue;
    ClinicClock m_clock;
    const bool m_mayOverride;
    FreeTimes m_freeTimes;
    RoomChoices m_rooms;
    SlotKeeper m_keeper;
    State m_state = State::Closed;
    QUuid m_operation;
    QDate m_day;
    std::optional<PatientMatch> m_patient;
    DoctorId m_doctor;
    VisitTypeId m_type;
    QString m_reason;
    RoomWish m_roomWish;
    std::optional<FreeSlot> m_chosen;
    std::optional<RuleOverride> m_override; ///< agreed to for what is chosen
    bool m_sendWaits = false; ///< for the hold and the rooms
    bool m_checking = false;
    BookedVisit m_sent; ///< what the answer is about
    quint64 m_forecast = 0;
    std::unique_ptr<Collision> m_collision;
    std::optional<BookedVisit> m_lastBooked;
    QMap<Field, Error> m_problems;
};

} // namespace ClinicDesk
