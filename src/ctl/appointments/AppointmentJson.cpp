#include "ctl/appointments/AppointmentJson.h"

#include "ctl/JsonValue.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace Ctl;

QJsonObject jsonOf(const Appointment &appointment, const QTimeZone &zone)
{
    return {{u"id"_s, appointment.id.value},
            {u"version"_s, appointment.version},
            {u"status"_s, toKey(appointment.status)},
            {u"doctor"_s, appointment.doctor.value},
            {u"patient"_s, appointment.patient.value},
            {u"start"_s, jsonTime(appointment.start, zone)},
            {u"end"_s, jsonTime(appointment.end, zone)}};
}

QJsonObject jsonOf(const AppointmentRow &row, const QTimeZone &zone)
{
    QJsonObject object = jsonOf(row.appointment, zone);
    addMembers(object,
               {{u"room"_s, jsonId(row.appointment.room)},
                {u"visitType"_s, jsonId(row.appointment.visitType)},
                {u"reason"_s, row.appointment.reason},
                {u"statusNote"_s, row.appointment.statusNote},
                {u"source"_s, row.appointment.source},
                {u"checkedInAt"_s, jsonTime(row.appointment.checkedInAt, zone)},
                {u"familyName"_s, row.familyName},
                {u"givenName"_s, row.givenName},
                {u"birthDate"_s, row.birthDate.toString(Qt::ISODate)},
                {u"recordNumber"_s, row.recordNumber},
                {u"roomName"_s, row.roomName},
                {u"visitTypeName"_s, row.visitTypeName}});
    return object;
}

QJsonObject jsonOf(const AppointmentEvent &event, const QTimeZone &zone)
{
    return {{u"version"_s, event.version},
            {u"kind"_s, toKey(event.kind)},
            {u"who"_s, event.who},
            {u"desk"_s, event.desk},
            {u"at"_s, jsonTime(event.at, zone)},
            {u"oldStatus"_s, event.oldStatus ? QJsonValue(toKey(*event.oldStatus)) : QJsonValue()},
            {u"status"_s, toKey(event.newStatus)},
            {u"oldStart"_s, jsonTime(event.oldStart, zone)},
            {u"start"_s, jsonTime(event.newStart, zone)},
            {u"oldEnd"_s, jsonTime(event.oldEnd, zone)},
            {u"end"_s, jsonTime(event.newEnd, zone)},
            {u"oldDoctor"_s, jsonId(event.oldDoctor)},
            {u"doctor"_s, event.newDoctor.value},
            {u"reason"_s, event.reason},
            {u"override"_s, event.overrideRule},
            {u"because"_s, event.overrideBecause}};
}

QJsonObject jsonOf(const FreeSlot &slot, const QTimeZone &zone)
{
    return {{u"doctor"_s, slot.doctor.value},
            {u"start"_s, jsonTime(slot.start, zone)},
            {u"end"_s, jsonTime(slot.end, zone)}};
}

} // namespace ClinicDesk
