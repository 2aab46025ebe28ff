#include "ctl/ScheduleCommands.h"

#include "ctl/Json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

const OptionSpec operationOption {u"operation"_s, u"UUID"_s,
                                  u"The request's id; a repeat returns the first result."_s};

Result<Answer> answerOf(const Result<bool> &result, const QString &line)
{
    if (!result)
        return unexpected(result.error());
    Answer answer;
    answer.json.insert(u"done"_s, true);
    answer.lines.append(line);
    return answer;
}

template<typename Value, typename... Zone>
Result<Answer> answerOf(const Result<Value> &result, const QString &name, const Zone &...zone)
{
    if (!result)
        return unexpected(result.error());
    Answer answer;
    answer.json.insert(name, Json::of(*result, zone...));
    answer.lines.append(u"Number %1 is saved."_s.arg(result->id.value));
    return answer;
}

QCoro::Task<Result<QList<DoctorId>>> doctorsOf(Context &context, Arguments arguments)
{
    QList<DoctorId> ids;
    if (arguments.has(u"doctor"_s)) {
        const Result<Doctor> doctor
            = co_await context.schedules.doctorByKey(arguments.text(u"doctor"_s));
        if (!doctor)
            co_return unexpected(doctor.error());
        ids.append(doctor->id);
        co_return ids;
    }
    const Result<QList<Doctor>> all = co_await context.schedules.doctors(true);
    if (!all)
        co_return unexpected(all.error());
    for (const Doctor &doctor : *all)
        ids.append(doctor.id);
    co_return ids;
}

// --- Weekly hours

/// The typed values over those of `hours`.
void readHours(Arguments &arguments, WeeklyHours &hours)
{
    hours.weekday = arguments.number(u"weekday"_s, 1, 7, hours.weekday);
    if (arguments.has(u"from"_s))
        hours.from = arguments.time(u"from"_s);
    if (arguments.has(u"to"_s))
        hours.to = arguments.time(u"to"_s);
    hours.slotMinutes = arguments.number(u"slot"_s, 5, 240, hours.slotMinutes);
}

CommandTask addHours(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    for (const QString &option : {u"doctor"_s, u"weekday"_s, u"from"_s, u"to"_s})
        arguments.required(option);
    WeeklyHours hours;
    readHours(arguments, hours);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<Doctor> doctor
        = co_await context.schedules.doctorByKey(arguments.text(u"doctor"_s));
    if (!doctor)
        co_return unexpected(doctor.error());
    hours.doctor = doctor->id;
    co_return answerOf(co_await context.schedules.addWeeklyHours(operation, hours), u"hours"_s);
}

QCoro::Task<Result<QList<WeeklyHours>>> allHours(Context &context, Arguments arguments)
{
    const Result<QList<DoctorId>> doctors = co_await doctorsOf(context, arguments);
    if (!doctors)
        co_return unexpected(doctors.error());
    QList<WeeklyHours> all;
    for (const DoctorId doctor : *doctors) {
        const Result<QList<WeeklyHours>> hours = co_await context.schedules.weeklyHours(doctor);
        if (!hours)
            co_return unexpected(hours.error());
        all.append(*hours);
    }
    co_return all;
}

CommandTask listHours(Context &context, Arguments arguments)
{
    const Result<QList<WeeklyHours>> all = co_await allHours(context, arguments);
    if (!all)
        co_return unexpected(all.error());
    Answer answer;
    for (const WeeklyHours &hours : *all)
        answer.lines.append(
            u"%1  doctor %2  weekday %3  %4 to %5, every %6 min"_s.arg(hours.id.value, 4)
                .arg(hours.doctor.value)
                .arg(hours.weekday)
                .arg(hours.from.toString(u"HH:mm"_s),
                     hours.to.isValid() ? hours.to.toString(u"HH:mm"_s) : u"24:00"_s)
                .arg(hours.slotMinutes));
    answer.json.insert(u"hours"_s, Json::list(*all));
    co_return answer;
}

CommandTask setHours(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const qint64 id = arguments.id(u"hours"_s);
    WeeklyHours unused;
    readHours(arguments, unused);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<QList<WeeklyHours>> all = co_await allHours(context, Arguments());
    if (!all)
        co_return unexpected(all.error());
    const auto old = std::find_if(all->cbegin(), all->cend(),
                                  [&](const WeeklyHours &h) { return h.id.value == id; });
    if (old == all->cend())
        co_return unexpected(Error {ErrorKind::NotFound, u"hours"_s, {}, {}});
    WeeklyHours changed = *old;
    readHours(arguments, changed);
    co_return answerOf(co_await context.schedules.setWeeklyHours(operation, changed), u"hours"_s);
}

