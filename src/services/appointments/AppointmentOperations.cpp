#include "services/appointments/AppointmentOperations.h"

#include "services/appointments/AppointmentArguments.h"
#include "services/appointments/AppointmentExplain.h"
#include "services/appointments/AppointmentQueries.h"
#include "services/appointments/AppointmentSteps.h"
#include "services/appointments/AppointmentStore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk::AppointmentOperations {

namespace {

[[noreturn]] void refuse(ErrorKind kind, const QString &rule = {})
{
    throw Refusal {Error {kind, rule, {}, {}}};
}

/// A repeated operation's first result, one appointment.
std::function<Appointment(Transaction &)> firstResult(const QUuid &operation)
{
    return [operation](Transaction &t) {
        const QList<Appointment> results = AppointmentStore::byOperation(t, operation);
        if (results.isEmpty())
            refuse(ErrorKind::NotFound);
        return results.constFirst();
    };
}

template<typename T>
Result<T> explainedResult(TransactionManager &manager, Result<T> result, const Attempted &wanted)
{
    if (result)
        return result;
    return unexpected(explained(manager, std::move(result.error()), wanted));
}

QString kindOf(AppointmentStatus to)
{
    switch (to) {
    case AppointmentStatus::Confirmed:
        return u"confirm"_s;
    case AppointmentStatus::Rejected:
        return u"reject"_s;
    case AppointmentStatus::InProgress:
        return u"start"_s;
    case AppointmentStatus::Completed:
        return u"complete"_s;
    case AppointmentStatus::NoShow:
        return u"no-show"_s;
    case AppointmentStatus::Cancelled:
    case AppointmentStatus::Pending:
        return u"cancel"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Appointment> book(TransactionManager &manager, const BookRequest &request)
{
    if (auto error = AppointmentSteps::invalidSpan(request.start, request.end))
        return unexpected(std::move(*error));
    const Operation operation = operationOf(request.operation, u"book"_s, parts(request));
    Result<Appointment> result = manager.run<Appointment>(
        operation, [&request](Transaction &t) { return AppointmentSteps::book(t, request); },
        firstResult(operation.id));
    return explainedResult(
        manager, std::move(result),
        {{}, request.doctor, request.patient, request.room, request.start, request.end, {}, {}});
}

Result<Appointment> changeStatus(TransactionManager &manager, const StatusRequest &request)
{
    const Operation operation = operationOf(request.operation, kindOf(request.to), parts(request));
    std::optional<Appointment> seen = request.seen;
    Result<Appointment> result = manager.run<Appointment>(
        operation, [&](Transaction &t) { return AppointmentSteps::changeStatus(t, request, seen); },
        firstResult(operation.id));
    return explainedResult(manager, std::move(result),
                           {request.appointment, {}, {}, {}, {}, {}, request.to, request.version});
}

Result<Appointment> move(TransactionManager &manager, const MoveRequest &request)
{
    const Operation operation = operationOf(request.operation, u"move"_s, parts(request));
    Attempted wanted {request.appointment, {}, {}, {}, {}, {}, {}, request.version};
    std::optional<Appointment> seen = request.seen;
    const auto run = [&] {
        return manager.run<Appointment>(
            operation,
            [&](Transaction &t) { return AppointmentSteps::move(t, request, seen, wanted); },
            firstResult(operation.id));
    };
    Result<Appointment> result = run();
    // A wrong guess of the doctor makes a change of doctor of what is none: a doctor has no right
    // to it.
    if (!result && result.error().kind == ErrorKind::NotPermitted && seen) {
        seen.reset();
        result = run();
    }
    return explainedResult(manager, std::move(result), wanted);
}

Result<Appointment> checkIn(TransactionManager &manager, const AppointmentRequest &request)
{
    const Operation operation = operationOf(request.operation, u"check-in"_s, parts(request));
    Result<Appointment> result = manager.run<Appointment>(
        operation, [&request](Transaction &t) { return AppointmentSteps::checkIn(t, request); },
        firstResult(operation.id));
    return explainedResult(
        manager, std::move(result),
        {request.appointment, {}, {}, {}, {}, {}, AppointmentStatus::Confirmed, request.version});
}

Result<Appointment> undo(TransactionManager &manager, const AppointmentRequest &request)
{
    const Operation operation = operationOf(request.operation, u"undo"_s, parts(request));
    Attempted wanted {request.appointment, {}, {}, {}, {}, {}, {}, request.version};
    std::optional<SeenChange> seen = request.seen;
    Result<Appointment> result = manager.run<Appointment>(
        operation, [&](Transaction &t) { return AppointmentSteps::undo(t, request, seen, wanted); },
        firstResult(operation.id));
    result = explainedResult(manager, std::move(result), wanted);
    // Whoever changed it since: there is no form to compare, only an undo that came too late.
    if (!result && result.error().kind == ErrorKind::StaleRow)
        result.error().rule = u"undo"_s;
    return result;
}

Result<QList<Appointment>> runAtomically(TransactionManager &manager, const QUuid &id,
                                         const QList<AtomicStep> &steps)
{
    QStringList arguments;
    for (const AtomicStep &step : steps)
        arguments += std::visit([](const auto &request) { return parts(request); }, step);
    const Operation operation = operationOf(id, u"atomic"_s, arguments);
    return manager.run<QList<Appointment>>(
        operation, [&steps](Transaction &t) { return AppointmentSteps::runAtomically(t, steps); },
        [&operation](Transaction &t) { return AppointmentStore::byOperation(t, operation.id); });
}

Result<std::optional<Error>> preview(TransactionManager &manager, const BookRequest &request)
{
    const auto refusal
        = manager.read<std::optional<Error>>(u"preview"_s, [&request](Transaction &t) {
              return AppointmentStore::check(t, request.doctor, request.patient, request.room,
                                             request.start, request.end, std::nullopt);
          });
    if (!refusal)
        return unexpected(refusal.error());
    if (!*refusal || (*refusal)->kind == ErrorKind::SlotTaken)
        return std::nullopt;
    return explained(
        manager, **refusal,
        {{}, request.doctor, request.patient, request.room, request.start, request.end, {}, {}});
}

Result<QDateTime> takeHold(TransactionManager &manager, DoctorId doctor, const QDateTime &start,
                           const QDateTime &end)
{
    if (auto error = AppointmentSteps::invalidSpan(start, end))
        return unexpected(std::move(*error));
    Result<QDateTime> result = manager.runIdempotent<QDateTime>(u"hold"_s, [&](Transaction &t) {
        t.lockRow(LockRank::Doctor, doctor.value);
        return AppointmentStore::takeHold(t, doctor, start, end);
    });
    return explainedResult(manager, std::move(result), {{}, doctor, {}, {}, start, end, {}, {}});
}

QList<FreeSlot> soonestFree(Transaction &transaction, const QList<DoctorId> &doctors,
                            const QDateTime &from, int days, int minutes, int limit)
{
    QList<FreeSlot> found;
    for (const int reach : {3, 30, days}) {
        found = AppointmentQueries::nextFree(transaction, doctors, from, std::min(reach, days),
                                             minutes, limit);
        if (found.size() >= limit || reach >= days)
            break;
    }
    return found;
}

void warmUp(TransactionManager &manager, DoctorId doctor, PatientId patient, const QDateTime &start)
{
    BookRequest request;
    request.doctor = doctor;
    request.patient = patient;
    request.start = start;
    request.end = start.addSecs(60);
    const Operation operation = operationOf(QUuid::createUuid(), u"warm-up"_s, parts(request));
    const auto neverKept = [&request](Transaction &t) -> bool {
        AppointmentSteps::book(t, request);
        refuse(ErrorKind::ShuttingDown);
    };
    static_cast<void>(manager.run<bool>(operation, neverKept, neverKept));
}

} // namespace ClinicDesk::AppointmentOperations
