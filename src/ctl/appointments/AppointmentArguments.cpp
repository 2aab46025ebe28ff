#include "ctl/appointments/AppointmentArguments.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

constexpr int longestVisit = 720;

} // namespace

Result<TypedBooking> readBooking(Arguments arguments)
{
    const TypedBooking booking {
        .operation = arguments.operation(),
        .doctor = arguments.required(u"doctor"_s),
        .patient = arguments.required(u"patient"_s),
        .room = arguments.optionalText(u"room"_s),
        .visitType = arguments.optionalText(u"type"_s),
        .start = arguments.instant(u"start"_s),
        .minutes = arguments.optionalNumber(u"minutes"_s, 1, longestVisit),
        .reason = arguments.text(u"reason"_s),
        .override = arguments.ruleOverride(),
    };
    return arguments.checked(booking);
}

Result<TypedMove> readMove(Arguments arguments)
{
    const TypedMove move {
        .operation = arguments.operation(),
        .appointment = arguments.appointment(),
        .doctor = arguments.optionalText(u"doctor"_s),
        .room = arguments.optionalText(u"room"_s),
        .clearRoom = arguments.has(u"no-room"_s),
        .start = arguments.optionalInstant(u"start"_s),
        .minutes = arguments.optionalNumber(u"minutes"_s, 1, longestVisit),
        .version = arguments.version(),
        .override = arguments.ruleOverride(),
    };
    const bool movesNothing = !arguments.has(u"start"_s) && !arguments.has(u"minutes"_s)
        && !move.clearRoom && !move.doctor && !move.room;
    if (movesNothing)
        arguments.complain(u"start"_s, u"missing"_s);
    return arguments.checked(move);
}

Result<StatusRequest> readStatus(Arguments arguments, AppointmentStatus to)
{
    StatusRequest request;
    request.operation = arguments.operation();
    request.appointment = arguments.appointment();
    request.to = to;
    request.reason = arguments.text(u"reason"_s);
    request.version = arguments.version();
    return arguments.checked(request);
}

Result<AppointmentRequest> readAppointmentRequest(Arguments arguments)
{
    AppointmentRequest request;
    request.operation = arguments.operation();
    request.appointment = arguments.appointment();
    request.version = arguments.version();
    return arguments.checked(request);
}

Result<SlotsRequest> readSlots(Arguments arguments)
{
    const SlotsRequest request {
        .doctors = arguments.texts(u"doctor"_s),
        .from = arguments.optionalDate(u"from"_s),
        .days = arguments.number(u"days"_s, 1, 400, 1),
        .minutes = arguments.number(u"minutes"_s, 1, longestVisit, 0),
    };
    return arguments.checked(request);
}

Result<std::optional<QDate>> readDay(Arguments arguments)
{
    const std::optional<QDate> day = arguments.optionalDate(u"date"_s);
    return arguments.checked(day);
}

Result<AppointmentId> readHistory(Arguments arguments)
{
    const AppointmentId id = arguments.appointment();
    return arguments.checked(id);
}

} // namespace ClinicDesk::Ctl
