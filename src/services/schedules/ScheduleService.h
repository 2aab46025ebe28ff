#pragma once

#include "database/DatabaseExecutor.h"
#include "domain/Clinic.h"
#include "domain/Load.h"
#include "domain/Result.h"
#include "domain/Schedule.h"
#include "domain/Staff.h"

#include <QCoroTask>

#include <QObject>
#include <QUuid>

namespace ClinicDesk {

/// Doctors, hours, exceptions, closed days, rooms and visit types. Writing needs the administrator
/// (own exceptions: the doctor). Each write is one operation, exactly once by its id; a changed row
/// carries the version that was seen, else StaleRow. "Remove" makes a row inactive. Lives on the
/// caller's thread.
class ScheduleService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScheduleService)
public:
    explicit ScheduleService(DatabaseExecutor &executor, QObject *parent = nullptr);

    QCoro::Task<Result<QList<Doctor>>> doctors(bool alsoInactive = false);
    /// By id or login. NotFound.
    QCoro::Task<Result<Doctor>> doctorByKey(QString key);
    QCoro::Task<Result<QList<Room>>> rooms(bool alsoInactive = false);
    QCoro::Task<Result<QList<VisitType>>> visitTypes(bool alsoInactive = false);
    QCoro::Task<Result<QList<WeeklyHours>>> weeklyHours(DoctorId doctor);
    QCoro::Task<Result<QList<ScheduleException>>> exceptions(DoctorId doctor, QDate from, QDate to);
    QCoro::Task<Result<QList<ClosedDay>>> closedDays(QDate from, QDate to);
    /// When the doctors really work from `from` to `to` (clinic's days, inclusive), with each grid.
    QCoro::Task<Result<QList<OpenSpan>>> openSpans(QList<DoctorId> doctors, QDate from, QDate to);
    /// How full every doctor's days are (clinic's days, inclusive); days without hours and visits
    /// are left out.
    QCoro::Task<Result<QList<DoctorLoad>>> load(QDate from, QDate to);

    QCoro::Task<Result<Doctor>> addDoctor(QUuid operation, Doctor doctor); ///< staffId must exist
    QCoro::Task<Result<Doctor>> setDoctor(QUuid operation, Doctor doctor);
    QCoro::Task<Result<Room>> saveRoom(QUuid operation, Room room); ///< id 0 adds
    QCoro::Task<Result<VisitType>> saveVisitType(QUuid operation, VisitType type); ///< id 0 adds
    QCoro::Task<Result<WeeklyHours>> addWeeklyHours(QUuid operation, WeeklyHours hours);
    QCoro::Task<Result<WeeklyHours>> setWeeklyHours(QUuid operation, WeeklyHours hours);
    QCoro::Task<Result<bool>> removeWeeklyHours(QUuid operation, WeeklyHours seen);
    QCoro::Task<Result<ScheduleException>> addException(QUuid operation,
                                                        ScheduleException exception);
    QCoro::Task<Result<ScheduleException>> setException(QUuid operation,
                                                        ScheduleException exception);
    QCoro::Task<Result<bool>> removeException(QUuid operation, ScheduleException seen);
    QCoro::Task<Result<ClosedDay>> addClosedDay(QUuid operation, ClosedDay day);
    QCoro::Task<Result<ClosedDay>> setClosedDay(QUuid operation, ClosedDay day); ///< its name
    QCoro::Task<Result<bool>> removeClosedDay(QUuid operation, ClosedDay seen);
    QCoro::Task<Result<bool>> setClinic(QUuid operation, Clinic clinic);

Q_SIGNALS:
    void schedulesChanged();

private:
    template<typename T> QCoro::Task<Result<T>> changed(QFuture<Result<T>> future);

    DatabaseExecutor &m_executor;
};

} // namespace ClinicDesk
