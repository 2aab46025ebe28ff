#include "services/schedules/ScheduleService.h"

#include "services/Answer.h"
#include "services/schedules/ScheduleStore.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

[[noreturn]] void notFound()
{
    throw Refusal {Error {ErrorKind::NotFound, {}, {}, {}}};
}

/// The element that matches, read after a write or for a repeated one; a repeat finds it by what
/// names it.
template<typename T, typename Matches> T theOne(const QList<T> &all, Matches matches)
{
    const auto found = std::find_if(all.cbegin(), all.cend(), matches);
    if (found == all.cend())
        notFound();
    return *found;
}

template<typename T>
QFuture<Result<T>> write(DatabaseExecutor &executor, const QUuid &id, const QString &kind,
                         const QStringList &arguments, TransactionManager::Body<T> body,
                         TransactionManager::Body<T> repeated)
{
    const Operation operation {id.isNull() ? QUuid::createUuid() : id, kind,
                               Operation::hashOf(arguments)};
    return executor.submit<T>([operation, body = std::move(body),
                               repeated = std::move(repeated)](TransactionManager &manager) {
        return manager.run<T>(operation, body, repeated);
    });
}

QFuture<Result<bool>> change(DatabaseExecutor &executor, const QUuid &id, const QString &kind,
                             const QStringList &arguments, std::function<bool(Transaction &)> body)
{
    return write<bool>(
        executor, id, kind, arguments,
        [body = std::move(body)](Transaction &t) {
            if (!body(t))
                notFound();
            return true;
        },
        [](Transaction &) { return true; });
}

template<typename Tag> QString part(Id<Tag> id)
{
    return QString::number(id.value);
}

QString part(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QStringList parts(const Doctor &d)
{
    return {part(d.id),
            part(d.staffId),
            d.specialisation,
            d.licenceNumber,
            d.colour,
            QString::number(d.acceptsAppointments),
            QString::number(d.needsConfirmation),
            QString::number(d.verified),
            QString::number(d.horizonDays),
            QString::number(d.leadMinutes),
            QString::number(d.bufferMinutes),
            QString::number(d.maxPerDay),
            d.endDate ? d.endDate->toString(Qt::ISODate) : QString()};
}

Doctor doctorByLicence(Transaction &t, const QString &licence)
{
    return theOne(ScheduleStore::doctors(t, true),
                  [&](const Doctor &d) { return d.licenceNumber == licence; });
}

} // namespace

ScheduleService::ScheduleService(DatabaseExecutor &executor, QObject *parent)
    : QObject(parent)
    , m_executor(executor)
{
}

QCoro::Task<Result<QList<Doctor>>> ScheduleService::doctors(bool alsoInactive)
{
    return answer(
        submitRead<QList<Doctor>>(m_executor, u"doctors"_s, [alsoInactive](Transaction &t) {
            return ScheduleStore::doctors(t, alsoInactive);
        }));
}

QCoro::Task<Result<Doctor>> ScheduleService::doctorByKey(QString key)
{
    return answer(submitRead<Doctor>(m_executor, u"doctor"_s, [key](Transaction &t) {
        bool isId = false;
        const qint64 id = key.toLongLong(&isId);
        return theOne(ScheduleStore::doctors(t, true),
                      [&](const Doctor &d) { return isId ? d.id.value == id : d.login == key; });
    }));
}

QCoro::Task<Result<QList<Room>>> ScheduleService::rooms(bool alsoInactive)
{
    return answer(submitRead<QList<Room>>(m_executor, u"rooms"_s, [alsoInactive](Transaction &t) {
        return ScheduleStore::rooms(t, alsoInactive);
    }));
}

