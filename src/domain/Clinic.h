#pragma once

#include <QString>
#include <QTimeZone>

namespace ClinicDesk {

/// Settings shared by every desk of a clinic.
struct Clinic
{
    QString name = {};
    QTimeZone zone = QTimeZone::utc(); ///< days and wall-clock times are reckoned in it

    bool operator==(const Clinic &) const = default;
};

} // namespace ClinicDesk
