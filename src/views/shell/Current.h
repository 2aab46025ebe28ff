#pragma once

#include "domain/Appointment.h"

#include <optional>

namespace ClinicDesk {

/// What a page is about: a visit as it is shown, or a patient alone. The screen names it and the
/// page's commands are done to it; a value, so that both speak of the same version.
struct Current
{
    std::optional<AppointmentRow> visit;
    PatientId patient; ///< the visit's, where there is one

    [[nodiscard]] static Current of(const AppointmentRow &row)
    {
        return {row, row.appointment.patient};
    }
    [[nodiscard]] bool isEmpty() const { return !visit && !patient.isValid(); }
    bool operator==(const Current &) const = default;
};

} // namespace ClinicDesk
