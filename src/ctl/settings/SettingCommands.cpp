#include "ctl/Commands.h"
#include "ctl/CommonOptions.h"
#include "ctl/JsonValue.h"
#include "ctl/settings/SettingArguments.h"
#include "ctl/settings/SettingJson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

template<typename T>
Result<Answer> settingAnswer(const Result<T> &result, const QString &name, const QString &line)
{
    if (!result)
        return unexpected(result.error());
    return Answer {{{name, jsonOf(*result)}}, {line}};
}

template<typename T> Result<T> withId(const Result<QList<T>> &all, decltype(T::id) id)
{
    if (!all)
        return unexpected(all.error());
    const auto found
        = std::find_if(all->cbegin(), all->cend(), [&](const T &one) { return one.id == id; });
    if (found == all->cend())
        return unexpected(Error {ErrorKind::NotFound, {}, {}, {}});
    return *found;
}

CommandTask addDoctor(Context &context, TypedDoctor typed)
{
    Doctor doctor;
    doctor.colour = u"#0b66b2"_s;
    typed.applyTo(doctor);
    const Result<QList<Staff>> people = co_await context.staff.staff();
    if (!people)
        co_return unexpected(people.error());
    for (const Staff &person : *people) {
        if (person.login == typed.key && person.role == StaffRole::Doctor)
            doctor.staffId = person.id;
    }
    if (!doctor.staffId.isValid())
        co_return unexpected(Error {ErrorKind::NotFound, u"login"_s, {}, {}});
    co_return settingAnswer(co_await context.schedules.addDoctor(typed.operation, doctor),
                            u"doctor"_s, typed.key + u" can have appointments now."_s);
}

CommandTask changeDoctor(Context &context, TypedDoctor typed, QString line)
{
    Result<Doctor> doctor = co_await context.schedules.doctorByKey(typed.key);
    if (!doctor)
        co_return unexpected(doctor.error());
    typed.applyTo(*doctor);
    co_return settingAnswer(co_await context.schedules.setDoctor(typed.operation, *doctor),
                            u"doctor"_s, doctor->displayName + line);
}

CommandTask setDoctor(Context &context, TypedDoctor typed)
{
    return changeDoctor(context, typed, u" is changed."_s);
}

CommandTask removeDoctor(Context &context, TypedDoctor typed)
{
    return changeDoctor(context, typed, u" takes no more appointments."_s);
}

CommandTask listDoctors(Context &context, Listing listing)
{
    const Result<QList<Doctor>> doctors = co_await context.schedules.doctors(listing.alsoInactive);
    if (!doctors)
        co_return unexpected(doctors.error());
    Answer answer;
    for (const Doctor &doctor : *doctors)
        answer.lines.append(u"%1  %2 %3, %4%5"_s.arg(doctor.id.value, 4)
                                .arg(doctor.login, -14)
                                .arg(doctor.displayName, doctor.specialisation,
                                     doctor.acceptsAppointments ? QString() : u" (takes none)"_s));
    answer.json.insert(u"doctors"_s, jsonList(*doctors));
    co_return answer;
}

/// Adds the room, or changes what is named of the one with its id.
CommandTask saveRoom(Context &context, TypedRoom typed)
{
    Room room;
    if (typed.id.isValid()) {
        const Result<Room> old = withId(co_await context.schedules.rooms(true), typed.id);
        if (!old)
            co_return unexpected(old.error());
        room = *old;
    }
    replace(room.name, typed.name);
    replace(room.active, typed.active);
    co_return settingAnswer(co_await context.schedules.saveRoom(typed.operation, room), u"room"_s,
                            room.name + u" is saved."_s);
}

CommandTask listRooms(Context &context, Listing listing)
{
    const Result<QList<Room>> rooms = co_await context.schedules.rooms(listing.alsoInactive);
    if (!rooms)
        co_return unexpected(rooms.error());
    Answer answer;
    for (const Room &room : *rooms)
        answer.lines.append(u"%1  %2%3"_s.arg(room.id.value, 4)
                                .arg(room.name, room.active ? QString() : u" (closed)"_s));
    answer.json.insert(u"rooms"_s, jsonList(*rooms));
    co_return answer;
}

/// Adds the visit type, or changes what is named of the one with its id.
CommandTask saveVisitType(Context &context, TypedVisitType typed)
{
    VisitType type;
    type.colour = u"#6c757d"_s;
    if (typed.id.isValid()) {
        const Result<VisitType> old = withId(co_await context.schedules.visitTypes(true), typed.id);
        if (!old)
            co_return unexpected(old.error());
        type = *old;
    }
    replace(type.name, typed.name);
    replace(type.minutes, typed.minutes);
    replace(type.colour, typed.colour);
    replace(type.kioskBookable, typed.kioskBookable);
    replace(type.active, typed.active);
    co_return settingAnswer(co_await context.schedules.saveVisitType(typed.operation, type),
                            u"type"_s, type.name + u" is saved."_s);
}

CommandTask listVisitTypes(Context &context, Listing listing)
{
    const Result<QList<VisitType>> types
        = co_await context.schedules.visitTypes(listing.alsoInactive);
    if (!types)
        co_return unexpected(types.error());
    Answer answer;
    for (const VisitType &type : *types)
        answer.lines.append(u"%1  %2 %3 min%4"_s.arg(type.id.value, 4)
                                .arg(type.name, -24)
                                .arg(type.minutes)
                                .arg(type.active ? QString() : u" (closed)"_s));
    answer.json.insert(u"types"_s, jsonList(*types));
    co_return answer;
}

