#pragma once

#include "database/Transaction.h"
#include "domain/Patient.h"

#include <QUuid>

#include <optional>

namespace ClinicDesk::PatientStore {

/// SQL and row mapping of patients; one statement each, on an open Transaction. Knows no signals.

QList<PatientMatch> find(Transaction &transaction, const QString &words, int limit);
QList<PatientMatch> similar(Transaction &transaction, const QString &familyName,
                            const QString &givenName, QDate birthDate, const QString &phone);
/// A doctor reads fewer fields than the desk does.
std::optional<Patient> byId(Transaction &transaction, PatientId id);
std::optional<Patient> byRecordNumber(Transaction &transaction, const QString &recordNumber);
std::optional<Patient> byNationalId(Transaction &transaction, const QString &nationalId);
std::optional<Patient> byOperation(Transaction &transaction, const QUuid &operation);
Patient insert(Transaction &transaction, const Patient &patient);
/// As it is now; nothing when there is no row with this id and version.
std::optional<Patient> update(Transaction &transaction, const Patient &patient);
/// Who changed it last, where the history knows.
void readChange(Transaction &transaction, PatientRecord &record);
/// The new card's code; the card before it stops working.
QString renewCard(Transaction &transaction, PatientId id);

} // namespace ClinicDesk::PatientStore
