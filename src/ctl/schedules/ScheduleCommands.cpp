#include "ctl/Commands.h"
#include "ctl/CommonOptions.h"
#include "ctl/JsonValue.h"
#include "ctl/schedules/ScheduleArguments.h"
#include "ctl/schedules/ScheduleJson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

Result<Answer> doneOr(const Result<bool> &result, const QString &line)
{
    if (!result)
        return unexpected(result.error());
    return Answer {{{u"done"_s, true}}, {line}};
}

template<typename Value, typename... Zone>
Result<Answer> savedOr(const Result<Value> &result, const QString &name, const Zone &...zone)
{
    if (!result)
        return unexpected(result.error());
    return Answer {{{name, jsonOf(*result, zone...)}},
                   {u"Number %1 is saved."_s.arg(result->id.value)}};
}

/// The doctor with this id or login; all for an empty key.
QCoro::Task<Result<QList<DoctorId>>> doctorsOf(Context &context, QString key)
{
    QList<DoctorId> ids;
    if (!key.isEmpty()) {
        const Result<Doctor> doctor = co_await context.schedules.doctorByKey(key);
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

template<typename Row, typename RowId>
Result<Row> rowWith(const QList<Row> &all, RowId id, std::optional<int> version,
                    const QString &field)
{
    const auto found
        = std::find_if(all.cbegin(), all.cend(), [id](const Row &row) { return row.id == id; });
    if (found == all.cend())
        return unexpected(Error::of(ErrorKind::NotFound, field));
    Row row = *found;
    replace(row.version, version);
    return row;
}

/// What a removal is sent with. A row that is gone may be what this very operation removed: it is
/// sent by its key, and the server knows.
template<typename Row> Result<Row> orGone(Result<Row> seen, const Row &gone)
{
    return !seen && seen.error().kind == ErrorKind::NotFound ? Result<Row>(gone) : seen;
}

// --- Weekly hours

CommandTask addHours(Context &context, TypedHours typed)
{
    const Result<Doctor> doctor = co_await context.schedules.doctorByKey(typed.doctor);
    if (!doctor)
        co_return unexpected(doctor.error());
    WeeklyHours hours;
    hours.doctor = doctor->id;
    typed.applyTo(hours);
    co_return savedOr(co_await context.schedules.addWeeklyHours(typed.operation, hours),
                      u"hours"_s);
}

QCoro::Task<Result<QList<WeeklyHours>>> allHours(Context &context, QString doctorKey)
{
    const Result<QList<DoctorId>> doctors = co_await doctorsOf(context, doctorKey);
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

CommandTask listHours(Context &context, ListRequest request)
{
    const Result<QList<WeeklyHours>> all = co_await allHours(context, request.doctor);
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
    answer.json.insert(u"hours"_s, jsonList(*all));
    co_return answer;
}

/// As they stand now, or with the version that was seen.
QCoro::Task<Result<WeeklyHours>> hoursWith(Context &context, WeeklyHoursId id,
                                           std::optional<int> version)
{
    const QString ofAnyDoctor;
    const Result<QList<WeeklyHours>> all = co_await allHours(context, ofAnyDoctor);
    if (!all)
        co_return unexpected(all.error());
    co_return rowWith(*all, id, version, u"hours"_s);
}

CommandTask setHours(Context &context, TypedHours typed)
{
    Result<WeeklyHours> changed = co_await hoursWith(context, typed.id, typed.version);
    if (!changed)
        co_return unexpected(changed.error());
    typed.applyTo(*changed);
    co_return savedOr(co_await context.schedules.setWeeklyHours(typed.operation, *changed),
                      u"hours"_s);
}

CommandTask removeHours(Context &context, Removal<WeeklyHoursId> removal)
{
    WeeklyHours gone;
    gone.id = removal.key;
    const Result<WeeklyHours> seen
        = orGone(co_await hoursWith(context, removal.key, removal.version), gone);
    if (!seen)
        co_return unexpected(seen.error());
    co_return doneOr(co_await context.schedules.removeWeeklyHours(removal.operation, *seen),
                     u"The hours are removed."_s);
}

// --- Exceptions

CommandTask addException(Context &context, TypedException typed)
{
    ScheduleException exception;
    const Result<bool> applied = typed.applyTo(exception, context.zone());
    if (!applied)
        co_return unexpected(applied.error());
    const Result<Doctor> doctor = co_await context.schedules.doctorByKey(typed.doctor);
    if (!doctor)
        co_return unexpected(doctor.error());
    exception.doctor = doctor->id;
    co_return savedOr(co_await context.schedules.addException(typed.operation, exception),
                      u"exception"_s, context.zone());
}

QCoro::Task<Result<QList<ScheduleException>>> allExceptions(Context &context, QString doctorKey,
                                                            QDate from, QDate to)
{
    const Result<QList<DoctorId>> doctors = co_await doctorsOf(context, doctorKey);
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

CommandTask listExceptions(Context &context, ListRequest request)
{
    const QDate from = request.from.value_or(context.today());
    const Result<QList<ScheduleException>> all = co_await allExceptions(
        context, request.doctor, from, request.to.value_or(from.addDays(365)));
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
    answer.json.insert(u"exceptions"_s, jsonList(*all, context.zone()));
    co_return answer;
}

QCoro::Task<Result<ScheduleException>> exceptionWith(Context &context, ScheduleExceptionId id,
                                                     std::optional<int> version)
{
    const QString ofAnyDoctor;
    const Result<QList<ScheduleException>> all = co_await allExceptions(
        context, ofAnyDoctor, context.today().addYears(-5), context.today().addYears(5));
    if (!all)
        co_return unexpected(all.error());
    co_return rowWith(*all, id, version, u"exception"_s);
}

CommandTask setException(Context &context, TypedException typed)
{
    Result<ScheduleException> changed = co_await exceptionWith(context, typed.id, typed.version);
    if (!changed)
        co_return unexpected(changed.error());
    const Result<bool> applied = typed.applyTo(*changed, context.zone());
    if (!applied)
        co_return unexpected(applied.error());
    co_return savedOr(co_await context.schedules.setException(typed.operation, *changed),
                      u"exception"_s, context.zone());
}

CommandTask removeException(Context &context, Removal<ScheduleExceptionId> removal)
{
    ScheduleException gone;
    gone.id = removal.key;
    const Result<ScheduleException> seen
        = orGone(co_await exceptionWith(context, removal.key, removal.version), gone);
    if (!seen)
        co_return unexpected(seen.error());
    co_return doneOr(co_await context.schedules.removeException(removal.operation, *seen),
                     u"The exception is removed."_s);
}

// --- Closed days

CommandTask addClosedDay(Context &context, TypedClosedDay typed)
{
    const Result<ClosedDay> added
        = co_await context.schedules.addClosedDay(typed.operation, typed.day);
    if (!added)
        co_return unexpected(added.error());
    co_return doneOr(true, u"The clinic is closed on "_s + added->day.toString(Qt::ISODate));
}

QCoro::Task<Result<ClosedDay>> closedDayWith(Context &context, QDate day,
                                             std::optional<int> version)
{
    const Result<QList<ClosedDay>> days = co_await context.schedules.closedDays(day, day);
    if (!days)
        co_return unexpected(days.error());
    if (days->isEmpty())
        co_return unexpected(Error::of(ErrorKind::NotFound, u"date"_s));
    ClosedDay closed = days->constFirst();
    replace(closed.version, version);
    co_return closed;
}

CommandTask setClosedDay(Context &context, TypedClosedDay typed)
{
    Result<ClosedDay> changed = co_await closedDayWith(context, typed.day.day, typed.version);
    if (!changed)
        co_return unexpected(changed.error());
    changed->name = typed.day.name;
    const Result<ClosedDay> saved
        = co_await context.schedules.setClosedDay(typed.operation, *changed);
    if (!saved)
        co_return unexpected(saved.error());
    co_return doneOr(true, u"The day has a new name."_s);
}

CommandTask listClosedDays(Context &context, ListRequest request)
{
    const QDate from = request.from.value_or(context.today());
    const Result<QList<ClosedDay>> days
        = co_await context.schedules.closedDays(from, request.to.value_or(from.addDays(730)));
    if (!days)
        co_return unexpected(days.error());
    Answer answer;
    for (const ClosedDay &day : *days)
        answer.lines.append(day.day.toString(Qt::ISODate) + u"  "_s + day.name);
    answer.json.insert(u"closedDays"_s, jsonList(*days));
    co_return answer;
}

CommandTask removeClosedDay(Context &context, Removal<QDate> removal)
{
    ClosedDay gone;
    gone.day = removal.key;
    const Result<ClosedDay> seen
        = orGone(co_await closedDayWith(context, removal.key, removal.version), gone);
    if (!seen)
        co_return unexpected(seen.error());
    co_return doneOr(co_await context.schedules.removeClosedDay(removal.operation, *seen),
                     u"The clinic is open that day."_s);
}

QList<OptionSpec> hoursOptions()
{
    return {{u"weekday"_s, u"N"_s, u"1 Monday to 7 Sunday."_s},
            {u"from"_s, u"HH:MM"_s, u"The clinic's time."_s},
            {u"to"_s, u"HH:MM"_s, u"The clinic's time; 24:00 is midnight."_s},
            {u"slot"_s, u"MINUTES"_s, u"The grid (default 20)."_s},
            operationOption()};
}

QList<OptionSpec> exceptionOptions()
{
    return {{u"kind"_s, u"leave|extra"_s, u"Away, or extra hours."_s},
            {u"start"_s, u"TIME"_s, u"ISO 8601."_s},
            {u"end"_s, u"TIME"_s, u"ISO 8601."_s},
            {u"reason"_s, u"TEXT"_s, u"Why."_s},
            {u"slot"_s, u"MINUTES"_s, u"The grid (default 20)."_s},
            operationOption()};
}

QList<OptionSpec> spanOptions()
{
    return {{u"from"_s, u"DATE"_s, u"The first day (default: today)."_s},
            {u"to"_s, u"DATE"_s, u"The last day."_s}};
}

QList<Command> hoursCommands()
{
    return {
        {.name = u"hours add"_s,
         .help = u"Add a range of a doctor's week."_s,
         .options = QList<OptionSpec> {doctorOption()} + hoursOptions(),
         .read = &readThenRun<&readNewHours, &addHours>},
        {.name = u"hours set"_s,
         .help = u"Change a range of a doctor's week."_s,
         .words = {u"HOURS"_s},
         .options = hoursOptions() + QList<OptionSpec> {versionOption()},
         .read = &readThenRun<&readChangedHours, &setHours>},
        {.name = u"hours list"_s,
         .help = u"List the weekly hours."_s,
         .options = {doctorOption()},
         .read = &readThenRun<&readList, &listHours>},
        {.name = u"hours remove"_s,
         .help = u"Remove a range of a doctor's week."_s,
         .words = {u"HOURS"_s},
         .options = {versionOption(), operationOption()},
         .read = &readThenRun<&readHoursRemoval, &removeHours>},
    };
}

QList<Command> exceptionCommands()
{
    return {
        {.name = u"exceptions add"_s,
         .help = u"Add a doctor's leave or extra hours."_s,
         .options = QList<OptionSpec> {doctorOption()} + exceptionOptions(),
         .read = &readThenRun<&readNewException, &addException>},
        {.name = u"exceptions set"_s,
         .help = u"Change leave or extra hours."_s,
         .words = {u"EXCEPTION"_s},
         .options = exceptionOptions() + QList<OptionSpec> {versionOption()},
         .read = &readThenRun<&readChangedException, &setException>},
        {.name = u"exceptions list"_s,
         .help = u"List leave and extra hours."_s,
         .options = QList<OptionSpec> {doctorOption()} + spanOptions(),
         .read = &readThenRun<&readList, &listExceptions>},
        {.name = u"exceptions remove"_s,
         .help = u"Remove leave or extra hours."_s,
         .words = {u"EXCEPTION"_s},
         .options = {versionOption(), operationOption()},
         .read = &readThenRun<&readExceptionRemoval, &removeException>},
    };
}

QList<Command> closedDayCommands()
{
    const QList<OptionSpec> date {{u"date"_s, u"DATE"_s, u"The day."_s}, operationOption()};
    const QList<OptionSpec> named
        = date + QList<OptionSpec> {{u"name"_s, u"TEXT"_s, u"Why, such as a holiday's name."_s}};
    return {
        {.name = u"closed-days add"_s,
         .help = u"Close the clinic on a day."_s,
         .options = named,
         .read = &readThenRun<&readClosedDay, &addClosedDay>},
        {.name = u"closed-days set"_s,
         .help = u"Rename a closed day."_s,
         .options = named + QList<OptionSpec> {versionOption()},
         .read = &readThenRun<&readClosedDay, &setClosedDay>},
        {.name = u"closed-days list"_s,
         .help = u"List the closed days."_s,
         .options = spanOptions(),
         .read = &readThenRun<&readList, &listClosedDays>},
        {.name = u"closed-days remove"_s,
         .help = u"Open the clinic on a closed day."_s,
         .options = date + QList<OptionSpec> {versionOption()},
         .read = &readThenRun<&readClosedDayRemoval, &removeClosedDay>},
    };
}

} // namespace

QList<Command> scheduleCommands()
{
    return hoursCommands() + exceptionCommands() + closedDayCommands();
}

} // namespace ClinicDesk::Ctl
