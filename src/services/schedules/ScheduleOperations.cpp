#include "services/schedules/ScheduleOperations.h"

#include "services/Found.h"
#include "services/RecordState.h"
#include "services/RecordedWrite.h"
#include "services/schedules/ScheduleStore.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::ScheduleOperations {

namespace {

// The version is no part: whoever read the row anew to ask again asks for the same.

QStringList parts(const WeeklyHours &h)
{
    return partsOf(h.id, h.doctor, h.weekday, h.from, h.to, h.slotMinutes);
}

QStringList parts(const ScheduleException &e)
{
    return partsOf(e.id, e.doctor, e.kind == ExceptionKind::Leave, e.start, e.end, e.slotMinutes,
                   e.reason);
}

QStringList parts(const ClosedDay &day)
{
    return partsOf(day.day, day.name);
}

/// Of a row of one doctor.
template<typename Row>
Result<bool> removed(TransactionManager &manager, const Operation &operation, const QString &entity,
                     const Row &seen)
{
    return manager.run<bool>(
        operation,
        [&](Transaction &t) {
            t.lockRow(LockRank::Doctor, seen.doctor.value);
            if (!ScheduleStore::remove(t, seen))
                refuseUnwritten(t, entity, seen.id.value, seen.version);
            return true;
        },
        [](Transaction &) { return true; });
}

} // namespace

Result<WeeklyHours> addHours(TransactionManager &manager, const QUuid &id, const WeeklyHours &hours)
{
    return recordedWrite<WeeklyHours>(
        manager, operationOf(id, u"hours-add"_s, parts(hours)),
        [&hours](Transaction &t) {
            t.lockRow(LockRank::Doctor, hours.doctor.value);
            return ScheduleStore::insert(t, hours);
        },
        &ScheduleStore::hoursOf);
}

Result<WeeklyHours> setHours(TransactionManager &manager, const QUuid &id, const WeeklyHours &hours)
{
    return recordedWrite<WeeklyHours>(
        manager, operationOf(id, u"hours-set"_s, parts(hours)),
        [&hours](Transaction &t) {
            t.lockRow(LockRank::Doctor, hours.doctor.value);
            if (const auto stored = ScheduleStore::update(t, hours))
                return *stored;
            refuseUnwritten(t, u"weekly_hours"_s, hours.id.value, hours.version);
        },
        &ScheduleStore::hoursOf);
}

Result<bool> removeHours(TransactionManager &manager, const QUuid &id, const WeeklyHours &hours)
{
    return removed(manager, operationOf(id, u"hours-remove"_s, partsOf(hours.id)),
                   u"weekly_hours"_s, hours);
}

Result<ScheduleException> addException(TransactionManager &manager, const QUuid &id,
                                       const ScheduleException &exception)
{
    return recordedWrite<ScheduleException>(
        manager, operationOf(id, u"exception-add"_s, parts(exception)),
        [&exception](Transaction &t) {
            t.lockRow(LockRank::Doctor, exception.doctor.value);
            return ScheduleStore::insert(t, exception);
        },
        &ScheduleStore::exceptionOf);
}

Result<ScheduleException> setException(TransactionManager &manager, const QUuid &id,
                                       const ScheduleException &exception)
{
    return recordedWrite<ScheduleException>(
        manager, operationOf(id, u"exception-set"_s, parts(exception)),
        [&exception](Transaction &t) {
            t.lockRow(LockRank::Doctor, exception.doctor.value);
            if (const auto stored = ScheduleStore::update(t, exception))
                return *stored;
            refuseUnwritten(t, u"schedule_exception"_s, exception.id.value, exception.version);
        },
        &ScheduleStore::exceptionOf);
}

Result<bool> removeException(TransactionManager &manager, const QUuid &id,
                             const ScheduleException &exception)
{
    return removed(manager, operationOf(id, u"exception-remove"_s, partsOf(exception.id)),
                   u"schedule_exception"_s, exception);
}

Result<ClosedDay> addClosedDay(TransactionManager &manager, const QUuid &id, const ClosedDay &day)
{
    return recordedWrite<ClosedDay>(
        manager, operationOf(id, u"closed-day-add"_s, parts(day)),
        [&day](Transaction &t) { return ScheduleStore::insert(t, day); },
        &ScheduleStore::closedDayOf);
}

Result<ClosedDay> setClosedDay(TransactionManager &manager, const QUuid &id, const ClosedDay &day)
{
    return recordedWrite<ClosedDay>(
        manager, operationOf(id, u"closed-day-set"_s, parts(day)),
        [&day](Transaction &t) {
            if (const auto stored = ScheduleStore::update(t, day))
                return *stored;
            refuseUnwritten(t, u"closed_day"_s, ScheduleStore::closedDayId(t, day.day),
                            day.version);
        },
        &ScheduleStore::closedDayOf);
}

Result<bool> removeClosedDay(TransactionManager &manager, const QUuid &id, const ClosedDay &day)
{
    return manager.run<bool>(
        operationOf(id, u"closed-day-remove"_s, partsOf(day.day)),
        [&day](Transaction &t) {
            if (!ScheduleStore::remove(t, day))
                refuseUnwritten(t, u"closed_day"_s, ScheduleStore::closedDayId(t, day.day),
                                day.version);
            return true;
        },
        [](Transaction &) { return true; });
}

} // namespace ClinicDesk::ScheduleOperations
