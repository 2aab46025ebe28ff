#include "ctl/settings/SettingArguments.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

TypedDoctor doctorOf(Arguments &arguments, const QString &key)
{
    return {.operation = arguments.operation(),
            .key = key,
            .specialisation = arguments.optionalText(u"specialisation"_s),
            .licenceNumber = arguments.optionalText(u"licence"_s),
            .colour = arguments.optionalText(u"colour"_s),
            .acceptsAppointments = arguments.yesNo(u"accepts"_s),
            .needsConfirmation = arguments.yesNo(u"needs-confirmation"_s),
            .verified = arguments.yesNo(u"verified"_s),
            .horizonDays = arguments.optionalNumber(u"horizon-days"_s, 0, 730),
            .leadMinutes = arguments.optionalNumber(u"lead-minutes"_s, 0, 43200),
            .bufferMinutes = arguments.optionalNumber(u"buffer-minutes"_s, 0, 240),
            .maxPerDay = arguments.optionalNumber(u"max-per-day"_s, 0, 500),
            .endDate = arguments.optionalDate(u"end-date"_s)};
}

TypedRoom roomOf(Arguments &arguments, RoomId id)
{
    return {.operation = arguments.operation(),
            .id = id,
            .name = arguments.optionalText(u"name"_s),
            .active = arguments.yesNo(u"active"_s)};
}

TypedVisitType visitTypeOf(Arguments &arguments, VisitTypeId id)
{
    return {.operation = arguments.operation(),
            .id = id,
            .name = arguments.optionalText(u"name"_s),
            .minutes = arguments.optionalNumber(u"minutes"_s, 1, 720),
            .colour = arguments.optionalText(u"colour"_s),
            .kioskBookable = arguments.yesNo(u"kiosk"_s),
            .active = arguments.yesNo(u"active"_s)};
}

} // namespace

void TypedDoctor::applyTo(Doctor &doctor) const
{
    replace(doctor.specialisation, specialisation);
    replace(doctor.licenceNumber, licenceNumber);
    replace(doctor.colour, colour);
    replace(doctor.acceptsAppointments, acceptsAppointments);
    replace(doctor.needsConfirmation, needsConfirmation);
    replace(doctor.verified, verified);
    replace(doctor.horizonDays, horizonDays);
    replace(doctor.leadMinutes, leadMinutes);
    replace(doctor.bufferMinutes, bufferMinutes);
    replace(doctor.maxPerDay, maxPerDay);
    if (endDate)
        doctor.endDate = endDate;
}

Result<TypedDoctor> readNewDoctor(Arguments arguments)
{
    arguments.required(u"licence"_s);
    const TypedDoctor typed = doctorOf(arguments, arguments.required(u"login"_s));
    return arguments.checked(typed);
}

Result<TypedDoctor> readChangedDoctor(Arguments arguments)
{
    const TypedDoctor typed = doctorOf(arguments, arguments.word(u"doctor"_s));
    return arguments.checked(typed);
}

/// Nobody is deleted: no new appointments from now on.
Result<TypedDoctor> readDoctorRemoval(Arguments arguments)
{
    TypedDoctor typed = doctorOf(arguments, arguments.word(u"doctor"_s));
    typed.acceptsAppointments = false;
    return arguments.checked(typed);
}

Result<TypedRoom> readNewRoom(Arguments arguments)
{
    arguments.required(u"name"_s);
    const TypedRoom typed = roomOf(arguments, {});
    return arguments.checked(typed);
}

Result<TypedRoom> readChangedRoom(Arguments arguments)
{
    const TypedRoom typed = roomOf(arguments, RoomId {arguments.id(u"room"_s)});
    return arguments.checked(typed);
}

Result<TypedRoom> readRoomRemoval(Arguments arguments)
{
    TypedRoom typed = roomOf(arguments, RoomId {arguments.id(u"room"_s)});
    typed.active = false;
    return arguments.checked(typed);
}

Result<TypedVisitType> readNewVisitType(Arguments arguments)
{
    arguments.required(u"name"_s);
    const TypedVisitType typed = visitTypeOf(arguments, {});
    return arguments.checked(typed);
}

Result<TypedVisitType> readChangedVisitType(Arguments arguments)
{
    const TypedVisitType typed = visitTypeOf(arguments, VisitTypeId {arguments.id(u"type"_s)});
    return arguments.checked(typed);
}

Result<TypedVisitType> readVisitTypeRemoval(Arguments arguments)
{
    TypedVisitType typed = visitTypeOf(arguments, VisitTypeId {arguments.id(u"type"_s)});
    typed.active = false;
    return arguments.checked(typed);
}

Result<TypedClinic> readClinic(Arguments arguments)
{
    TypedClinic typed {arguments.operation(), arguments.optionalText(u"name"_s), std::nullopt};
    if (arguments.has(u"zone"_s)) {
        const QString name = arguments.text(u"zone"_s);
        typed.zone = QTimeZone(name.toUtf8());
        // Without a name Qt takes this computer's zone.
        if (name.isEmpty() || !typed.zone->isValid())
            arguments.complain(u"time_zone"_s, u"format"_s);
    }
    return arguments.checked(typed);
}

Result<Listing> readListing(Arguments arguments)
{
    return arguments.checked(Listing {arguments.has(u"all"_s)});
}

} // namespace ClinicDesk::Ctl
