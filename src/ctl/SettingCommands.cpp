#include "ctl/SettingCommands.h"

#include "ctl/Json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

const OptionSpec operationOption {u"operation"_s, u"UUID"_s,
                                  u"The request's id; a repeat returns the first result."_s};
const OptionSpec allOption {u"all"_s, {}, u"Inactive ones too."_s};

template<typename T>
Result<Answer> answerOf(const Result<T> &result, const QString &name, const QString &line)
{
    if (!result)
        return unexpected(result.error());
    Answer answer;
    answer.json.insert(name, Json::of(*result));
    answer.lines.append(line);
    return answer;
}

template<typename T> Result<T> withId(const Result<QList<T>> &all, qint64 id)
{
    if (!all)
        return unexpected(all.error());
    const auto found = std::find_if(all->cbegin(), all->cend(),
                                    [&](const T &one) { return one.id.value == id; });
    if (found == all->cend())
        return unexpected(Error {ErrorKind::NotFound, {}, {}, {}});
    return *found;
}

void readDoctor(Arguments &arguments, Doctor &doctor)
{
    doctor.specialisation = arguments.text(u"specialisation"_s, doctor.specialisation);
    doctor.licenceNumber = arguments.text(u"licence"_s, doctor.licenceNumber);
    doctor.colour = arguments.text(u"colour"_s, doctor.colour);
    doctor.acceptsAppointments = arguments.yesNo(u"accepts"_s, doctor.acceptsAppointments);
    doctor.needsConfirmation = arguments.yesNo(u"needs-confirmation"_s, doctor.needsConfirmation);
    doctor.verified = arguments.yesNo(u"verified"_s, doctor.verified);
    doctor.horizonDays = arguments.number(u"horizon-days"_s, 0, 730, doctor.horizonDays);
    doctor.leadMinutes = arguments.number(u"lead-minutes"_s, 0, 43200, doctor.leadMinutes);
    doctor.bufferMinutes = arguments.number(u"buffer-minutes"_s, 0, 240, doctor.bufferMinutes);
    doctor.maxPerDay = arguments.number(u"max-per-day"_s, 0, 500, doctor.maxPerDay);
    if (arguments.has(u"end-date"_s))
        doctor.endDate = arguments.date(u"end-date"_s);
}

CommandTask addDoctor(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const QString login = arguments.required(u"login"_s);
    arguments.required(u"licence"_s);
    Doctor doctor;
    doctor.colour = u"#0b66b2"_s;
    readDoctor(arguments, doctor);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<QList<Staff>> people = co_await context.staff.staff();
    if (!people)
        co_return unexpected(people.error());
    for (const Staff &person : *people) {
        if (person.login == login && person.role == StaffRole::Doctor)
            doctor.staffId = person.id;
    }
    if (!doctor.staffId.isValid())
        co_return unexpected(Error {ErrorKind::NotFound, u"login"_s, {}, {}});
    co_return answerOf(co_await context.schedules.addDoctor(operation, doctor), u"doctor"_s,
                       login + u" can have appointments now."_s);
}

CommandTask setDoctor(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const QString key = arguments.word(u"doctor"_s);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    Result<Doctor> doctor = co_await context.schedules.doctorByKey(key);
    if (!doctor)
        co_return unexpected(doctor.error());
    readDoctor(arguments, *doctor);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    co_return answerOf(co_await context.schedules.setDoctor(operation, *doctor), u"doctor"_s,
                       doctor->displayName + u" is changed."_s);
}

/// Nobody is deleted: no new appointments from now on.
CommandTask removeDoctor(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const QString key = arguments.word(u"doctor"_s);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    Result<Doctor> doctor = co_await context.schedules.doctorByKey(key);
    if (!doctor)
        co_return unexpected(doctor.error());
    doctor->acceptsAppointments = false;
    co_return answerOf(co_await context.schedules.setDoctor(operation, *doctor), u"doctor"_s,
                       doctor->displayName + u" takes no more appointments."_s);
}

