#include "ctl/settings/SettingJson.h"

#include "ctl/JsonValue.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace Ctl;

QJsonObject jsonOf(const Doctor &doctor)
{
    return {{u"id"_s, doctor.id.value},
            {u"login"_s, doctor.login},
            {u"name"_s, doctor.displayName},
            {u"specialisation"_s, doctor.specialisation},
            {u"licence"_s, doctor.licenceNumber},
            {u"colour"_s, doctor.colour},
            {u"active"_s, doctor.active},
            {u"accepts"_s, doctor.acceptsAppointments},
            {u"needsConfirmation"_s, doctor.needsConfirmation},
            {u"verified"_s, doctor.verified},
            {u"horizonDays"_s, doctor.horizonDays},
            {u"leadMinutes"_s, doctor.leadMinutes},
            {u"bufferMinutes"_s, doctor.bufferMinutes},
            {u"maxPerDay"_s, doctor.maxPerDay},
            {u"endDate"_s, jsonDate(doctor.endDate)}};
}

QJsonObject jsonOf(const Room &room)
{
    return {{u"id"_s, room.id.value}, {u"name"_s, room.name}, {u"active"_s, room.active}};
}

QJsonObject jsonOf(const VisitType &type)
{
    return {{u"id"_s, type.id.value},         {u"name"_s, type.name},
            {u"minutes"_s, type.minutes},     {u"colour"_s, type.colour},
            {u"kiosk"_s, type.kioskBookable}, {u"active"_s, type.active}};
}

} // namespace ClinicDesk
