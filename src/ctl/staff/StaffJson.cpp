#include "ctl/staff/StaffJson.h"

#include "ctl/JsonValue.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace Ctl;

QJsonObject jsonOf(const Staff &person, const QTimeZone &zone)
{
    return {{u"id"_s, person.id.value},      {u"login"_s, person.login},
            {u"name"_s, person.displayName}, {u"role"_s, toKey(person.role)},
            {u"active"_s, person.active},    {u"lastSignIn"_s, jsonTime(person.lastSignIn, zone)}};
}

} // namespace ClinicDesk