QCoro::Task<Result<QList<VisitType>>> ScheduleService::visitTypes(bool alsoInactive)
{
    return answer(
        submitRead<QList<VisitType>>(m_executor, u"visit-types"_s, [alsoInactive](Transaction &t) {
            return ScheduleStore::visitTypes(t, alsoInactive);
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

template<typename T> QCoro::Task<Result<T>> ScheduleService::announced(QFuture<Result<T>> future)
{
    const QPointer<ScheduleService> self(this);
    Result<T> result = co_await future;
    if (self && result)
        Q_EMIT self->schedulesChanged();
    co_return result;
}

QCoro::Task<Result<Doctor>> ScheduleService::addDoctor(QUuid operation, Doctor doctor)
{
    const auto stored
        = [licence = doctor.licenceNumber](Transaction &t) { return doctorByLicence(t, licence); };
    return announced(write<Doctor>(
        m_executor, operation, u"doctor-add"_s, parts(doctor),
        [doctor, stored](Transaction &t) {
            ScheduleStore::insertDoctor(t, doctor);
            return stored(t);
        },
        stored));
}

QCoro::Task<Result<Doctor>> ScheduleService::setDoctor(QUuid operation, Doctor doctor)
{
    const auto stored = [id = doctor.id](Transaction &t) {
        return theOne(ScheduleStore::doctors(t, true),
                      [id](const Doctor &d) { return d.id == id; });
    };
    return announced(write<Doctor>(
        m_executor, operation, u"doctor-set"_s, parts(doctor),
        [doctor, stored](Transaction &t) {
            if (!ScheduleStore::updateDoctor(t, doctor))
                notFound();
            return stored(t);
        },
        stored));
}

QCoro::Task<Result<Room>> ScheduleService::saveRoom(QUuid operation, Room room)
{
    const auto stored = [name = room.name](Transaction &t) {
        return theOne(ScheduleStore::rooms(t, true), [&](const Room &r) { return r.name == name; });
    };
    return announced(write<Room>(
        m_executor, operation, u"room-save"_s,
        {part(room.id), room.name, QString::number(room.active)},
        [room, stored](Transaction &t) {
            if (!room.id.isValid())
                ScheduleStore::insertRoom(t, room);
            else if (!ScheduleStore::updateRoom(t, room))
                notFound();
            return stored(t);
        },
        stored));
}

QCoro::Task<Result<VisitType>> ScheduleService::saveVisitType(QUuid operation, VisitType type)
{
    const auto stored = [name = type.name](Transaction &t) {
        return theOne(ScheduleStore::visitTypes(t, true),
                      [&](const VisitType &v) { return v.name == name; });
    };
    return announced(write<VisitType>(
        m_executor, operation, u"visit-type-save"_s,
        {part(type.id), type.name, QString::number(type.minutes), type.colour,
         QString::number(type.kioskBookable), QString::number(type.active)},
        [type, stored](Transaction &t) {
            if (!type.id.isValid())
                ScheduleStore::insertVisitType(t, type);
            else if (!ScheduleStore::updateVisitType(t, type))
                notFound();
            return stored(t);
        },
        stored));
}

QCoro::Task<Result<WeeklyHours>> ScheduleService::addWeeklyHours(QUuid operation, WeeklyHours hours)
{
    const auto stored = [hours](Transaction &t) {
        return theOne(ScheduleStore::weeklyHours(t, hours.doctor), [&](const WeeklyHours &w) {
            return w.weekday == hours.weekday && w.from == hours.from && w.to == hours.to;
        });
    };
    return announced(write<WeeklyHours>(
        m_executor, operation, u"hours-add"_s,
        {part(hours.doctor), QString::number(hours.weekday), hours.from.toString(),
         hours.to.toString(), QString::number(hours.slotMinutes)},
        [hours, stored](Transaction &t) {
            ScheduleStore::insertWeeklyHours(t, hours);
            return stored(t);
        },
        stored));
}

QCoro::Task<Result<bool>> ScheduleService::removeWeeklyHours(QUuid operation, WeeklyHoursId id)
{
    return announced(
        change(m_executor, operation, u"hours-remove"_s, {part(id)},
               [id](Transaction &t) { return ScheduleStore::removeWeeklyHours(t, id); }));
}

QCoro::Task<Result<ScheduleException>> ScheduleService::addException(QUuid operation,
                                                                     ScheduleException exception)
{
    const auto stored = [exception](Transaction &t) {
        return theOne(ScheduleStore::exceptions(t, exception.doctor,
                                                exception.start.date().addDays(-1),
                                                exception.end.date().addDays(1)),
                      [&](const ScheduleException &e) {
                          return e.kind == exception.kind && e.start == exception.start
                              && e.end == exception.end;
                      });
    };
    return announced(write<ScheduleException>(
        m_executor, operation, u"exception-add"_s,
        {part(exception.doctor), QString::number(int(exception.kind)), part(exception.start),
         part(exception.end), QString::number(exception.slotMinutes), exception.reason},
        [exception, stored](Transaction &t) {
            ScheduleStore::insertException(t, exception);
            return stored(t);
        },
        stored));
}

QCoro::Task<Result<bool>> ScheduleService::removeException(QUuid operation, ScheduleExceptionId id)
{
    return announced(
        change(m_executor, operation, u"exception-remove"_s, {part(id)},
               [id](Transaction &t) { return ScheduleStore::removeException(t, id); }));
}

QCoro::Task<Result<bool>> ScheduleService::addClosedDay(QUuid operation, ClosedDay day)
{
    return announced(change(m_executor, operation, u"closed-day-add"_s,
                            {day.day.toString(Qt::ISODate), day.name}, [day](Transaction &t) {
                                ScheduleStore::insertClosedDay(t, day);
                                return true;
                            }));
}

QCoro::Task<Result<bool>> ScheduleService::removeClosedDay(QUuid operation, QDate day)
{
    return announced(
        change(m_executor, operation, u"closed-day-remove"_s, {day.toString(Qt::ISODate)},
               [day](Transaction &t) { return ScheduleStore::removeClosedDay(t, day); }));
}

QCoro::Task<Result<bool>> ScheduleService::setClinic(QUuid operation, Clinic clinic)
{
    return announced(
        change(m_executor, operation, u"clinic-set"_s,
               {clinic.name, QString::fromLatin1(clinic.zone.id())},
               [clinic](Transaction &t) { return ScheduleStore::updateClinic(t, clinic); }));
}

} // namespace ClinicDesk
