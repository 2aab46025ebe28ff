#include "ctl/AppointmentCommands.h"

#include "ctl/Json.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

Answer answerOf(const Appointment &appointment, const QTimeZone &zone)
{
    const QString line = u"Appointment %1 (version %2): %3, %4 to %5, doctor %6, patient %7"_s
                             .arg(appointment.id.value)
                             .arg(appointment.version)
                             .arg(toKey(appointment.status), isoText(appointment.start, zone),
                                  isoText(appointment.end, zone))
                             .arg(appointment.doctor.value)
                             .arg(appointment.patient.value);
    return {{{u"appointment"_s, Json::of(appointment, zone)}}, {line}};
}

Result<Answer> answerOf(const Result<Appointment> &result, const Context &context)
{
    if (!result)
        return unexpected(result.error());
    return answerOf(*result, context.zone());
}

/// A room's id or name.
QCoro::Task<Result<RoomId>> findRoom(Context &context, QString key)
{
    const Result<QList<Room>> rooms = co_await context.schedules.rooms(true);
    if (!rooms)
        co_return unexpected(rooms.error());
    for (const Room &room : *rooms) {
        if (QString::number(room.id.value) == key || room.name == key)
            co_return room.id;
    }
    co_return unexpected(Error {ErrorKind::NotFound, u"room"_s, {}, {}});
}

/// A visit type's id or name.
QCoro::Task<Result<VisitType>> findType(Context &context, QString key)
{
    const Result<QList<VisitType>> types = co_await context.schedules.visitTypes(true);
    if (!types)
        co_return unexpected(types.error());
    for (const VisitType &type : *types) {
        if (QString::number(type.id.value) == key || type.name == key)
            co_return type;
    }
    co_return unexpected(Error {ErrorKind::NotFound, u"visit_type"_s, {}, {}});
}

/// The slot's length in the hours that hold `start`; 20 outside them.
QCoro::Task<Result<int>> slotMinutes(Context &context, DoctorId doctor, QDateTime start)
{
    const QDate day = start.toTimeZone(context.zone()).date();
    const QList<DoctorId> doctors(1, doctor);
    const Result<QList<OpenSpan>> spans = co_await context.schedules.openSpans(doctors, day, day);
    if (!spans)
        co_return unexpected(spans.error());
    for (const OpenSpan &span : *spans) {
        if (span.start <= start && start < span.end)
            co_return span.slotMinutes;
    }
    co_return 20;
}

/// Doctor, patient, room, type and length as typed, looked up.
QCoro::Task<Result<BookRequest>> complete(Context &context, Arguments arguments,
                                          BookRequest request)
{
    const Result<Doctor> doctor
        = co_await context.schedules.doctorByKey(arguments.text(u"doctor"_s));
    if (!doctor)
        co_return unexpected(doctor.error());
    request.doctor = doctor->id;
    const Result<Patient> patient
        = co_await context.patients.patientByKey(arguments.text(u"patient"_s));
    if (!patient)
        co_return unexpected(patient.error());
    request.patient = patient->id;
    if (arguments.has(u"room"_s)) {
        const Result<RoomId> room = co_await findRoom(context, arguments.text(u"room"_s));
        if (!room)
            co_return unexpected(room.error());
        request.room = *room;
    }
    std::optional<int> minutes = arguments.optionalNumber(u"minutes"_s, 1, 720);
    if (arguments.has(u"type"_s)) {
        const Result<VisitType> type = co_await findType(context, arguments.text(u"type"_s));
        if (!type)
            co_return unexpected(type.error());
        request.visitType = type->id;
        minutes = minutes.value_or(type->minutes);
    }
    if (!minutes) {
        const Result<int> slot = co_await slotMinutes(context, request.doctor, request.start);
        if (!slot)
            co_return unexpected(slot.error());
        minutes = *slot;
    }
    request.end = request.start.addSecs(60LL * *minutes);
    co_return request;
}

CommandTask book(Context &context, Arguments arguments)
{
    BookRequest request;
    request.operation = arguments.operation();
    arguments.required(u"doctor"_s);
    arguments.required(u"patient"_s);
    request.start = arguments.instant(u"start"_s, context.zone());
    arguments.optionalNumber(u"minutes"_s, 1, 720);
    request.reason = arguments.text(u"reason"_s);
    request.override = arguments.ruleOverride();
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<BookRequest> whole = co_await complete(context, arguments, request);
    if (!whole)
        co_return unexpected(whole.error());
    co_return answerOf(co_await context.appointments.book(*whole), context);
}

template<AppointmentStatus to> CommandTask changeStatus(Context &context, Arguments arguments)
{
    StatusRequest request;
    request.operation = arguments.operation();
    request.appointment = arguments.appointment();
    request.to = to;
    request.reason = arguments.text(u"reason"_s);
    request.version = arguments.optionalNumber(u"version"_s, 1, 1'000'000);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    co_return answerOf(co_await context.appointments.changeStatus(request), context);
}

/// A new length needs a start to be counted from.
QCoro::Task<Result<QDateTime>> startOf(Context &context, MoveRequest request)
{
    if (request.start)
        co_return *request.start;
    const Result<AppointmentRow> row
        = co_await context.appointments.appointment(request.appointment);
    if (!row)
        co_return unexpected(row.error());
    co_return row->appointment.start;
}

