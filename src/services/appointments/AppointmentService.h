#pragma once

#include "database/DatabaseExecutor.h"
#include "domain/Appointment.h"
#include "domain/Error.h"
#include "domain/Result.h"
#include "domain/Schedule.h"
#include "services/appointments/AppointmentRequests.h"

#include <QCoroTask>

#include <QObject>

namespace ClinicDesk {

/// Booking and everything that happens to an appointment. Each writing call is one transaction
/// under locks and takes effect exactly once per operation id; appointmentsChanged() follows the
/// commit. A refusal carries who is in the way and the next free times (asked in a second
/// transaction). Lives on the caller's thread; the database is never waited for there.
class AppointmentService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppointmentService)
public:
    explicit AppointmentService(DatabaseExecutor &executor, QObject *parent = nullptr);

    QCoro::Task<Result<Appointment>> book(BookRequest request);
    /// Confirm, reject, cancel, start, complete, no-show.
    QCoro::Task<Result<Appointment>> changeStatus(StatusRequest request);
    QCoro::Task<Result<Appointment>> move(MoveRequest request);
    QCoro::Task<Result<Appointment>> checkIn(AppointmentRequest request);
    /// Takes back this person's last change of the appointment, within 30 s.
    QCoro::Task<Result<Appointment>> undo(AppointmentRequest request);
    /// All steps or none, under all their locks at once.
    QCoro::Task<Result<QList<Appointment>>> runAtomically(QUuid operation, QList<AtomicStep> steps);

    QCoro::Task<Result<AppointmentRow>> appointment(AppointmentId id);
    /// Those of `ids` that this person may see, in no order.
    QCoro::Task<Result<QList<AppointmentRow>>> appointments(QList<AppointmentId> ids);
    /// All appointments of a clinic's day, also cancelled ones; of own doctor for a doctor.
    QCoro::Task<Result<QList<AppointmentRow>>> day(QDate day);
    /// All of a patient, past and coming, newest first: the first `limit`, or those before
    /// `before`.
    QCoro::Task<Result<QList<AppointmentRow>>>
    ofPatient(PatientId patient, std::optional<VisitCursor> before, int limit);
    /// One doctor's appointments of the clinic's days, inclusive; also cancelled ones.
    QCoro::Task<Result<QList<AppointmentRow>>> days(QDate from, QDate to, DoctorId doctor);
    /// Requests waiting for an answer, oldest first; unanswered past ones first of all.
    QCoro::Task<Result<QList<AppointmentRow>>> pending();
    QCoro::Task<Result<QList<AppointmentEvent>>> history(AppointmentId id);
    QCoro::Task<Result<ChangedAppointments>> changesSince(ChangeCursor cursor);

    /// Whether this person's operation was saved, and what it wrote.
    QCoro::Task<Result<OperationOutcome>> outcome(QUuid operation);
    /// Which rule would refuse this booking now, and why; nothing is locked or kept, so it may be
    /// different a moment later. SlotTaken is not asked for: the hold tells.
    QCoro::Task<Result<std::optional<Error>>> preview(BookRequest request);

    /// Soonest free times of these doctors; `minutes` 0 takes the doctor's slot.
    QCoro::Task<Result<QList<FreeSlot>>> nextFree(QList<DoctorId> doctors, QDateTime from, int days,
                                                  int minutes, int limit);

    /// The active rooms by name, with what that time says of each; without a time all are free.
    /// `self` is the appointment that moves.
    QCoro::Task<Result<QList<RoomChoice>>> rooms(DoctorId doctor, QDateTime start, QDateTime end,
                                                 std::optional<AppointmentId> self);

    /// Keeps a slot for this desk (in place of the one it kept before), or renews it; until when.
    QCoro::Task<Result<QDateTime>> takeHold(DoctorId doctor, QDateTime start, QDateTime end);
    QCoro::Task<Result<bool>> releaseHold();
    /// Live holds of all desks that touch the clinic's days, inclusive.
    QCoro::Task<Result<QList<SlotHold>>> holds(QDate from, QDate to);

Q_SIGNALS:
    /// After an own commit; other desks' changes come through LiveUpdates.
    void appointmentsChanged(const QList<ClinicDesk::AppointmentId> &ids);
    void holdsChanged();

private:
    QCoro::Task<Result<Appointment>> announced(QFuture<Result<Appointment>> future);
    QCoro::Task<Result<QList<Appointment>>>
    allAnnounced(QFuture<Result<QList<Appointment>>> future);
    template<typename T> QCoro::Task<Result<T>> holdAnnounced(QFuture<Result<T>> future);

    DatabaseExecutor &m_executor;
};

} // namespace ClinicDesk
