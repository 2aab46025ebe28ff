#include "ctl/schedules/ScheduleJson.h"

#include "ctl/JsonValue.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace Ctl;

namespace {

QString clockText(QTime value)
{
    return value.isValid() ? value.toString(u"HH:mm"_s) : u"24:00"_s;
}

} // namespace

QJsonObject jsonOf(const WeeklyHours &hours)
{
    return {{u"id"_s, hours.id.value},      {u"doctor"_s, hours.doctor.value},
            {u"weekday"_s, hours.weekday},  {u"from"_s, clockText(hours.from)},
            {u"to"_s, clockText(hours.to)}, {u"slotMinutes"_s, hours.slotMinutes},
            {u"version"_s, hours.version}};
}

QJsonObject jsonOf(const ScheduleException &exception, const QTimeZone &zone)
{
    return {{u"id"_s, exception.id.value},
            {u"doctor"_s, exception.doctor.value},
            {u"kind"_s, exception.kind == ExceptionKind::Leave ? u"leave"_s : u"extra"_s},
            {u"start"_s, jsonTime(exception.start, zone)},
            {u"end"_s, jsonTime(exception.end, zone)},
            {u"slotMinutes"_s, exception.slotMinutes},
            {u"reason"_s, exception.reason},
            {u"version"_s, exception.version}};
}

QJsonObject jsonOf(const ClosedDay &day)
{
    return {{u"date"_s, day.day.toString(Qt::ISODate)},
            {u"name"_s, day.name},
            {u"version"_s, day.version}};
}

} // namespace ClinicDesk
