#include "services/appointments/AppointmentArguments.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::AppointmentOperations {

namespace {

QString part(const QDateTime &time)
{
    return time.isValid() ? QString::number(time.toMSecsSinceEpoch()) : QString();
}

template<typename Tag> QString part(const std::optional<Id<Tag>> &id)
{
    return id ? QString::number(id->value) : QString();
}

QString part(const std::optional<QDateTime> &time)
{
    return time ? part(*time) : QString();
}

QString part(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QString();
}

QStringList parts(const std::optional<RuleOverride> &override)
{
    return override ? QStringList {override->rule, override->because} : QStringList {};
}

} // namespace

QStringList parts(const BookRequest &r)
{
    return QStringList {u"book"_s,
                        QString::number(r.doctor.value),
                        QString::number(r.patient.value),
                        part(r.room),
                        part(r.visitType),
                        part(r.start),
                        part(r.end),
                        r.reason}
    + parts(r.override);
}

QStringList parts(const StatusRequest &r)
{
    return {toKey(r.to), QString::number(r.appointment.value), r.reason, part(r.version)};
}

QStringList parts(const MoveRequest &r)
{
    return QStringList {u"move"_s,
                        QString::number(r.appointment.value),
                        part(r.doctor),
                        part(r.room),
                        r.clearRoom ? u"none"_s : QString(),
                        part(r.start),
                        part(r.end),
                        part(r.version)}
    + parts(r.override);
}

QStringList parts(const AppointmentRequest &r)
{
    return {QString::number(r.appointment.value), part(r.version)};
}

Operation operationOf(const QUuid &id, const QString &kind, const QStringList &arguments)
{
    return {id.isNull() ? QUuid::createUuid() : id, kind, Operation::hashOf(arguments)};
}

} // namespace ClinicDesk::AppointmentOperations