CommandTask listDoctors(Context &context, Arguments arguments)
{
    const Result<QList<Doctor>> doctors
        = co_await context.schedules.doctors(arguments.has(u"all"_s));
    if (!doctors)
        co_return unexpected(doctors.error());
    Answer answer;
    for (const Doctor &doctor : *doctors)
        answer.lines.append(u"%1  %2 %3, %4%5"_s.arg(doctor.id.value, 4)
                                .arg(doctor.login, -14)
                                .arg(doctor.displayName, doctor.specialisation,
                                     doctor.acceptsAppointments ? QString() : u" (takes none)"_s));
    answer.json.insert(u"doctors"_s, Json::list(*doctors));
    co_return answer;
}

CommandTask saveRoom(Context &context, QUuid operation, Room room)
{
    co_return answerOf(co_await context.schedules.saveRoom(operation, room), u"room"_s,
                       room.name + u" is saved."_s);
}

CommandTask addRoom(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const Room room {{}, arguments.required(u"name"_s), true};
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    co_return co_await saveRoom(context, operation, room);
}

/// Of "set" and "remove".
template<bool removes> CommandTask changeRoom(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const qint64 id = arguments.id(u"room"_s);
    const bool active = arguments.yesNo(u"active"_s, true);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    Result<Room> room = withId(co_await context.schedules.rooms(true), id);
    if (!room)
        co_return unexpected(room.error());
    room->name = arguments.text(u"name"_s, room->name);
    room->active = !removes && (arguments.has(u"active"_s) ? active : room->active);
    co_return co_await saveRoom(context, operation, *room);
}

CommandTask listRooms(Context &context, Arguments arguments)
{
    const Result<QList<Room>> rooms = co_await context.schedules.rooms(arguments.has(u"all"_s));
    if (!rooms)
        co_return unexpected(rooms.error());
    Answer answer;
    for (const Room &room : *rooms)
        answer.lines.append(u"%1  %2%3"_s.arg(room.id.value, 4)
                                .arg(room.name, room.active ? QString() : u" (closed)"_s));
    answer.json.insert(u"rooms"_s, Json::list(*rooms));
    co_return answer;
}

void readType(Arguments &arguments, VisitType &type)
{
    type.name = arguments.text(u"name"_s, type.name);
    type.minutes = arguments.number(u"minutes"_s, 1, 720, type.minutes);
    type.colour = arguments.text(u"colour"_s, type.colour);
    type.kioskBookable = arguments.yesNo(u"kiosk"_s, type.kioskBookable);
    type.active = arguments.yesNo(u"active"_s, type.active);
}

CommandTask saveType(Context &context, QUuid operation, VisitType type)
{
    co_return answerOf(co_await context.schedules.saveVisitType(operation, type), u"type"_s,
                       type.name + u" is saved."_s);
}

CommandTask addType(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    arguments.required(u"name"_s);
    VisitType type;
    type.colour = u"#6c757d"_s;
    readType(arguments, type);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    co_return co_await saveType(context, operation, type);
}

/// Of "set" and "remove".
template<bool removes> CommandTask changeType(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const qint64 id = arguments.id(u"type"_s);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    Result<VisitType> type = withId(co_await context.schedules.visitTypes(true), id);
    if (!type)
        co_return unexpected(type.error());
    readType(arguments, *type);
    type->active = type->active && !removes;
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    co_return co_await saveType(context, operation, *type);
}

CommandTask listTypes(Context &context, Arguments arguments)
{
    const Result<QList<VisitType>> types
        = co_await context.schedules.visitTypes(arguments.has(u"all"_s));
    if (!types)
        co_return unexpected(types.error());
    Answer answer;
    for (const VisitType &type : *types)
        answer.lines.append(u"%1  %2 %3 min%4"_s.arg(type.id.value, 4)
                                .arg(type.name, -24)
                                .arg(type.minutes)
                                .arg(type.active ? QString() : u" (closed)"_s));
    answer.json.insert(u"types"_s, Json::list(*types));
    co_return answer;
}

CommandTask setClinic(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    Clinic clinic = context.session().clinic;
    clinic.name = arguments.text(u"name"_s, clinic.name);
    if (arguments.has(u"zone"_s)) {
        clinic.zone = QTimeZone(arguments.text(u"zone"_s).toUtf8());
        if (!clinic.zone.isValid())
            arguments.complain(u"time_zone"_s, u"format"_s);
    }
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<bool> done = co_await context.schedules.setClinic(operation, clinic);
    if (!done)
        co_return unexpected(done.error());
    const QString zone = QString::fromUtf8(clinic.zone.id());
    Answer answer;
    answer.json.insert(u"clinic"_s, QJsonObject {{u"name"_s, clinic.name}, {u"zone"_s, zone}});
    answer.lines.append(clinic.name + u", "_s + zone);
    co_return answer;
}

