#include "services/patients/PatientStore.h"

#define PATIENT_COLUMNS                                                                            \
    "p.id, p.record_number, p.family_name, p.given_name, p.birth_date, p.sex, p.phone, p.email, "  \
    "p.address, "                                                                                  \
    "p.national_id, p.emergency_contact, p.desk_notes, p.active, p.version, p.consent_on"
#define MATCH_SELECT                                                                               \
    "SELECT f.id, f.record_number, f.family_name, f.given_name, f.birth_date, f.sex, f.phone, "    \
    "f.active, "                                                                                   \
    "n.starts_at, l.doctor_id, l.visit_type_id FROM "
#define MATCH_JOINS                                                                                \
    " f LEFT JOIN LATERAL (SELECT a.starts_at FROM app.appointment a WHERE a.patient_id = f.id "   \
    "AND a.starts_at > app.clinic_now() AND a.holds_slot ORDER BY a.starts_at LIMIT 1) n ON true " \
    "LEFT JOIN LATERAL (SELECT a.doctor_id, a.visit_type_id FROM app.appointment a WHERE "         \
    "a.patient_id = f.id "                                                                         \
    "AND a.status NOT IN ('cancelled', 'rejected') ORDER BY a.starts_at DESC LIMIT 1) l ON true"

namespace ClinicDesk::PatientStore {

namespace {

constexpr Statement findStatement {"patient_find", "text, int",
                                   MATCH_SELECT "app.patient_find($1, $2)" MATCH_JOINS};
constexpr Statement similarStatement {"patient_similar", "text, text, date, text",
                                      MATCH_SELECT
                                      "app.patient_similar($1, $2, $3, $4)" MATCH_JOINS};
constexpr Statement byIdStatement {"patient_by_id", "bigint",
                                   "SELECT " PATIENT_COLUMNS " FROM app.patient p WHERE p.id = $1"};
constexpr Statement lockStatement {"patient_lock", "bigint",
                                   "SELECT " PATIENT_COLUMNS
                                   " FROM app.patient p WHERE p.id = $1 FOR UPDATE"};
constexpr Statement byNumberStatement {"patient_by_number", "text",
                                       "SELECT " PATIENT_COLUMNS
                                       " FROM app.patient p WHERE p.record_number = $1"};
constexpr Statement byNationalIdStatement {"patient_by_national_id", "text",
                                           "SELECT " PATIENT_COLUMNS
                                           " FROM app.patient p WHERE p.national_id = $1"};
constexpr Statement byOperationStatement {"patient_by_operation", "uuid",
                                          "SELECT " PATIENT_COLUMNS
                                          " FROM app.patient p WHERE p.op_id = $1"};
constexpr Statement insertStatement {
    "patient_insert", "text, text, date, text, text, text, text, text, text, text, date",
    "INSERT INTO app.patient(family_name, given_name, birth_date, sex, phone, email, address, "
    "national_id, "
    "emergency_contact, desk_notes, consent_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
    "$11) "
    "RETURNING id"};
constexpr Statement updateStatement {
    "patient_update",
    "bigint, int, text, text, date, text, text, text, text, text, text, text, boolean, date",
    "UPDATE app.patient SET family_name = $3, given_name = $4, birth_date = $5, sex = $6, phone = "
    "$7, email = $8, "
    "address = $9, national_id = $10, emergency_contact = $11, desk_notes = $12, active = $13, "
    "consent_on = $14 "
    "WHERE id = $1 AND version = $2 RETURNING id"};
// A doctor's grant has fewer columns.
constexpr Statement ownByIdStatement {
    "patient_own_by_id", "bigint",
    "SELECT p.id, p.record_number, p.family_name, p.given_name, p.birth_date, p.sex, p.phone, "
    "p.email, NULL::text, "
    "NULL::text, NULL::text, p.desk_notes, p.active, p.version, NULL::date FROM app.patient p "
    "WHERE "
    "p.id = $1"};
constexpr Statement changeStatement {"patient_change", "bigint",
                                     "SELECT who, desk, at FROM app.patient_change($1)"};
constexpr Statement renewCardStatement {"card_renew", "bigint", "SELECT app.card_renew($1)"};
constexpr Statement isDoctorStatement {"patient_reader_is_doctor", "",
                                       "SELECT app.my_doctor() IS NOT NULL"};

QString orNull(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? QString() : trimmed;
}

std::optional<QDate> orAbsent(QDate date)
{
    return date.isValid() ? std::optional(date) : std::nullopt;
}

QList<PatientMatch> toMatches(const Rows &rows)
{
    QList<PatientMatch> result;
    for (const Row &row : rows) {
        PatientMatch m;
        m.id = row.get<PatientId>(0);
        m.recordNumber = row.get<QString>(1);
        m.familyName = row.get<QString>(2);
        m.givenName = row.get<QString>(3);
        m.birthDate = row.get<QDate>(4);
        m.sex = sexFromKey(row.get<QString>(5)).value_or(Sex::Unknown);
        m.phone = row.get<QString>(6);
        m.active = row.get<bool>(7);
        m.nextVisit = row.optional<QDateTime>(8);
        m.lastDoctor = row.optional<DoctorId>(9);
        m.lastVisitType = row.optional<VisitTypeId>(10);
        result.append(m);
    }
    return result;
}

std::optional<Patient> toPatient(const Rows &rows)
{
    if (rows.isEmpty())
        return std::nullopt;
    const Row &row = rows.constFirst();
    Patient p;
    p.id = row.get<PatientId>(0);
    p.recordNumber = row.get<QString>(1);
    p.familyName = row.get<QString>(2);
    p.givenName = row.get<QString>(3);
    p.birthDate = row.get<QDate>(4);
    p.sex = sexFromKey(row.get<QString>(5)).value_or(Sex::Unknown);
    p.phone = row.get<QString>(6);
    p.email = row.get<QString>(7);
    p.address = row.get<QString>(8);
    p.nationalId = row.get<QString>(9);
    p.emergencyContact = row.get<QString>(10);
    p.deskNotes = row.get<QString>(11);
    p.active = row.get<bool>(12);
    p.version = row.get<int>(13);
    p.consentOn = row.get<QDate>(14);
    return p;
}

} // namespace

QList<PatientMatch> find(Transaction &transaction, const QString &words, int limit)
{
    return toMatches(transaction.query(findStatement, words, limit));
}

QList<PatientMatch> similar(Transaction &transaction, const QString &familyName,
                            const QString &givenName, QDate birthDate, const QString &phone)
{
    return toMatches(
        transaction.query(similarStatement, familyName, givenName, orAbsent(birthDate), phone));
}

std::optional<Patient> byId(Transaction &transaction, PatientId id, bool forUpdate)
{
    if (forUpdate)
        return toPatient(transaction.lockAndRead(LockRank::Patient, id.value, lockStatement, id));
    const bool asDoctor = transaction.query(isDoctorStatement).constFirst().get<bool>(0);
    return toPatient(transaction.query(asDoctor ? ownByIdStatement : byIdStatement, id));
}

std::optional<Patient> byRecordNumber(Transaction &transaction, const QString &recordNumber)
{
    return toPatient(transaction.query(byNumberStatement, recordNumber));
}

std::optional<Patient> byNationalId(Transaction &transaction, const QString &nationalId)
{
    return toPatient(transaction.query(byNationalIdStatement, nationalId));
}

std::optional<Patient> byOperation(Transaction &transaction, const QUuid &operation)
{
    return toPatient(transaction.query(byOperationStatement, operation));
}

PatientId insert(Transaction &transaction, const Patient &p)
{
    return transaction
        .query(insertStatement, p.familyName.trimmed(), p.givenName.trimmed(), p.birthDate,
               toKey(p.sex), orNull(p.phone), orNull(p.email), orNull(p.address),
               orNull(p.nationalId), orNull(p.emergencyContact), orNull(p.deskNotes),
               orAbsent(p.consentOn))
        .constFirst()
        .get<PatientId>(0);
}

bool update(Transaction &transaction, const Patient &p)
{
    return !transaction
                .query(updateStatement, p.id, p.version, p.familyName.trimmed(),
                       p.givenName.trimmed(), p.birthDate, toKey(p.sex), orNull(p.phone),
                       orNull(p.email), orNull(p.address), orNull(p.nationalId),
                       orNull(p.emergencyContact), orNull(p.deskNotes), p.active,
                       orAbsent(p.consentOn))
                .isEmpty();
}

void readChange(Transaction &transaction, PatientRecord &record)
{
    const Rows rows = transaction.query(changeStatement, record.patient.id);
    if (rows.isEmpty())
        return;
    record.changedBy = rows.constFirst().get<QString>(0);
    record.desk = rows.constFirst().get<QString>(1);
    record.changedAt = rows.constFirst().optional<QDateTime>(2);
}

QString renewCard(Transaction &transaction, PatientId id)
{
    return transaction.query(renewCardStatement, id).constFirst().get<QString>(0);
}

} // namespace ClinicDesk::PatientStore
