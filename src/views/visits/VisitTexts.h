#pragma once

#include "models/ClinicClock.h"
#include "models/OpenVisit.h"

#include <functional>

namespace ClinicDesk {
class Catalogue;
}

/// What forms say of a visit that another desk changed while they were open. GUI thread.
namespace ClinicDesk::VisitTexts {

using DoctorName = std::function<QString(DoctorId)>;

/// As long as the catalogue lives.
[[nodiscard]] DoctorName namesFrom(const Catalogue &catalogue);

/// "10:40 to 11:00, Dr Osei"; with the day where asked.
[[nodiscard]] QString appointment(const AppointmentRow &row, const ClinicClock &clock,
                                  const DoctorName &doctorName, bool withDay);
[[nodiscard]] QString label(VisitField field);
/// A field as text; "none" for one that is empty.
[[nodiscard]] QString value(VisitField field, const AppointmentRow &row, const ClinicClock &clock,
                            const DoctorName &doctorName);
/// Of each changed field what it is and what it was: "Time: 11:20 to 11:40, was 10:40 to 11:00".
[[nodiscard]] QString differences(const OpenVisit &visit, const ClinicClock &clock,
                                  const DoctorName &doctorName);
/// Why the action is off until the change has been looked at.
[[nodiscard]] QString lookFirst();

} // namespace ClinicDesk::VisitTexts
