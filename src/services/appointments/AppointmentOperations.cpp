#include "services/appointments/AppointmentOperations.h"

#include "services/appointments/AppointmentArguments.h"
#include "services/appointments/AppointmentExplain.h"
#include "services/appointments/AppointmentStore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk::AppointmentOperations {

namespace {

constexpr qint64 longestVisitSeconds = 12 * 60 * 60;

[[noreturn]] void refuse(ErrorKind kind, const QString &rule = {})
{
    throw Refusal {Error {kind, rule, {}, {}}};
}

/// Another desk changed what this transaction had read before it held the lock: run the whole body
/// again.
[[noreturn]] void runAgain()
{
    SqlError changed;
    changed.sqlState = u"40001"_s;
    changed.message = u"the appointment moved while its locks were taken"_s;
    throw changed;
}

std::optional<Error> invalidSpan(const QDateTime &start, const QDateTime &end)
{
    QMap<QString, QString> fields;
    if (!start.isValid())
        fields.insert(u"start"_s, u"missing"_s);
    else if (!end.isValid() || end <= start || start.secsTo(end) > longestVisitSeconds)
        fields.insert(u"minutes"_s, u"range"_s);
    if (fields.isEmpty())
        return std::nullopt;
    return Error {ErrorKind::ValidationFailed, {}, ValidationDetails {fields}, {}};
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

void checkVersion(const Appointment &row, std::optional<int> expected)
{
    if (!expected || *expected == row.version)
        return;
    RowDetails details;
    details.expectedVersion = *expected;
    details.actualVersion = row.version;
    details.now = row.status;
    throw Refusal {Error {ErrorKind::StaleRow, {}, details, {}}};
}

Appointment lockExisting(Transaction &t, AppointmentId id, std::optional<int> version)
{
    const std::optional<Appointment> row = AppointmentStore::lock(t, id);
    if (!row)
        refuse(ErrorKind::NotFound);
    checkVersion(*row, version);
    return *row;
}

/// To the database the same status again is an edit of nothing; to the person it is a refusal.
void checkChanges(const Appointment &row, AppointmentStatus to)
{
    if (row.status == to)
        refuse(ErrorKind::InvalidTransition, u"same_status"_s);
}

AppointmentStore::Parents existingParents(Transaction &t, AppointmentId id)
{
    const auto parents = AppointmentStore::parents(t, id);
    if (!parents)
        refuse(ErrorKind::NotFound);
    return *parents;
}

/// Every row a list of steps touches, so that all are locked in the one order before the first
/// step.
struct LockSet
{
    QList<qint64> doctors;
    QList<qint64> patients;
    QList<qint64> rooms;
    QList<qint64> appointments;

    void add(const AppointmentStore::Parents &parents)
    {
        doctors.append(parents.doctor.value);
        patients.append(parents.patient.value);
        if (parents.room)
            rooms.append(parents.room->value);
    }

    void take(Transaction &t) const
    {
        t.lockRows(LockRank::Doctor, doctors);
        t.lockRows(LockRank::Patient, patients);
        t.lockRows(LockRank::Room, rooms);
        t.lockRows(LockRank::Appointment, appointments);
    }
};

Appointment bookNow(Transaction &t, const BookRequest &request)
{
    if (request.override)
        AppointmentStore::setOverride(t, *request.override);
    return AppointmentStore::insert(t, request);
}

/// The appointment as the request wants it: what it leaves open stays, the length too.
Appointment wantedPlace(Appointment row, const MoveRequest &request)
{
    const qint64 length = row.start.secsTo(row.end);
    row.doctor = request.doctor.value_or(row.doctor);
    row.start = request.start.value_or(row.start);
    row.end = request.end.value_or(row.start.addSecs(length));
    if (request.clearRoom)
        row.room.reset();
    else if (request.room)
        row.room = request.room;
    if (auto error = invalidSpan(row.start, row.end))
        throw Refusal {*error};
    return row;
}

Appointment moveNow(Transaction &t, const MoveRequest &request, const Appointment &row)
{
    if (request.override)
        AppointmentStore::setOverride(t, *request.override);
    const bool ownOnly = AppointmentStore::isDoctor(t);
    if (ownOnly && request.doctor && *request.doctor != row.doctor)
        refuse(ErrorKind::NotPermitted);
    return AppointmentStore::setPlace(t, wantedPlace(row, request), ownOnly);
}

LockSet locksOf(Transaction &t, const QList<AtomicStep> &steps)
{
    LockSet locks;
    for (const AtomicStep &step : steps) {
        if (const auto *book = std::get_if<BookRequest>(&step)) {
            locks.add({book->doctor, book->patient, book->room});
            continue;
        }
        const auto *move = std::get_if<MoveRequest>(&step);
        const AppointmentId id
            = move ? move->appointment : std::get<StatusRequest>(step).appointment;
        locks.add(existingParents(t, id));
        locks.appointments.append(id.value);
        if (move && move->doctor)
            locks.doctors.append(move->doctor->value);
        if (move && move->room)
            locks.rooms.append(move->room->value);
    }
    return locks;
}

Appointment stepNow(Transaction &t, const AtomicStep &step)
{
    if (const auto *book = std::get_if<BookRequest>(&step))
        return bookNow(t, *book);
    if (const auto *move = std::get_if<MoveRequest>(&step))
        return moveNow(t, *move, lockExisting(t, move->appointment, move->version));
    const auto &status = std::get<StatusRequest>(step);
    checkChanges(lockExisting(t, status.appointment, status.version), status.to);
    return AppointmentStore::setStatus(t, status.appointment, status.to, status.reason);
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
    if (auto error = invalidSpan(request.start, request.end))
        return unexpected(std::move(*error));
    const Operation operation = operationOf(request.operation, u"book"_s, parts(request));
    Result<Appointment> result = manager.run<Appointment>(
        operation,
        [&request](Transaction &t) {
            t.lockRow(LockRank::Doctor, request.doctor.value);
            t.lockRow(LockRank::Patient, request.patient.value);
            if (request.room)
                t.lockRow(LockRank::Room, request.room->value);
            return bookNow(t, request);
        },
        firstResult(operation.id));
    return explainedResult(
        manager, std::move(result),
        {{}, request.doctor, request.patient, request.room, request.start, request.end, {}, {}});
}

Result<Appointment> changeStatus(TransactionManager &manager, const StatusRequest &request)
{
    const Operation operation = operationOf(request.operation, kindOf(request.to), parts(request));
    Result<Appointment> result = manager.run<Appointment>(
        operation,
        [&request](Transaction &t) {
            // Only a start asks something of the doctor: at most one visit in progress.
            std::optional<DoctorId> doctor;
            if (request.to == AppointmentStatus::InProgress) {
                doctor = existingParents(t, request.appointment).doctor;
                t.lockRow(LockRank::Doctor, doctor->value);
            }
            const Appointment row = lockExisting(t, request.appointment, request.version);
            if (doctor && row.doctor != *doctor)
                runAgain();
            checkChanges(row, request.to);
            return AppointmentStore::setStatus(t, request.appointment, request.to, request.reason);
        },
        firstResult(operation.id));
    return explainedResult(manager, std::move(result),
                           {request.appointment, {}, {}, {}, {}, {}, request.to, request.version});
}

Result<Appointment> move(TransactionManager &manager, const MoveRequest &request)
{
    const Operation operation = operationOf(request.operation, u"move"_s, parts(request));
    Attempted wanted {request.appointment, {}, {}, {}, {}, {}, {}, request.version};
    Result<Appointment> result = manager.run<Appointment>(
        operation,
        [&request, &wanted](Transaction &t) {
            const AppointmentStore::Parents before = existingParents(t, request.appointment);
            LockSet locks;
            locks.add(before);
            locks.add({request.doctor.value_or(before.doctor), before.patient, request.room});
            locks.take(t);
            const Appointment row = lockExisting(t, request.appointment, request.version);
            if (AppointmentStore::Parents {row.doctor, row.patient, row.room} != before)
                runAgain();
            const Appointment place = wantedPlace(row, request);
            wanted.doctor = place.doctor;
            wanted.patient = place.patient;
            wanted.room = place.room;
            wanted.start = place.start;
            wanted.end = place.end;
            return moveNow(t, request, row);
        },
        firstResult(operation.id));
    return explainedResult(manager, std::move(result), wanted);
}

Result<Appointment> checkIn(TransactionManager &manager, const AppointmentRequest &request)
{
    const Operation operation = operationOf(request.operation, u"check-in"_s, parts(request));
    Result<Appointment> result = manager.run<Appointment>(
        operation,
        [&request](Transaction &t) {
            lockExisting(t, request.appointment, request.version);
            return AppointmentStore::setCheckedIn(t, request.appointment);
        },
        firstResult(operation.id));
    return explainedResult(
        manager, std::move(result),
        {request.appointment, {}, {}, {}, {}, {}, AppointmentStatus::Confirmed, request.version});
}

Result<Appointment> undo(TransactionManager &manager, const AppointmentRequest &request)
{
    const Operation operation = operationOf(request.operation, u"undo"_s, parts(request));
    Attempted wanted {request.appointment, {}, {}, {}, {}, {}, {}, request.version};
    Result<Appointment> result = manager.run<Appointment>(
        operation,
        [&request, &wanted](Transaction &t) {
            const auto before = AppointmentStore::lastChange(t, request.appointment);
            if (!before)
                refuse(ErrorKind::NotFound);
            wanted.doctor = before->oldDoctor;
            wanted.start = before->oldStart;
            wanted.end = before->oldEnd;
            t.lockRows(LockRank::Doctor, before->doctors);
            t.lockRows(LockRank::Patient, before->patients);
            t.lockRows(LockRank::Room, before->rooms);
            const Appointment row = lockExisting(t, request.appointment, request.version);
            if (row.version != before->version)
                runAgain();
            if (!before->mine)
                refuse(ErrorKind::StaleRow, u"undo"_s);
            if (!before->fresh)
                refuse(ErrorKind::TooLate, u"undo_expired"_s);
            return AppointmentStore::undo(t, request.appointment, *before);
        },
        firstResult(operation.id));
    // Whoever changed it since: there is no form to compare, only an undo that came too late.
    if (!result && result.error().kind == ErrorKind::StaleRow)
        result.error().rule = u"undo"_s;
    return explainedResult(manager, std::move(result), wanted);
}

Result<QList<Appointment>> runAtomically(TransactionManager &manager, const QUuid &id,
                                         const QList<AtomicStep> &steps)
{
    QStringList arguments;
    for (const AtomicStep &step : steps)
        arguments += std::visit([](const auto &request) { return parts(request); }, step);
    const Operation operation = operationOf(id, u"atomic"_s, arguments);
    return manager.run<QList<Appointment>>(
        operation,
        [&steps](Transaction &t) {
            locksOf(t, steps).take(t);
            QList<Appointment> results;
            for (const AtomicStep &step : steps)
                results.append(stepNow(t, step));
            return results;
        },
        [&operation](Transaction &t) { return AppointmentStore::byOperation(t, operation.id); });
}

Result<std::optional<Error>> preview(TransactionManager &manager, const BookRequest &request)
{
    const Result<std::optional<QString>> code
        = manager.read<std::optional<QString>>(u"preview"_s, [&request](Transaction &t) {
              return AppointmentStore::check(t, request.doctor, request.patient, request.room,
                                             request.start, request.end, std::nullopt);
          });
    if (!code)
        return unexpected(code.error());
    if (!*code || **code == "doctor_busy"_L1 || **code == "held"_L1)
        return std::nullopt;
    SqlError refusal;
    refusal.sqlState = u"CD001"_s;
    refusal.constraint = **code;
    return explained(
        manager, classify(refusal),
        {{}, request.doctor, request.patient, request.room, request.start, request.end, {}, {}});
}

Result<QDateTime> takeHold(TransactionManager &manager, DoctorId doctor, const QDateTime &start,
                           const QDateTime &end)
{
    if (auto error = invalidSpan(start, end))
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
        found = AppointmentStore::nextFree(transaction, doctors, from, std::min(reach, days),
                                           minutes, limit);
        if (found.size() >= limit || reach >= days)
            break;
    }
    return found;
}

std::optional<QString> checkAndLockSlot(Transaction &transaction, const BookRequest &request,
                                        std::optional<AppointmentId> self)
{
    transaction.lockRow(LockRank::Doctor, request.doctor.value);
    transaction.lockRow(LockRank::Patient, request.patient.value);
    if (request.room)
        transaction.lockRow(LockRank::Room, request.room->value);
    return AppointmentStore::check(transaction, request.doctor, request.patient, request.room,
                                   request.start, request.end, self);
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
        t.lockRow(LockRank::Doctor, request.doctor.value);
        t.lockRow(LockRank::Patient, request.patient.value);
        bookNow(t, request);
        refuse(ErrorKind::ShuttingDown);
    };
    static_cast<void>(manager.run<bool>(operation, neverKept, neverKept));
}

} // namespace ClinicDesk::AppointmentOperations
