#pragma once

#include "domain/Id.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace ClinicDesk {

enum class StaffRole { Receptionist, Doctor, Administrator };

/// The database's word for a role ("receptionist"), and back; nullopt for an unknown word.
[[nodiscard]] QString toKey(StaffRole role);
[[nodiscard]] std::optional<StaffRole> staffRoleFromKey(QStringView key);

/// A person who works at the clinic and signs in under `login`.
struct Staff
{
    StaffId id = {};
    QString login = {};
    QString displayName = {};
    StaffRole role = StaffRole::Receptionist;
    bool active = true;
    std::optional<QDateTime> lastSignIn = {};

    bool operator==(const Staff &) const = default;
};

/// A doctor's booking rules. The database's book_check reads the same columns and has the last
/// word.
struct Doctor
{
    DoctorId id;
    StaffId staffId;
    QString login;
    QString displayName; ///< as shown in a column header, e.g. "Dr Osei"
    QString specialisation;
    QString licenceNumber;
    QString colour; ///< "#rrggbb"
    bool active = true;
    bool acceptsAppointments = true;
    bool needsConfirmation = true;
    bool verified = true;
    int horizonDays = 30;
    int leadMinutes = 0;
    int bufferMinutes = 0;
    int maxPerDay = 20;
    std::optional<QDate> endDate;
    int version = 0; ///< set by the database; a change carries the one that was seen

    bool operator==(const Doctor &) const = default;
};

} // namespace ClinicDesk