Command command(const QString &name, const QString &help, const QStringList &words,
                const QList<OptionSpec> &options, decltype(Command::run) run)
{
    return {name, help, words, options, Command::Needs::SignIn, run};
}

QList<Command> doctorCommands()
{
    const QList<OptionSpec> fields {
        {u"specialisation"_s, u"TEXT"_s, u"What the doctor does."_s},
        {u"licence"_s, u"NUMBER"_s, u"Licence number."_s},
        {u"colour"_s, u"#RRGGBB"_s, u"Colour in the calendar, small hex digits."_s},
        {u"accepts"_s, u"yes|no"_s, u"Whether appointments may be booked."_s},
        {u"needs-confirmation"_s, u"yes|no"_s, u"Whether requests wait for the doctor."_s},
        {u"verified"_s, u"yes|no"_s, u"Whether the licence was checked."_s},
        {u"horizon-days"_s, u"N"_s, u"How far ahead one may book."_s},
        {u"lead-minutes"_s, u"N"_s, u"How long before at least."_s},
        {u"buffer-minutes"_s, u"N"_s, u"Pause after a visit."_s},
        {u"max-per-day"_s, u"N"_s, u"Most appointments a day."_s},
        {u"end-date"_s, u"DATE"_s, u"The last working day."_s},
        operationOption,
    };
    const QList<OptionSpec> login {
        {u"login"_s, u"NAME"_s, u"A member of staff with the role doctor."_s}};
    return {
        command(u"doctors add"_s, u"Let a member of staff have appointments."_s, {}, login + fields,
                &addDoctor),
        command(u"doctors set"_s, u"Change a doctor's booking rules."_s, {u"DOCTOR"_s}, fields,
                &setDoctor),
        command(u"doctors list"_s, u"List the doctors."_s, {}, {allOption}, &listDoctors),
        command(u"doctors remove"_s, u"Take no more appointments for a doctor."_s, {u"DOCTOR"_s},
                {operationOption}, &removeDoctor),
    };
}

} // namespace

QList<Command> settingCommands()
{
    const QList<OptionSpec> room {{u"name"_s, u"NAME"_s, u"The room's name."_s}, operationOption};
    const QList<OptionSpec> active {{u"active"_s, u"yes|no"_s, u"Whether it is in use."_s}};
    const QList<OptionSpec> type {
        {u"name"_s, u"NAME"_s, u"The type's name."_s},
        {u"minutes"_s, u"N"_s, u"Its length."_s},
        {u"colour"_s, u"#RRGGBB"_s, u"Its colour, small hex digits."_s},
        {u"kiosk"_s, u"yes|no"_s, u"Whether patients may book it at the kiosk."_s},
        operationOption};
    const QList<OptionSpec> clinic {
        {u"name"_s, u"NAME"_s, u"The clinic's name."_s},
        {u"zone"_s, u"ZONE"_s, u"Its time zone, such as Europe/Berlin."_s},
        operationOption};
    return doctorCommands()
        + QList<Command> {
            command(u"rooms add"_s, u"Add a room."_s, {}, room, &addRoom),
            command(u"rooms set"_s, u"Rename, close or open a room."_s, {u"ROOM"_s}, room + active,
                    &changeRoom<false>),
            command(u"rooms list"_s, u"List the rooms."_s, {}, {allOption}, &listRooms),
            command(u"rooms remove"_s, u"Close a room."_s, {u"ROOM"_s}, {operationOption},
                    &changeRoom<true>),
            command(u"types add"_s, u"Add a visit type."_s, {}, type, &addType),
            command(u"types set"_s, u"Change a visit type."_s, {u"TYPE"_s}, type + active,
                    &changeType<false>),
            command(u"types list"_s, u"List the visit types."_s, {}, {allOption}, &listTypes),
            command(u"types remove"_s, u"Close a visit type."_s, {u"TYPE"_s}, {operationOption},
                    &changeType<true>),
            command(u"clinic set"_s, u"Name the clinic and its time zone."_s, {}, clinic,
                    &setClinic),
        };
}

} // namespace ClinicDesk::Ctl
