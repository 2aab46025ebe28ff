#include "services/schedules/ScheduleService.h"

#include "services/Answer.h"
#include "services/schedules/CatalogueOperations.h"
#include "services/schedules/CatalogueStore.h"
#include "services/schedules/ScheduleOperations.h"
#include "services/schedules/ScheduleStore.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ScheduleService::ScheduleService(DatabaseExecutor &executor, QObject *parent)
    : QObject(parent)
    , m_executor(executor)
{
}

QCoro::Task<Result<QList<Doctor>>> ScheduleService::doctors(bool alsoInactive)
{
    return answer(
        submitRead<QList<Doctor>>(m_executor, u"doctors"_s, [alsoInactive](Transaction &t) {
            return CatalogueStore::doctors(t, alsoInactive);
        }));
}

QCoro::Task<Result<Doctor>> ScheduleService::doctorByKey(QString key)
{
    return answer(submitRead<Doctor>(m_executor, u"doctor"_s, [key](Transaction &t) {
        return CatalogueOperations::doctorByKey(t, key);
    }));
}

QCoro::Task<Result<QList<Room>>> ScheduleService::rooms(bool alsoInactive)
{
    return answer(submitRead<QList<Room>>(m_executor, u"rooms"_s, [alsoInactive](Transaction &t) {
        return CatalogueStore::rooms(t, alsoInactive);
    }));
}

QCoro::Task<Result<QList<VisitType>>> ScheduleService::visitTypes(bool alsoInactive)
{
    return answer(
        submitRead<QList<VisitType>>(m_executor, u"visit-types"_s, [alsoInactive](Transaction &t) {
            return CatalogueStore::visitTypes(t, alsoInactive);
        }));
}

QCoro::Task<Result<QList<WeeklyHours>>> ScheduleService::weeklyHours(DoctorId doctor)
{
    return answer(
        submitRead<QList<WeeklyHours>>(m_executor, u"weekly-hours"_s, [doctor](Transaction &t) {
            return ScheduleStore::weeklyHours(t, doctor);
        }));
}

QCoro::Task<Result<QList<ScheduleException>>> ScheduleService::exceptions(DoctorId doctor,
                                                                          QDate from, QDate to)
{
    return answer(
        submitRead<QList<ScheduleException>>(m_executor, u"exceptions"_s, [=](Transaction &t) {
            return ScheduleStore::exceptions(t, doctor, from, to);
        }));
}

QCoro::Task<Result<QList<ClosedDay>>> ScheduleService::closedDays(QDate from, QDate to)
{
    return answer(submitRead<QList<ClosedDay>>(m_executor, u"closed-days"_s, [=](Transaction &t) {
        return ScheduleStore::closedDays(t, from, to);
    }));
}

QCoro::Task<Result<QList<OpenSpan>>> ScheduleService::openSpans(QList<DoctorId> doctors, QDate from,
                                                                QDate to)
{
    return answer(submitRead<QList<OpenSpan>>(m_executor, u"open-spans"_s, [=](Transaction &t) {
        return ScheduleStore::openSpans(t, doctors, from, to);
    }));
}

QCoro::Task<Result<QList<DoctorLoad>>> ScheduleService::load(QDate from, QDate to)
{
    return answer(submitRead<QList<DoctorLoad>>(
        m_executor, u"load"_s, [=](Transaction &t) { return ScheduleStore::load(t, from, to); }));
}

template<typename T> QCoro::Task<Result<T>> ScheduleService::changed(QFuture<Result<T>> future)
{
    return announced<T, ScheduleService>(
        std::move(future), this,
        [](ScheduleService &service, const T &) { Q_EMIT service.schedulesChanged(); });
}

QCoro::Task<Result<Doctor>> ScheduleService::addDoctor(QUuid operation, Doctor doctor)
{
    return changed(
        submitWrite(m_executor, &CatalogueOperations::addDoctor, operation, std::move(doctor)));
}

QCoro::Task<Result<Doctor>> ScheduleService::setDoctor(QUuid operation, Doctor doctor)
{
    return changed(
        submitWrite(m_executor, &CatalogueOperations::setDoctor, operation, std::move(doctor)));
}

QCoro::Task<Result<Room>> ScheduleService::saveRoom(QUuid operation, Room room)
{
    return changed(
        submitWrite(m_executor, &CatalogueOperations::saveRoom, operation, std::move(room)));
}

QCoro::Task<Result<VisitType>> ScheduleService::saveVisitType(QUuid operation, VisitType type)
{
    return changed(
        submitWrite(m_executor, &CatalogueOperations::saveVisitType, operation, std::move(type)));
}

QCoro::Task<Result<WeeklyHours>> ScheduleService::addWeeklyHours(QUuid operation, WeeklyHours hours)
{
    return changed(submitWrite(m_executor, &ScheduleOperations::addHours, operation, hours));
}

QCoro::Task<Result<WeeklyHours>> ScheduleService::setWeeklyHours(QUuid operation, WeeklyHours hours)
{
    return changed(submitWrite(m_executor, &ScheduleOperations::setHours, operation, hours));
}

QCoro::Task<Result<bool>> ScheduleService::removeWeeklyHours(QUuid operation, WeeklyHours seen)
{
    return changed(
        submitWrite(m_executor, &ScheduleOperations::removeHours, operation, std::move(seen)));
}

QCoro::Task<Result<ScheduleException>> ScheduleService::addException(QUuid operation,
                                                                     ScheduleException exception)
{
    return changed(submitWrite(m_executor, &ScheduleOperations::addException, operation,
                               std::move(exception)));
}

QCoro::Task<Result<ScheduleException>> ScheduleService::setException(QUuid operation,
                                                                     ScheduleException exception)
{
    return changed(submitWrite(m_executor, &ScheduleOperations::setException, operation,
                               std::move(exception)));
}

QCoro::Task<Result<bool>> ScheduleService::removeException(QUuid operation, ScheduleException seen)
{
    return changed(
        submitWrite(m_executor, &ScheduleOperations::removeException, operation, std::move(seen)));
}

QCoro::Task<Result<ClosedDay>> ScheduleService::addClosedDay(QUuid operation, ClosedDay day)
{
    return changed(
        submitWrite(m_executor, &ScheduleOperations::addClosedDay, operation, std::move(day)));
}

QCoro::Task<Result<ClosedDay>> ScheduleService::setClosedDay(QUuid operation, ClosedDay day)
{
    return changed(
        submitWrite(m_executor, &ScheduleOperations::setClosedDay, operation, std::move(day)));
}

QCoro::Task<Result<bool>> ScheduleService::removeClosedDay(QUuid operation, ClosedDay seen)
{
    return changed(
        submitWrite(m_executor, &ScheduleOperations::removeClosedDay, operation, std::move(seen)));
}

QCoro::Task<Result<bool>> ScheduleService::setClinic(QUuid operation, Clinic clinic)
{
    return changed(
        submitWrite(m_executor, &CatalogueOperations::setClinic, operation, std::move(clinic)));
}

} // namespace ClinicDesk