CommandTask setClinic(Context &context, TypedClinic typed)
{
    Clinic clinic = context.session().clinic;
    replace(clinic.name, typed.name);
    replace(clinic.zone, typed.zone);
    const Result<bool> done = co_await context.schedules.setClinic(typed.operation, clinic);
    if (!done)
        co_return unexpected(done.error());
    const QString zone = QString::fromUtf8(clinic.zone.id());
    Answer answer;
    answer.json.insert(u"clinic"_s, QJsonObject {{u"name"_s, clinic.name}, {u"zone"_s, zone}});
    answer.lines.append(clinic.name + u", "_s + zone);
    co_return answer;
}

QList<OptionSpec> doctorRuleOptions()
{
    return {{u"specialisation"_s, u"TEXT"_s, u"What the doctor does."_s},
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
            operationOption()};
}

OptionSpec activeOption()
{
    return {u"active"_s, u"yes|no"_s, u"Whether it is in use."_s};
}

QList<OptionSpec> visitTypeOptions()
{
    return {{u"name"_s, u"NAME"_s, u"The type's name."_s},
            {u"minutes"_s, u"N"_s, u"Its length."_s},
            {u"colour"_s, u"#RRGGBB"_s, u"Its colour, small hex digits."_s},
            {u"kiosk"_s, u"yes|no"_s, u"Whether patients may book it at the kiosk."_s},
            operationOption()};
}

QList<Command> doctorCommands()
{
    return {
        {.name = u"doctors add"_s,
         .help = u"Let a member of staff have appointments."_s,
         .options
         = QList<OptionSpec> {{u"login"_s, u"NAME"_s, u"A member of staff with the role doctor."_s}}
             + doctorRuleOptions(),
         .read = &readThenRun<&readNewDoctor, &addDoctor>},
        {.name = u"doctors set"_s,
         .help = u"Change a doctor's booking rules."_s,
         .words = {u"DOCTOR"_s},
         .options = doctorRuleOptions(),
         .read = &readThenRun<&readChangedDoctor, &setDoctor>},
        {.name = u"doctors list"_s,
         .help = u"List the doctors."_s,
         .options = {allOption()},
         .read = &readThenRun<&readListing, &listDoctors>},
        {.name = u"doctors remove"_s,
         .help = u"Take no more appointments for a doctor."_s,
         .words = {u"DOCTOR"_s},
         .options = {operationOption()},
         .read = &readThenRun<&readDoctorRemoval, &removeDoctor>},
    };
}

QList<Command> roomCommands()
{
    const QList<OptionSpec> room {{u"name"_s, u"NAME"_s, u"The room's name."_s}, operationOption()};
    return {
        {.name = u"rooms add"_s,
         .help = u"Add a room."_s,
         .options = room,
         .read = &readThenRun<&readNewRoom, &saveRoom>},
        {.name = u"rooms set"_s,
         .help = u"Rename, close or open a room."_s,
         .words = {u"ROOM"_s},
         .options = room + QList<OptionSpec> {activeOption()},
         .read = &readThenRun<&readChangedRoom, &saveRoom>},
        {.name = u"rooms list"_s,
         .help = u"List the rooms."_s,
         .options = {allOption()},
         .read = &readThenRun<&readListing, &listRooms>},
        {.name = u"rooms remove"_s,
         .help = u"Close a room."_s,
         .words = {u"ROOM"_s},
         .options = {operationOption()},
         .read = &readThenRun<&readRoomRemoval, &saveRoom>},
    };
}

QList<Command> visitTypeCommands()
{
    return {
        {.name = u"types add"_s,
         .help = u"Add a visit type."_s,
         .options = visitTypeOptions(),
         .read = &readThenRun<&readNewVisitType, &saveVisitType>},
        {.name = u"types set"_s,
         .help = u"Change a visit type."_s,
         .words = {u"TYPE"_s},
         .options = visitTypeOptions() + QList<OptionSpec> {activeOption()},
         .read = &readThenRun<&readChangedVisitType, &saveVisitType>},
        {.name = u"types list"_s,
         .help = u"List the visit types."_s,
         .options = {allOption()},
         .read = &readThenRun<&readListing, &listVisitTypes>},
        {.name = u"types remove"_s,
         .help = u"Close a visit type."_s,
         .words = {u"TYPE"_s},
         .options = {operationOption()},
         .read = &readThenRun<&readVisitTypeRemoval, &saveVisitType>},
    };
}

Command clinicCommand()
{
    return {.name = u"clinic set"_s,
            .help = u"Name the clinic and its time zone."_s,
            .options = {{u"name"_s, u"NAME"_s, u"The clinic's name."_s},
                        {u"zone"_s, u"ZONE"_s, u"Its time zone, such as Europe/Berlin."_s},
                        operationOption()},
            .read = &readThenRun<&readClinic, &setClinic>};
}

} // namespace

QList<Command> settingCommands()
{
    return doctorCommands() + roomCommands() + visitTypeCommands()
        + QList<Command> {clinicCommand()};
}

} // namespace ClinicDesk::Ctl
