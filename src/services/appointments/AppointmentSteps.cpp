#include "services/appointments/AppointmentSteps.h"

#include "services/appointments/AppointmentStore.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::AppointmentSteps {

namespace {

constexpr qint64 longestVisitSeconds = 12 * 60 * 60;

[[noreturn]] void refuse(ErrorKind kind, const QString &rule = {})
{
    throw Refusal {Error {kind, rule, {}, {}}};
}

/// The locks taken are not the ones needed: run the whole transaction again.
[[noreturn]] void runAgain()
{
    SqlError changed;
    changed.sqlState = u"40001"_s;
    changed.message = u"the appointment moved while its locks were taken"_s;
    throw changed;
}

Appointment existing(Transaction &t, AppointmentId id)
{
    const std::optional<Appointment> row = AppointmentStore::row(t, id);
    if (!row)
        refuse(ErrorKind::NotFound);
    return *row;
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

/// To the database the same status again is an edit of nothing; to the person it is a refusal.
void checkChanges(const Appointment &row, AppointmentStatus to)
{
    if (row.status == to)
        refuse(ErrorKind::InvalidTransition, u"same_status"_s);
}

/// The row now, if it still is the version that was seen.
Appointment current(Transaction &t, AppointmentId id, std::optional<int> version)
{
    const Appointment row = existing(t, id);
    checkVersion(row, version);
    return row;
}

/// This person's last change, if it can still be taken back.
SeenChange ownLastChange(Transaction &t, const AppointmentRequest &request)
{
    const auto last = AppointmentStore::lastChange(t, request.appointment);
    if (!last)
        refuse(ErrorKind::NotFound);
    checkVersion(last->change.now, request.version);
    if (!last->mine)
        refuse(ErrorKind::StaleRow, u"undo"_s);
    if (!last->fresh)
        refuse(ErrorKind::TooLate, u"undo_expired"_s);
    return last->change;
}

/// The row is what was asked for, and yet it was not found: the locks were others', or row security
/// keeps it from being changed.
[[noreturn]] void readAgain(bool wereLocksWrong, auto &seen)
{
    if (!wereLocksWrong)
        refuse(ErrorKind::NotPermitted);
    seen.reset();
    runAgain();
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
    return row;
}

void checkSpan(const Appointment &wish)
{
    if (const auto error = invalidSpan(wish.start, wish.end))
        throw Refusal {*error};
}

/// A new doctor, if it is another one than now.
std::optional<DoctorId> newDoctor(const MoveRequest &request, const Appointment &now)
{
    return request.doctor && *request.doctor != now.doctor ? request.doctor : std::nullopt;
}

std::optional<Appointment> place(Transaction &t, const MoveRequest &request,
                                 const Appointment &visit)
{
    if (request.override)
        AppointmentStore::setOverride(t, *request.override);
    return AppointmentStore::setPlace(t, request, newDoctor(request, visit),
                                      LockedParents::of(visit));
}

Appointment insert(Transaction &t, const BookRequest &request)
{
    if (request.override)
        AppointmentStore::setOverride(t, *request.override);
    return AppointmentStore::insert(t, request);
}

AppointmentId appointmentOf(const AtomicStep &step)
{
    const auto *move = std::get_if<MoveRequest>(&step);
    return move ? move->appointment : std::get<StatusRequest>(step).appointment;
}

void lockAll(Transaction &t, const QList<AtomicStep> &steps)
{
    AppointmentLocks locks;
    for (const AtomicStep &step : steps) {
        if (const auto *book = std::get_if<BookRequest>(&step)) {
            locks.add({book->doctor, book->patient, book->room});
            continue;
        }
        const Appointment visit = existing(t, appointmentOf(step));
        locks.add(LockedParents::of(visit));
        locks.add(visit.id);
        if (const auto *move = std::get_if<MoveRequest>(&step))
            locks.add({move->doctor, {}, move->room});
    }
    locks.take(t);
}

bool areLocked(const Transaction &t, const Appointment &visit)
{
    return t.holdsLock(LockRank::Doctor, visit.doctor.value)
        && t.holdsLock(LockRank::Patient, visit.patient.value)
        && (!visit.room || t.holdsLock(LockRank::Room, visit.room->value));
}

Appointment stepNow(Transaction &t, const AtomicStep &step)
{
    if (const auto *book = std::get_if<BookRequest>(&step))
        return insert(t, *book);
    const Appointment visit = existing(t, appointmentOf(step));
    std::optional<Appointment> written;
    if (const auto *move = std::get_if<MoveRequest>(&step)) {
        checkVersion(visit, move->version);
        checkSpan(wantedPlace(visit, *move));
        if (areLocked(t, visit))
            written = place(t, *move, visit);
    } else {
        const auto &status = std::get<StatusRequest>(step);
        checkVersion(visit, status.version);
        checkChanges(visit, status.to);
        if (areLocked(t, visit))
            written = AppointmentStore::setStatus(t, status, LockedParents::of(visit));
    }
    if (written)
        return *written;
    if (!areLocked(t, visit))
        runAgain();
    refuse(ErrorKind::NotPermitted);
}

} // namespace

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

Appointment book(Transaction &t, const BookRequest &request)
{
    AppointmentLocks locks;
    locks.add({request.doctor, request.patient, request.room});
    locks.take(t);
    return insert(t, request);
}

Appointment changeStatus(Transaction &t, const StatusRequest &request,
                         std::optional<Appointment> &seen)
{
    const auto visit
        = [&] { return seen ? *seen : current(t, request.appointment, request.version); };
    // A confirmed visit keeps its time, a started one its doctor; the other steps take nothing.
    LockedParents locked;
    if (request.to == AppointmentStatus::Confirmed)
        locked = LockedParents::of(visit());
    else if (request.to == AppointmentStatus::InProgress)
        locked.doctor = visit().doctor;
    AppointmentLocks locks;
    locks.add(locked);
    locks.add(request.appointment);
    locks.take(t);
    if (const auto row = AppointmentStore::setStatus(t, request, locked))
        return *row;
    const Appointment row = current(t, request.appointment, request.version);
    checkChanges(row, request.to);
    readAgain(!locked.areOf(row), seen);
}

Appointment move(Transaction &t, const MoveRequest &request, std::optional<Appointment> &seen,
                 Attempted &wanted)
{
    const auto read = [&] { return current(t, request.appointment, request.version); };
    Appointment visit = seen ? *seen : read();
    Appointment wish = wantedPlace(visit, request);
    if (invalidSpan(wish.start, wish.end)) {
        visit = read();
        wish = wantedPlace(visit, request);
        checkSpan(wish);
    }
    wanted.doctor = wish.doctor;
    wanted.patient = wish.patient;
    wanted.room = wish.room;
    wanted.start = wish.start;
    wanted.end = wish.end;
    AppointmentLocks locks;
    locks.add(LockedParents::of(visit));
    locks.add({request.doctor, {}, request.room});
    locks.add(request.appointment);
    locks.take(t);
    if (const auto row = place(t, request, visit))
        return *row;
    const Appointment row = current(t, request.appointment, request.version);
    readAgain(!LockedParents::of(visit).areOf(row), seen);
}

Appointment checkIn(Transaction &t, const AppointmentRequest &request)
{
    t.lockRow(LockRank::Appointment, request.appointment.value);
    if (const auto row = AppointmentStore::setCheckedIn(t, request))
        return *row;
    current(t, request.appointment, request.version);
    refuse(ErrorKind::NotPermitted);
}

Appointment undo(Transaction &t, const AppointmentRequest &request, std::optional<SeenChange> &seen,
                 Attempted &wanted)
{
    const SeenChange change = seen ? *seen : ownLastChange(t, request);
    AppointmentLocks locks;
    locks.add(LockedParents::of(change.now));
    if (const auto &before = change.before) {
        wanted.doctor = before->doctor;
        wanted.start = before->start;
        wanted.end = before->end;
        locks.add(LockedParents::of(*before));
    }
    locks.add(request.appointment);
    locks.take(t);
    if (const auto row = AppointmentStore::undo(t, request, change))
        return *row;
    const SeenChange now = ownLastChange(t, request);
    readAgain(seen || change != now, seen);
}

QList<Appointment> runAtomically(Transaction &t, const QList<AtomicStep> &steps)
{
    lockAll(t, steps);
    QList<Appointment> results;
    for (const AtomicStep &step : steps)
        results.append(stepNow(t, step));
    return results;
}

} // namespace ClinicDesk::AppointmentSteps