CommandTask removeHours(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const WeeklyHoursId id {arguments.id(u"hours"_s)};
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    co_return answerOf(co_await context.schedules.removeWeeklyHours(operation, id),
                       u"The hours are removed."_s);
}

// --- Exceptions

void readException(Arguments &arguments, ScheduleException &exception, const QTimeZone &zone)
{
    if (arguments.has(u"kind"_s)) {
        const QString kind = arguments.text(u"kind"_s);
        if (kind != "leave"_L1 && kind != "extra"_L1)
            arguments.complain(u"kind"_s, u"format"_s);
        exception.kind = kind == "extra"_L1 ? ExceptionKind::Extra : ExceptionKind::Leave;
    }
    exception.start = arguments.optionalInstant(u"start"_s, zone).value_or(exception.start);
    exception.end = arguments.optionalInstant(u"end"_s, zone).value_or(exception.end);
    exception.slotMinutes = arguments.number(u"slot"_s, 5, 240, exception.slotMinutes);
    exception.reason = arguments.text(u"reason"_s, exception.reason);
}

CommandTask addException(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    for (const QString &option : {u"doctor"_s, u"kind"_s, u"start"_s, u"end"_s})
        arguments.required(option);
    ScheduleException exception;
    readException(arguments, exception, context.zone());
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<Doctor> doctor
        = co_await context.schedules.doctorByKey(arguments.text(u"doctor"_s));
    if (!doctor)
        co_return unexpected(doctor.error());
    exception.doctor = doctor->id;
    co_return answerOf(co_await context.schedules.addException(operation, exception),
                       u"exception"_s, context.zone());
}

QCoro::Task<Result<QList<ScheduleException>>> allExceptions(Context &context, Arguments arguments,
                                                            QDate from, QDate to)
{
    const Result<QList<DoctorId>> doctors = co_await doctorsOf(context, arguments);
    if (!doctors)
        co_return unexpected(doctors.error());
    QList<ScheduleException> all;
    for (const DoctorId doctor : *doctors) {
        const Result<QList<ScheduleException>> found
            = co_await context.schedules.exceptions(doctor, from, to);
        if (!found)
            co_return unexpected(found.error());
        all.append(*found);
    }
    co_return all;
}

CommandTask listExceptions(Context &context, Arguments arguments)
{
    const QDate from = arguments.date(u"from"_s, context.today());
    const QDate to = arguments.date(u"to"_s, from.addDays(365));
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<QList<ScheduleException>> all
        = co_await allExceptions(context, arguments, from, to);
    if (!all)
        co_return unexpected(all.error());
    Answer answer;
    for (const ScheduleException &exception : *all)
        answer.lines.append(
            u"%1  doctor %2  %3  %4 to %5  %6"_s.arg(exception.id.value, 4)
                .arg(exception.doctor.value)
                .arg(exception.kind == ExceptionKind::Leave ? u"leave"_s : u"extra"_s,
                     isoText(exception.start, context.zone()),
                     isoText(exception.end, context.zone()), exception.reason));
    answer.json.insert(u"exceptions"_s, Json::list(*all, context.zone()));
    co_return answer;
}

CommandTask setException(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const qint64 id = arguments.id(u"exception"_s);
    ScheduleException unused;
    readException(arguments, unused, context.zone());
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<QList<ScheduleException>> all = co_await allExceptions(
        context, Arguments(), context.today().addYears(-5), context.today().addYears(5));
    if (!all)
        co_return unexpected(all.error());
    const auto old = std::find_if(all->cbegin(), all->cend(),
                                  [&](const ScheduleException &e) { return e.id.value == id; });
    if (old == all->cend())
        co_return unexpected(Error {ErrorKind::NotFound, u"exception"_s, {}, {}});
    ScheduleException changed = *old;
    readException(arguments, changed, context.zone());
    co_return answerOf(co_await context.schedules.setException(operation, changed), u"exception"_s,
                       context.zone());
}

CommandTask removeException(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const ScheduleExceptionId id {arguments.id(u"exception"_s)};
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    co_return answerOf(co_await context.schedules.removeException(operation, id),
                       u"The exception is removed."_s);
}

// --- Closed days

CommandTask addClosedDay(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const ClosedDay day {arguments.date(u"date"_s), arguments.required(u"name"_s)};
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<ClosedDay> added = co_await context.schedules.addClosedDay(operation, day);
    if (!added)
        co_return unexpected(added.error());
    co_return answerOf(Result<bool>(true),
                       u"The clinic is closed on "_s + day.day.toString(Qt::ISODate));
}

