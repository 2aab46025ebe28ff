#include "services/appointments/AppointmentService.h"

#include "services/Answer.h"
#include "services/appointments/AppointmentOperations.h"
#include "services/appointments/AppointmentQueries.h"
#include "services/appointments/AppointmentStore.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

template<typename Request>
QFuture<Result<Appointment>>
write(DatabaseExecutor &executor,
      Result<Appointment> (*operation)(TransactionManager &, const Request &), Request request)
{
    // The operation's id is settled here, so that every attempt below carries the same one.
    if (request.operation.isNull())
        request.operation = QUuid::createUuid();
    return executor.submit<Appointment>(
        [operation, request = std::move(request)](TransactionManager &manager) {
            return operation(manager, request);
        });
}

QList<AppointmentId> idsOf(const QList<Appointment> &appointments)
{
    QList<AppointmentId> ids;
    for (const Appointment &appointment : appointments)
        ids.append(appointment.id);
    return ids;
}

} // namespace

AppointmentService::AppointmentService(DatabaseExecutor &executor, QObject *parent)
    : QObject(parent)
    , m_executor(executor)
{
}

QCoro::Task<Result<Appointment>> AppointmentService::announced(QFuture<Result<Appointment>> future)
{
    const QPointer<AppointmentService> self(this);
    Result<Appointment> result = co_await future;
    if (self && result)
        Q_EMIT self->appointmentsChanged({result->id});
    co_return result;
}

QCoro::Task<Result<Appointment>> AppointmentService::book(BookRequest request)
{
    return announced(write(m_executor, &AppointmentOperations::book, std::move(request)));
}

QCoro::Task<Result<Appointment>> AppointmentService::changeStatus(StatusRequest request)
{
    return announced(write(m_executor, &AppointmentOperations::changeStatus, std::move(request)));
}

QCoro::Task<Result<Appointment>> AppointmentService::move(MoveRequest request)
{
    return announced(write(m_executor, &AppointmentOperations::move, std::move(request)));
}

QCoro::Task<Result<Appointment>> AppointmentService::checkIn(AppointmentRequest request)
{
    return announced(write(m_executor, &AppointmentOperations::checkIn, request));
}

QCoro::Task<Result<Appointment>> AppointmentService::undo(AppointmentRequest request)
{
    return announced(write(m_executor, &AppointmentOperations::undo, request));
}

QCoro::Task<Result<QList<Appointment>>> AppointmentService::runAtomically(QUuid operation,
                                                                          QList<AtomicStep> steps)
{
    const QUuid id = operation.isNull() ? QUuid::createUuid() : operation;
    return allAnnounced(
        m_executor.submit<QList<Appointment>>([id, steps](TransactionManager &manager) {
            return AppointmentOperations::runAtomically(manager, id, steps);
        }));
}

QCoro::Task<Result<QList<Appointment>>>
AppointmentService::allAnnounced(QFuture<Result<QList<Appointment>>> future)
{
    const QPointer<AppointmentService> self(this);
    Result<QList<Appointment>> result = co_await future;
    if (self && result)
        Q_EMIT self->appointmentsChanged(idsOf(*result));
    co_return result;
}

QCoro::Task<Result<AppointmentRow>> AppointmentService::appointment(AppointmentId id)
{
    return answer(submitRead<AppointmentRow>(m_executor, u"appointment"_s, [id](Transaction &t) {
        const QList<AppointmentRow> rows = AppointmentQueries::rowsByIds(t, {id});
        if (rows.isEmpty())
            throw Refusal {Error {ErrorKind::NotFound, {}, {}, {}}};
        return rows.constFirst();
    }));
}

QCoro::Task<Result<QList<AppointmentRow>>>
AppointmentService::appointments(QList<AppointmentId> ids)
{
    return answer(
        submitRead<QList<AppointmentRow>>(m_executor, u"appointments"_s, [ids](Transaction &t) {
            return AppointmentQueries::rowsByIds(t, ids);
        }));
}

QCoro::Task<Result<QList<AppointmentRow>>> AppointmentService::day(QDate day)
{
    return answer(submitRead<QList<AppointmentRow>>(m_executor, u"day"_s, [day](Transaction &t) {
        return AppointmentQueries::rowsOfDay(t, day);
    }));
}

QCoro::Task<Result<QList<AppointmentRow>>>
AppointmentService::ofPatient(PatientId patient, std::optional<VisitCursor> before, int limit)
{
    return answer(submitRead<QList<AppointmentRow>>(
        m_executor, u"patient-visits"_s, [patient, before, limit](Transaction &t) {
            return AppointmentQueries::rowsOfPatient(t, patient, before, limit);
        }));
}

