#include "services/appointments/AppointmentArguments.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::AppointmentOperations {

namespace {

QStringList parts(const std::optional<RuleOverride> &override)
{
    return override ? QStringList {override->rule, override->because} : QStringList {};
}

} // namespace

QStringList parts(const BookRequest &r)
{
    return partsOf(u"book"_s, r.doctor, r.patient, r.room, r.visitType, r.start, r.end, r.reason)
        + parts(r.override);
}

QStringList parts(const StatusRequest &r)
{
    return partsOf(toKey(r.to), r.appointment, r.reason, r.version);
}

QStringList parts(const MoveRequest &r)
{
    return partsOf(u"move"_s, r.appointment, r.doctor, r.room, r.clearRoom ? u"none"_s : QString(),
                   r.start, r.end, r.version)
        + parts(r.override);
}

QStringList parts(const AppointmentRequest &r)
{
    return partsOf(r.appointment, r.version);
}

} // namespace ClinicDesk::AppointmentOperations