CommandTask setClosedDay(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    ClosedDay day {arguments.date(u"date"_s), arguments.required(u"name"_s)};
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<QList<ClosedDay>> days = co_await context.schedules.closedDays(day.day, day.day);
    if (!days)
        co_return unexpected(days.error());
    if (days->isEmpty())
        co_return unexpected(Error::of(ErrorKind::NotFound, u"date"_s));
    day.version = days->constFirst().version;
    const Result<ClosedDay> changed = co_await context.schedules.setClosedDay(operation, day);
    if (!changed)
        co_return unexpected(changed.error());
    co_return answerOf(Result<bool>(true), u"The day has a new name."_s);
}

CommandTask listClosedDays(Context &context, Arguments arguments)
{
    const QDate from = arguments.date(u"from"_s, context.today());
    const QDate to = arguments.date(u"to"_s, from.addDays(730));
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<QList<ClosedDay>> days = co_await context.schedules.closedDays(from, to);
    if (!days)
        co_return unexpected(days.error());
    Answer answer;
    for (const ClosedDay &day : *days)
        answer.lines.append(day.day.toString(Qt::ISODate) + u"  "_s + day.name);
    answer.json.insert(u"closedDays"_s, Json::list(*days));
    co_return answer;
}

CommandTask removeClosedDay(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const QDate day = arguments.date(u"date"_s);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    co_return answerOf(co_await context.schedules.removeClosedDay(operation, day),
                       u"The clinic is open that day."_s);
}

Command command(const QString &name, const QString &help, const QStringList &words,
                const QList<OptionSpec> &options, decltype(Command::run) run)
{
    return {name, help, words, options, Command::Needs::SignIn, run};
}

} // namespace

QList<Command> scheduleCommands()
{
    const QList<OptionSpec> doctor {{u"doctor"_s, u"D"_s, u"A doctor's id or login."_s}};
    const QList<OptionSpec> slot {{u"slot"_s, u"MINUTES"_s, u"The grid (default 20)."_s},
                                  operationOption};
    const QList<OptionSpec> hours {
        {u"weekday"_s, u"N"_s, u"1 Monday to 7 Sunday."_s},
        {u"from"_s, u"HH:MM"_s, u"The clinic's time."_s},
        {u"to"_s, u"HH:MM"_s, u"The clinic's time; 24:00 is midnight."_s}};
    const QList<OptionSpec> exception {{u"kind"_s, u"leave|extra"_s, u"Away, or extra hours."_s},
                                       {u"start"_s, u"TIME"_s, u"ISO 8601."_s},
                                       {u"end"_s, u"TIME"_s, u"ISO 8601."_s},
                                       {u"reason"_s, u"TEXT"_s, u"Why."_s}};
    const QList<OptionSpec> span {{u"from"_s, u"DATE"_s, u"The first day (default: today)."_s},
                                  {u"to"_s, u"DATE"_s, u"The last day."_s}};
    const QList<OptionSpec> date {{u"date"_s, u"DATE"_s, u"The day."_s}, operationOption};
    const QList<OptionSpec> name {{u"name"_s, u"TEXT"_s, u"Why, such as a holiday's name."_s}};
    return {
        command(u"hours add"_s, u"Add a range of a doctor's week."_s, {}, doctor + hours + slot,
                &addHours),
        command(u"hours set"_s, u"Change a range of a doctor's week."_s, {u"HOURS"_s}, hours + slot,
                &setHours),
        command(u"hours list"_s, u"List the weekly hours."_s, {}, doctor, &listHours),
        command(u"hours remove"_s, u"Remove a range of a doctor's week."_s, {u"HOURS"_s},
                {operationOption}, &removeHours),
        command(u"exceptions add"_s, u"Add a doctor's leave or extra hours."_s, {},
                doctor + exception + slot, &addException),
        command(u"exceptions set"_s, u"Change leave or extra hours."_s, {u"EXCEPTION"_s},
                exception + slot, &setException),
        command(u"exceptions list"_s, u"List leave and extra hours."_s, {}, doctor + span,
                &listExceptions),
        command(u"exceptions remove"_s, u"Remove leave or extra hours."_s, {u"EXCEPTION"_s},
                {operationOption}, &removeException),
        command(u"closed-days add"_s, u"Close the clinic on a day."_s, {}, date + name,
                &addClosedDay),
        command(u"closed-days set"_s, u"Rename a closed day."_s, {}, date + name, &setClosedDay),
        command(u"closed-days list"_s, u"List the closed days."_s, {}, span, &listClosedDays),
        command(u"closed-days remove"_s, u"Open the clinic on a closed day."_s, {}, date,
                &removeClosedDay),
    };
}

} // namespace ClinicDesk::Ctl