QCoro::Task<Result<QList<AppointmentRow>>> AppointmentService::days(QDate from, QDate to,
                                                                    DoctorId doctor)
{
    return answer(submitRead<QList<AppointmentRow>>(m_executor, u"days"_s, [=](Transaction &t) {
        return AppointmentQueries::rowsOfDays(t, from, to, doctor);
    }));
}

QCoro::Task<Result<QList<AppointmentRow>>> AppointmentService::pending()
{
    return answer(submitRead<QList<AppointmentRow>>(m_executor, u"pending"_s, [](Transaction &t) {
        return AppointmentQueries::pendingRows(t);
    }));
}

QCoro::Task<Result<QList<AppointmentEvent>>> AppointmentService::history(AppointmentId id)
{
    return answer(
        submitRead<QList<AppointmentEvent>>(m_executor, u"history"_s, [id](Transaction &t) {
            const QList<AppointmentEvent> events = AppointmentQueries::events(t, id);
            if (events.isEmpty())
                throw Refusal {Error {ErrorKind::NotFound, {}, {}, {}}};
            return events;
        }));
}

QCoro::Task<Result<ChangedAppointments>> AppointmentService::changesSince(ChangeCursor cursor)
{
    return answer(
        submitRead<ChangedAppointments>(m_executor, u"changes"_s, [cursor](Transaction &t) {
            return AppointmentQueries::changesSince(t, cursor);
        }));
}

QCoro::Task<Result<OperationOutcome>> AppointmentService::outcome(QUuid operation)
{
    return answer(
        submitRead<OperationOutcome>(m_executor, u"outcome"_s, [operation](Transaction &t) {
            OperationOutcome outcome;
            outcome.recorded = AppointmentStore::isRecorded(t, operation);
            if (outcome.recorded) {
                const QList<AppointmentId> ids = idsOf(AppointmentStore::byOperation(t, operation));
                outcome.appointments = AppointmentQueries::rowsByIds(t, ids);
            }
            return outcome;
        }));
}

QCoro::Task<Result<std::optional<Error>>> AppointmentService::preview(BookRequest request)
{
    return answer(m_executor.submit<std::optional<Error>>([request](TransactionManager &manager) {
        return AppointmentOperations::preview(manager, request);
    }));
}

QCoro::Task<Result<QList<FreeSlot>>> AppointmentService::nextFree(QList<DoctorId> doctors,
                                                                  QDateTime from, int days,
                                                                  int minutes, int limit)
{
    return answer(submitRead<QList<FreeSlot>>(
        m_executor, u"next-free"_s, [doctors, from, days, minutes, limit](Transaction &t) {
            return AppointmentOperations::soonestFree(t, doctors, from, days, minutes, limit);
        }));
}

QCoro::Task<Result<QList<RoomChoice>>> AppointmentService::rooms(DoctorId doctor, QDateTime start,
                                                                 QDateTime end,
                                                                 std::optional<AppointmentId> self)
{
    return answer(submitRead<QList<RoomChoice>>(m_executor, u"rooms"_s, [=](Transaction &t) {
        return AppointmentQueries::rooms(t, doctor, start, end, self);
    }));
}

template<typename T>
QCoro::Task<Result<T>> AppointmentService::holdAnnounced(QFuture<Result<T>> future)
{
    const QPointer<AppointmentService> self(this);
    Result<T> result = co_await future;
    if (self && result)
        Q_EMIT self->holdsChanged();
    co_return result;
}

QCoro::Task<Result<QDateTime>> AppointmentService::takeHold(DoctorId doctor, QDateTime start,
                                                            QDateTime end)
{
    return holdAnnounced(
        m_executor.submit<QDateTime>([doctor, start, end](TransactionManager &manager) {
            return AppointmentOperations::takeHold(manager, doctor, start, end);
        }));
}

QCoro::Task<Result<bool>> AppointmentService::releaseHold()
{
    return holdAnnounced(m_executor.submit<bool>([](TransactionManager &manager) {
        return manager.runIdempotent<bool>(u"hold-release"_s, &AppointmentStore::releaseHold);
    }));
}

QCoro::Task<Result<QList<SlotHold>>> AppointmentService::holds(QDate from, QDate to)
{
    return answer(submitRead<QList<SlotHold>>(m_executor, u"holds"_s, [=](Transaction &t) {
        return AppointmentQueries::holds(t, from, to);
    }));
}

} // namespace ClinicDesk
