#pragma once

#include <QString>

#include <optional>

namespace ClinicDesk {

enum class DeviceKind { Kiosk, Display };

/// The database's word for a kind of device ("kiosk"), and back; nullopt for an unknown word.
[[nodiscard]] QString toKey(DeviceKind kind);
[[nodiscard]] std::optional<DeviceKind> deviceKindFromKey(QStringView key);

/// A computer that signs in under its own login and is nobody's: a kiosk or a display.
struct Device
{
    QString login = {};
    QString name = {}; ///< as people call it
    DeviceKind kind = DeviceKind::Kiosk;

    bool operator==(const Device &) const = default;
};

} // namespace ClinicDesk
