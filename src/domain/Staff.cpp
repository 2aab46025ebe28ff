#include "domain/Staff.h"

namespace ClinicDesk {

QString toKey(StaffRole role)
{
    switch (role) {
    case StaffRole::Receptionist:
        return QStringLiteral("receptionist");
    case StaffRole::Doctor:
        return QStringLiteral("doctor");
    case StaffRole::Administrator:
        return QStringLiteral("administrator");
    }
    Q_UNREACHABLE();
}

std::optional<StaffRole> staffRoleFromKey(QStringView key)
{
    for (const StaffRole role :
         {StaffRole::Receptionist, StaffRole::Doctor, StaffRole::Administrator}) {
        if (key == toKey(role))
            return role;
    }
    return std::nullopt;
}

} // namespace ClinicDesk
