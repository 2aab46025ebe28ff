#pragma once

#include <QString>
#include <QTimeZone>

namespace ClinicDesk {

/// Settings shared by every desk of a clinic.
struct Clinic
{
    QString name = {};
    QTimeZone zone = QTimeZone::utc(); ///< days and wall-clock times are reckoned in it
    int version = 0; ///< of the settings; 0 is not known

    bool operator==(const Clinic &) const = default;
};

/// What the clinic's rules measure with, as the database holds it; what stands here is a new
/// clinic's.
struct ClinicSettings
{
    int cancelCutoffMinutes = 120; ///< until when a patient may cancel
    int holdSeconds = 90; ///< how long a slot is kept while it is booked
    int undoSeconds = 30; ///< how long one's own last change may be taken back

    bool operator==(const ClinicSettings &) const = default;
};

} // namespace ClinicDesk