CommandTask move(Context &context, Arguments arguments)
{
    MoveRequest request;
    request.operation = arguments.operation();
    request.appointment = arguments.appointment();
    request.start = arguments.optionalInstant(u"start"_s, context.zone());
    const std::optional<int> minutes = arguments.optionalNumber(u"minutes"_s, 1, 720);
    request.clearRoom = arguments.has(u"no-room"_s);
    request.version = arguments.optionalNumber(u"version"_s, 1, 1'000'000);
    request.override = arguments.ruleOverride();
    if (!arguments.has(u"start"_s) && !minutes && !request.clearRoom && !arguments.has(u"doctor"_s)
        && !arguments.has(u"room"_s))
        arguments.complain(u"start"_s, u"missing"_s);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    if (arguments.has(u"doctor"_s)) {
        const Result<Doctor> doctor
            = co_await context.schedules.doctorByKey(arguments.text(u"doctor"_s));
        if (!doctor)
            co_return unexpected(doctor.error());
        request.doctor = doctor->id;
    }
    if (arguments.has(u"room"_s)) {
        const Result<RoomId> room = co_await findRoom(context, arguments.text(u"room"_s));
        if (!room)
            co_return unexpected(room.error());
        request.room = *room;
    }
    if (minutes) {
        const Result<QDateTime> start = co_await startOf(context, request);
        if (!start)
            co_return unexpected(start.error());
        request.end = start->addSecs(60LL * *minutes);
    }
    co_return answerOf(co_await context.appointments.move(request), context);
}

AppointmentRequest appointmentRequest(Arguments &arguments)
{
    return {arguments.operation(), arguments.appointment(),
            arguments.optionalNumber(u"version"_s, 1, 1'000'000)};
}

CommandTask checkIn(Context &context, Arguments arguments)
{
    const AppointmentRequest request = appointmentRequest(arguments);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    co_return answerOf(co_await context.appointments.checkIn(request), context);
}

CommandTask undo(Context &context, Arguments arguments)
{
    const AppointmentRequest request = appointmentRequest(arguments);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    co_return answerOf(co_await context.appointments.undo(request), context);
}

const OptionSpec operationOption {u"operation"_s, u"UUID"_s,
                                  u"The request's id; a repeat returns the first result."_s};
const OptionSpec reasonOption {u"reason"_s, u"TEXT"_s, u"Why."_s};
const OptionSpec versionOption {u"version"_s, u"N"_s,
                                u"The version you saw; another one is refused."_s};
const QList<OptionSpec> overrideOptions {
    {u"override"_s, u"RULE"_s, u"hours, lead_time, horizon or day_full."_s},
    {u"because"_s, u"TEXT"_s, u"Why the rule is overridden; recorded."_s},
};

template<AppointmentStatus to> Command statusCommand(const QString &name, const QString &help)
{
    return {name,
            help,
            {u"APPOINTMENT"_s},
            {reasonOption, versionOption, operationOption},
            Command::Needs::SignIn,
            &changeStatus<to>};
}

} // namespace

QList<Command> appointmentCommands()
{
    using Status = AppointmentStatus;
    const QList<OptionSpec> place {
        {u"doctor"_s, u"D"_s, u"A doctor's id or login."_s},
        {u"start"_s, u"TIME"_s, u"ISO 8601; without offset in the clinic's zone."_s},
        {u"minutes"_s, u"N"_s, u"The length (booking: the type's or the doctor's slot)."_s},
        {u"room"_s, u"R"_s, u"A room's id or name."_s},
        operationOption,
    };
    const QList<OptionSpec> booking {
        {u"patient"_s, u"P"_s, u"A patient's id or record number."_s},
        {u"type"_s, u"T"_s, u"A visit type's id or name."_s},
        reasonOption,
    };
    return {
        {u"book"_s,
         u"Book an appointment."_s,
         {},
         booking + place + overrideOptions,
         Command::Needs::SignIn,
         &book},
        statusCommand<Status::Confirmed>(u"confirm"_s, u"Confirm a request."_s),
        statusCommand<Status::Rejected>(u"reject"_s, u"Reject a request, with a reason."_s),
        statusCommand<Status::Cancelled>(u"cancel"_s, u"Cancel an appointment, with a reason."_s),
        {u"move"_s,
         u"Move an appointment to another time, doctor, room or length."_s,
         {u"APPOINTMENT"_s},
         place
             + QList<OptionSpec> {{u"no-room"_s, {}, u"Give the room up."_s},
                                  reasonOption,
                                  versionOption}
             + overrideOptions,
         Command::Needs::SignIn,
         &move},
        {u"check-in"_s,
         u"Record that the patient has arrived."_s,
         {u"APPOINTMENT"_s},
         {versionOption, operationOption},
         Command::Needs::SignIn,
         &checkIn},
        statusCommand<Status::InProgress>(u"start"_s, u"Start the visit."_s),
        statusCommand<Status::Completed>(u"complete"_s, u"Complete the visit."_s),
        statusCommand<Status::NoShow>(u"no-show"_s, u"Record that the patient did not come."_s),
        {u"undo"_s,
         u"Take back your last change, within 30 s."_s,
         {u"APPOINTMENT"_s},
         {versionOption, operationOption},
         Command::Needs::SignIn,
         &undo},
    };
}

} // namespace ClinicDesk::Ctl
