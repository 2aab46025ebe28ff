#pragma once

#include "domain/Staff.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace ClinicDesk {

/// Settings shared by every desk of a clinic.
struct Clinic
{
    QString name;
    QTimeZone zone = QTimeZone::utc(); ///< days and wall-clock times are reckoned in it

    bool operator==(const Clinic &) const = default;
};

/// Who is signed in, where; fixed from sign-in to sign-out.
struct Session
{
    Staff staff;
    std::optional<DoctorId> doctor; ///< set when the person is a doctor
    Clinic clinic;
    QString deskName;
    qint64 serverAheadMs = 0; ///< server's clock minus this computer's
};

} // namespace ClinicDesk
