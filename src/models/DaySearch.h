#pragma once

#include "domain/Appointment.h"
#include "domain/Patient.h"

#include <QList>

namespace ClinicDesk {

/// "muller" for "Müller": small letters without accents, as the server's search folds them.
[[nodiscard]] QString foldedForSearch(const QString &text);

/// The patient of this visit, as a search would have found them by it.
[[nodiscard]] PatientMatch patientOf(const AppointmentRow &row);

/// The patients of these visits that fit the words, as the server's search would read them: parts
/// of the name in any order, a year or its last two digits, a birth date, the phone's end, the
/// record number. Each once, with the visit of theirs that comes next, else the last one.
[[nodiscard]] QList<PatientMatch> patientsAmong(const QList<AppointmentRow> &visits,
                                                const QString &words, const QDateTime &now,
                                                int limit);

} // namespace ClinicDesk
