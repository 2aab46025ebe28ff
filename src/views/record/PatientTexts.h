#pragma once

#include "domain/PatientFields.h"
#include "models/ClinicClock.h"

/// What the patient's record says. GUI thread.
namespace ClinicDesk::PatientTexts {

/// "Family name", without mnemonic.
[[nodiscard]] QString label(PatientField field);
[[nodiscard]] QString sex(Sex sex);
/// A field's text as it is read: "03-May-1985", "female", the national id's last signs only.
[[nodiscard]] QString shown(PatientField field, const QString &text);
/// "phone, e-mail"
[[nodiscard]] QString list(const QList<PatientField> &fields);
/// "Ben Cole changed this 4 s ago: phone."
[[nodiscard]] QString changed(const PatientRecord &record, const QList<PatientField> &fields,
                              const ClinicClock &clock);

} // namespace ClinicDesk::PatientTexts
