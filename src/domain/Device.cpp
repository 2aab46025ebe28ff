#include "domain/Device.h"

namespace ClinicDesk {

QString toKey(DeviceKind kind)
{
    switch (kind) {
    case DeviceKind::Kiosk:
        return QStringLiteral("kiosk");
    case DeviceKind::Display:
        return QStringLiteral("display");
    }
    Q_UNREACHABLE();
}

std::optional<DeviceKind> deviceKindFromKey(QStringView key)
{
    for (const DeviceKind kind : {DeviceKind::Kiosk, DeviceKind::Display}) {
        if (key == toKey(kind))
            return kind;
    }
    return std::nullopt;
}

} // namespace ClinicDesk
