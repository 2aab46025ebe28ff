#include "ctl/schedules/ScheduleArguments.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

constexpr int shortestSlot = 5;
constexpr int longestSlot = 240;

TypedHours hoursOf(Arguments &arguments)
{
    return {.operation = arguments.operation(),
            .id = {},
            .version = {},
            .doctor = arguments.text(u"doctor"_s),
            .weekday = arguments.optionalNumber(u"weekday"_s, 1, 7),
            .from = arguments.time(u"from"_s),
            .to = arguments.endTime(u"to"_s),
            .slotMinutes = arguments.optionalNumber(u"slot"_s, shortestSlot, longestSlot)};
}

std::optional<ExceptionKind> kindOf(Arguments &arguments)
{
    if (!arguments.has(u"kind"_s))
        return std::nullopt;
    const QString kind = arguments.text(u"kind"_s);
    if (kind != "leave"_L1 && kind != "extra"_L1)
        arguments.complain(u"kind"_s, u"format"_s);
    return kind == "extra"_L1 ? ExceptionKind::Extra : ExceptionKind::Leave;
}

TypedException exceptionOf(Arguments &arguments)
{
    return {.operation = arguments.operation(),
            .id = {},
            .version = {},
            .doctor = arguments.text(u"doctor"_s),
            .kind = kindOf(arguments),
            .start = arguments.optionalInstant(u"start"_s),
            .end = arguments.optionalInstant(u"end"_s),
            .slotMinutes = arguments.optionalNumber(u"slot"_s, shortestSlot, longestSlot),
            .reason = arguments.optionalText(u"reason"_s)};
}

/// Whether the zone's clock shows the typed time, which then is `field`'s.
bool takeTime(QDateTime &field, const std::optional<TypedTime> &typed, const QTimeZone &zone)
{
    if (!typed)
        return true;
    const std::optional<QDateTime> instant = typed->at(zone);
    replace(field, instant);
    return instant.has_value();
}

} // namespace

void TypedHours::applyTo(WeeklyHours &hours) const
{
    replace(hours.weekday, weekday);
    replace(hours.from, from);
    replace(hours.to, to);
    replace(hours.slotMinutes, slotMinutes);
}

Result<bool> TypedException::applyTo(ScheduleException &exception, const QTimeZone &zone) const
{
    replace(exception.kind, kind);
    replace(exception.slotMinutes, slotMinutes);
    replace(exception.reason, reason);
    if (!takeTime(exception.start, start, zone))
        return unexpected(validationError(u"start"_s, u"invalid_time"_s));
    if (!takeTime(exception.end, end, zone))
        return unexpected(validationError(u"end"_s, u"invalid_time"_s));
    return true;
}

Result<TypedHours> readNewHours(Arguments arguments)
{
    for (const QString &option : {u"doctor"_s, u"weekday"_s, u"from"_s, u"to"_s})
        arguments.required(option);
    const TypedHours hours = hoursOf(arguments);
    return arguments.checked(hours);
}

Result<TypedHours> readChangedHours(Arguments arguments)
{
    TypedHours hours = hoursOf(arguments);
    hours.id = WeeklyHoursId {arguments.id(u"hours"_s)};
    hours.version = arguments.version();
    return arguments.checked(hours);
}

Result<Removal<WeeklyHoursId>> readHoursRemoval(Arguments arguments)
{
    const Removal<WeeklyHoursId> removal {.operation = arguments.operation(),
                                          .key = WeeklyHoursId {arguments.id(u"hours"_s)},
                                          .version = arguments.version()};
    return arguments.checked(removal);
}

Result<TypedException> readNewException(Arguments arguments)
{
    for (const QString &option : {u"doctor"_s, u"kind"_s, u"start"_s, u"end"_s})
        arguments.required(option);
    const TypedException exception = exceptionOf(arguments);
    return arguments.checked(exception);
}

Result<TypedException> readChangedException(Arguments arguments)
{
    TypedException exception = exceptionOf(arguments);
    exception.id = ScheduleExceptionId {arguments.id(u"exception"_s)};
    exception.version = arguments.version();
    return arguments.checked(exception);
}

Result<Removal<ScheduleExceptionId>> readExceptionRemoval(Arguments arguments)
{
    const Removal<ScheduleExceptionId> removal {
        .operation = arguments.operation(),
        .key = ScheduleExceptionId {arguments.id(u"exception"_s)},
        .version = arguments.version()};
    return arguments.checked(removal);
}

Result<TypedClosedDay> readClosedDay(Arguments arguments)
{
    const TypedClosedDay typed {.operation = arguments.operation(),
                                .day = {arguments.date(u"date"_s), arguments.required(u"name"_s)},
                                .version = arguments.version()};
    return arguments.checked(typed);
}

Result<Removal<QDate>> readClosedDayRemoval(Arguments arguments)
{
    const Removal<QDate> removal {.operation = arguments.operation(),
                                  .key = arguments.date(u"date"_s),
                                  .version = arguments.version()};
    return arguments.checked(removal);
}

Result<ListRequest> readList(Arguments arguments)
{
    const ListRequest request {arguments.text(u"doctor"_s), arguments.optionalDate(u"from"_s),
                               arguments.optionalDate(u"to"_s)};
    return arguments.checked(request);
}

} // namespace ClinicDesk::Ctl
