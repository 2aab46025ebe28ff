#include "ctl/Commands.h"
#include "ctl/JsonValue.h"
#include "ctl/appointments/AppointmentArguments.h"
#include "ctl/appointments/AppointmentJson.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

constexpr int mostSlots = 100'000;

/// The doctors named, or all when none is.
QCoro::Task<Result<QList<DoctorId>>> findDoctors(Context &context, QStringList keys)
{
    QList<DoctorId> ids;
    for (const QString &key : keys) {
        const Result<Doctor> doctor = co_await context.schedules.doctorByKey(key);
        if (!doctor)
            co_return unexpected(doctor.error());
        ids.append(doctor->id);
    }
    if (!keys.isEmpty())
        co_return ids;
    const Result<QList<Doctor>> all = co_await context.schedules.doctors();
    if (!all)
        co_return unexpected(all.error());
    for (const Doctor &doctor : *all)
        ids.append(doctor.id);
    co_return ids;
}

CommandTask freeSlots(Context &context, SlotsRequest request)
{
    const Result<QList<DoctorId>> doctors = co_await findDoctors(context, request.doctors);
    if (!doctors)
        co_return unexpected(doctors.error());
    const QDate from = request.from.value_or(context.today());
    const Result<QList<FreeSlot>> found = co_await context.appointments.nextFree(
        *doctors, startOfDay(from, context.zone()), request.days, request.minutes, mostSlots);
    if (!found)
        co_return unexpected(found.error());
    Answer answer;
    for (const FreeSlot &slot : *found)
        answer.lines.append(
            u"%1  %2  doctor %3"_s
                .arg(isoText(slot.start, context.zone()), isoText(slot.end, context.zone()))
                .arg(slot.doctor.value));
    if (found->isEmpty())
        answer.lines.append(u"No free slot."_s);
    answer.json = {{u"slots"_s, jsonList(*found, context.zone())}};
    co_return answer;
}

CommandTask day(Context &context, std::optional<QDate> named)
{
    const QDate date = named.value_or(context.today());
    const Result<QList<AppointmentRow>> rows = co_await context.appointments.day(date);
    if (!rows)
        co_return unexpected(rows.error());
    Answer answer;
    for (const AppointmentRow &row : *rows)
        answer.lines.append(
            u"%1  %2  doctor %3  %4  %5"_s.arg(isoText(row.appointment.start, context.zone()))
                .arg(row.appointment.id.value, 8)
                .arg(row.appointment.doctor.value)
                .arg(toKey(row.appointment.status), -11)
                .arg(listName(row.familyName, row.givenName)));
    answer.lines.append(
        u"%1 appointments on %2."_s.arg(rows->size()).arg(date.toString(Qt::ISODate)));
    answer.json = {{u"date"_s, date.toString(Qt::ISODate)},
                   {u"appointments"_s, jsonList(*rows, context.zone())}};
    co_return answer;
}

CommandTask history(Context &context, AppointmentId id)
{
    const Result<QList<AppointmentEvent>> events = co_await context.appointments.history(id);
    if (!events)
        co_return unexpected(events.error());
    if (events->isEmpty())
        co_return unexpected(Error {ErrorKind::NotFound, u"appointment"_s, {}, {}});
    Answer answer;
    for (const AppointmentEvent &event : *events)
        answer.lines.append(
            u"%1. %2 %3 by %4%5: %6, %7%8"_s.arg(event.version)
                .arg(isoText(event.at, context.zone()), toKey(event.kind), event.who,
                     event.desk.isEmpty() ? QString() : QString(u" at "_s + event.desk),
                     toKey(event.newStatus), isoText(event.newStart, context.zone()),
                     event.reason.isEmpty() ? QString() : QString(u" ("_s + event.reason + u')')));
    answer.json = {{u"appointment"_s, id.value}, {u"events"_s, jsonList(*events, context.zone())}};
    co_return answer;
}

} // namespace

QList<Command> readingCommands()
{
    return {
        {.name = u"slots"_s,
         .help = u"List free slots."_s,
         .options = {{u"doctor"_s, u"D"_s,
                      u"A doctor's id or login; several times for several (default: all)."_s, true},
                     {u"from"_s, u"DATE"_s, u"The first day (default: today)."_s},
                     {u"days"_s, u"N"_s, u"How many days (default 1)."_s},
                     {u"minutes"_s, u"N"_s, u"The length (default: the doctor's slot)."_s}},
         .read = &readThenRun<&readSlots, &freeSlots>},
        {.name = u"day"_s,
         .help = u"List a day's appointments."_s,
         .options = {{u"date"_s, u"DATE"_s, u"Default: today."_s}},
         .read = &readThenRun<&readDay, &day>},
        {.name = u"history"_s,
         .help = u"Show what happened to an appointment."_s,
         .words = {u"APPOINTMENT"_s},
         .read = &readThenRun<&readHistory, &history>},
    };
}

} // namespace ClinicDesk::Ctl
