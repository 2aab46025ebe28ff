#include "ctl/Commands.h"
#include "ctl/CommonOptions.h"
#include "ctl/appointments/AppointmentArguments.h"
#include "ctl/appointments/AppointmentJson.h"

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
    return {{{u"appointment"_s, jsonOf(appointment, zone)}}, {line}};
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

/// Doctor, patient, room, type and length looked up.
QCoro::Task<Result<BookRequest>> lookedUp(Context &context, TypedBooking typed)
{
    BookRequest request;
    request.operation = typed.operation;
    request.reason = typed.reason;
    request.override = typed.override;
    const std::optional<QDateTime> startTime = typed.start.at(context.zone());
    if (!startTime)
        co_return unexpected(validationError(u"start"_s, u"invalid_time"_s));
    request.start = *startTime;
    const Result<Doctor> doctor = co_await context.schedules.doctorByKey(typed.doctor);
    if (!doctor)
        co_return unexpected(doctor.error());
    request.doctor = doctor->id;
    const Result<Patient> patient = co_await context.patients.patientByKey(typed.patient);
    if (!patient)
        co_return unexpected(patient.error());
    request.patient = patient->id;
    if (typed.room) {
        const Result<RoomId> room = co_await findRoom(context, *typed.room);
        if (!room)
            co_return unexpected(room.error());
        request.room = *room;
    }
    std::optional<int> minutes = typed.minutes;
    if (typed.visitType) {
        const Result<VisitType> type = co_await findType(context, *typed.visitType);
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

CommandTask book(Context &context, TypedBooking typed)
{
    const Result<BookRequest> request = co_await lookedUp(context, typed);
    if (!request)
        co_return unexpected(request.error());
    co_return answerOf(co_await context.appointments.book(*request), context);
}

CommandTask changeStatus(Context &context, StatusRequest request)
{
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

/// Doctor, room and end looked up.
QCoro::Task<Result<MoveRequest>> lookedUp(Context &context, TypedMove typed)
{
    MoveRequest request;
    request.operation = typed.operation;
    request.appointment = typed.appointment;
    request.clearRoom = typed.clearRoom;
    request.version = typed.version;
    request.override = typed.override;
    if (typed.start) {
        request.start = typed.start->at(context.zone());
        if (!request.start)
            co_return unexpected(validationError(u"start"_s, u"invalid_time"_s));
    }
    if (typed.doctor) {
        const Result<Doctor> doctor = co_await context.schedules.doctorByKey(*typed.doctor);
        if (!doctor)
            co_return unexpected(doctor.error());
        request.doctor = doctor->id;
    }
    if (typed.room) {
        const Result<RoomId> room = co_await findRoom(context, *typed.room);
        if (!room)
            co_return unexpected(room.error());
        request.room = *room;
    }
    if (typed.minutes) {
        const Result<QDateTime> start = co_await startOf(context, request);
        if (!start)
            co_return unexpected(start.error());
        request.end = start->addSecs(60LL * *typed.minutes);
    }
    co_return request;
}

CommandTask move(Context &context, TypedMove typed)
{
    const Result<MoveRequest> request = co_await lookedUp(context, typed);
    if (!request)
        co_return unexpected(request.error());
    co_return answerOf(co_await context.appointments.move(*request), context);
}

CommandTask checkIn(Context &context, AppointmentRequest request)
{
    co_return answerOf(co_await context.appointments.checkIn(request), context);
}

CommandTask undo(Context &context, AppointmentRequest request)
{
    co_return answerOf(co_await context.appointments.undo(request), context);
}

OptionSpec reasonOption()
{
    return {u"reason"_s, u"TEXT"_s, u"Why."_s};
}

QList<OptionSpec> overrideOptions()
{
    return {{u"override"_s, u"RULE"_s, u"hours, lead_time, horizon or day_full."_s},
            {u"because"_s, u"TEXT"_s, u"Why the rule is overridden; recorded."_s}};
}

/// Where and when: of booking and moving.
QList<OptionSpec> placeOptions()
{
    return {doctorOption(),
            {u"start"_s, u"TIME"_s, u"ISO 8601; without offset in the clinic's zone."_s},
            {u"minutes"_s, u"N"_s, u"The length (booking: the type's or the doctor's slot)."_s},
            {u"room"_s, u"R"_s, u"A room's id or name."_s},
            operationOption()};
}

Command bookCommand()
{
    return {.name = u"book"_s,
            .help = u"Book an appointment."_s,
            .options
            = QList<OptionSpec> {{u"patient"_s, u"P"_s, u"A patient's id or record number."_s},
                                 {u"type"_s, u"T"_s, u"A visit type's id or name."_s},
                                 reasonOption()}
                + placeOptions() + overrideOptions(),
            .read = &readThenRun<&readBooking, &book>};
}

Command moveCommand()
{
    return {.name = u"move"_s,
            .help = u"Move an appointment to another time, doctor, room or length."_s,
            .words = {u"APPOINTMENT"_s},
            .options = placeOptions()
                + QList<OptionSpec> {{u"no-room"_s, {}, u"Give the room up."_s},
                                     reasonOption(),
                                     versionOption()}
                + overrideOptions(),
            .read = &readThenRun<&readMove, &move>};
}

template<AppointmentStatus to> Command statusCommand(const QString &name, const QString &help)
{
    return {.name = name,
            .help = help,
            .words = {u"APPOINTMENT"_s},
            .options = {reasonOption(), versionOption(), operationOption()},
            .read = &readThenRun<&readStatusTo<to>, &changeStatus>};
}

} // namespace

QList<Command> appointmentCommands()
{
    using Status = AppointmentStatus;
    return {
        bookCommand(),
        statusCommand<Status::Confirmed>(u"confirm"_s, u"Confirm a request."_s),
        statusCommand<Status::Rejected>(u"reject"_s, u"Reject a request, with a reason."_s),
        statusCommand<Status::Cancelled>(u"cancel"_s, u"Cancel an appointment, with a reason."_s),
        moveCommand(),
        {.name = u"check-in"_s,
         .help = u"Record that the patient has arrived."_s,
         .words = {u"APPOINTMENT"_s},
         .options = {versionOption(), operationOption()},
         .read = &readThenRun<&readAppointmentRequest, &checkIn>},
        statusCommand<Status::InProgress>(u"start"_s, u"Start the visit."_s),
        statusCommand<Status::Completed>(u"complete"_s, u"Complete the visit."_s),
        statusCommand<Status::NoShow>(u"no-show"_s, u"Record that the patient did not come."_s),
        {.name = u"undo"_s,
         .help = u"Take back your last change, within 30 s."_s,
         .words = {u"APPOINTMENT"_s},
         .options = {versionOption(), operationOption()},
         .read = &readThenRun<&readAppointmentRequest, &undo>},
    };
}

} // namespace ClinicDesk::Ctl
