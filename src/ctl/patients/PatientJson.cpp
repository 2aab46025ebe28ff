#include "ctl/patients/PatientJson.h"

#include "ctl/JsonValue.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace Ctl;

QJsonObject jsonOf(const Patient &patient)
{
    return {{u"id"_s, patient.id.value},
            {u"recordNumber"_s, patient.recordNumber},
            {u"familyName"_s, patient.familyName},
            {u"givenName"_s, patient.givenName},
            {u"birthDate"_s, patient.birthDate.toString(Qt::ISODate)},
            {u"sex"_s, toKey(patient.sex)},
            {u"phone"_s, patient.phone},
            {u"email"_s, patient.email},
            {u"address"_s, patient.address},
            {u"emergencyContact"_s, patient.emergencyContact},
            {u"deskNotes"_s, patient.deskNotes},
            {u"active"_s, patient.active},
            {u"version"_s, patient.version}};
}

QJsonObject jsonOf(const PatientMatch &match, const QTimeZone &zone)
{
    return {{u"id"_s, match.id.value},
            {u"recordNumber"_s, match.recordNumber},
            {u"familyName"_s, match.familyName},
            {u"givenName"_s, match.givenName},
            {u"birthDate"_s, match.birthDate.toString(Qt::ISODate)},
            {u"sex"_s, toKey(match.sex)},
            {u"phone"_s, match.phone},
            {u"nextVisit"_s, jsonTime(match.nextVisit, zone)},
            {u"active"_s, match.active}};
}

} // namespace ClinicDesk
