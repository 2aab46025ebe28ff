#include "services/patients/PatientStore.h"

#include "database/RowList.h"
#include "database/SqlText.h"

namespace ClinicDesk::PatientStore {

namespace {

constexpr SqlText columns = R"sql(
    p.id, p.record_number, p.family_name, p.given_name, p.birth_date, p.sex, p.phone, p.email,
    p.address, p.national_id, p.emergency_contact, p.desk_notes, p.active, p.version, p.consent_on
)sql";
constexpr SqlText matchSelect = R"sql(
    SELECT f.id, f.record_number, f.family_name, f.given_name, f.birth_date, f.sex, f.phone,
           f.active, n.starts_at AS next_visit, l.doctor_id, l.visit_type_id FROM
)sql";
constexpr SqlText matchJoins = R"sql( f
    LEFT JOIN LATERAL (
        SELECT a.starts_at FROM app.appointment a
        WHERE a.patient_id = f.id AND a.starts_at > app.clinic_now() AND a.holds_slot
        ORDER BY a.starts_at LIMIT 1) n ON true
    LEFT JOIN LATERAL (
        SELECT a.doctor_id, a.visit_type_id FROM app.appointment a
        WHERE a.patient_id = f.id AND a.status NOT IN ('cancelled', 'rejected')
        ORDER BY a.starts_at DESC LIMIT 1) l ON true
)sql";

constexpr Statement findStatement {"patient_find", "text, int",
                                   sqlOf<matchSelect, "app.patient_find($1, $2)", matchJoins>};
constexpr Statement similarStatement {
    "patient_similar", "text, text, date, text",
    sqlOf<matchSelect, "app.patient_similar($1, $2, $3, $4)", matchJoins>};
constexpr Statement byIdStatement {"patient_by_id", "bigint",
                                   sqlOf<"SELECT ", columns, "FROM app.patient p WHERE p.id = $1">};
constexpr Statement byNumberStatement {
    "patient_by_number", "text",
    sqlOf<"SELECT ", columns, "FROM app.patient p WHERE p.record_number = $1">};
constexpr Statement byNationalIdStatement {
    "patient_by_national_id", "text",
    sqlOf<"SELECT ", columns, "FROM app.patient p WHERE p.national_id = $1">};
constexpr Statement byOperationStatement {
    "patient_by_operation", "uuid",
    sqlOf<"SELECT ", columns, "FROM app.patient p WHERE p.op_id = $1">};
constexpr Statement insertStatement {
    "patient_insert", "text, text, date, text, text, text, text, text, text, text, date",
    sqlOf<R"sql(
        INSERT INTO app.patient AS p (family_name, given_name, birth_date, sex, phone, email,
            address, national_id, emergency_contact, desk_notes, consent_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        RETURNING )sql",
          columns>};
constexpr Statement updateStatement {
    "patient_update",
    "bigint, int, text, text, date, text, text, text, text, text, text, text, boolean, date",
    sqlOf<R"sql(
        UPDATE app.patient p SET family_name = $3, given_name = $4, birth_date = $5, sex = $6,
            phone = $7, email = $8, address = $9, national_id = $10, emergency_contact = $11,
            desk_notes = $12, active = $13, consent_on = $14
        WHERE p.id = $1 AND p.version = $2
        RETURNING )sql",
          columns>};
// A doctor's grant has fewer columns.
constexpr Statement ownByIdStatement {"patient_own_by_id", "bigint", R"sql(
    SELECT p.id, p.record_number, p.family_name, p.given_name, p.birth_date, p.sex, p.phone,
           p.email, NULL::text AS address, NULL::text AS national_id,
           NULL::text AS emergency_contact, p.desk_notes, p.active, p.version,
           NULL::date AS consent_on
    FROM app.patient p WHERE p.id = $1
)sql"};
constexpr Statement changeStatement {"patient_change", "bigint", R"sql(
    SELECT who, desk, at FROM app.patient_change($1)
)sql"};
constexpr Statement renewCardStatement {"card_renew", "bigint", R"sql(
    SELECT app.card_renew($1) AS code
)sql"};
constexpr Statement isDoctorStatement {"patient_reader_is_doctor", "", R"sql(
    SELECT app.my_doctor() IS NOT NULL AS is_doctor
)sql"};

QString orNull(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? QString() : trimmed;
}

std::optional<QDate> orAbsent(QDate date)
{
    return date.isValid() ? std::optional(date) : std::nullopt;
}

PatientMatch toMatch(const Row &row)
{
    PatientMatch m;
    m.id = row.get<PatientId>("id");
    m.recordNumber = row.get<QString>("record_number");
    m.familyName = row.get<QString>("family_name");
    m.givenName = row.get<QString>("given_name");
    m.birthDate = row.get<QDate>("birth_date");
    m.sex = sexFromKey(row.get<QString>("sex")).value_or(Sex::Unknown);
    m.phone = row.get<QString>("phone");
    m.active = row.get<bool>("active");
    m.nextVisit = row.optional<QDateTime>("next_visit");
    m.lastDoctor = row.optional<DoctorId>("doctor_id");
    m.lastVisitType = row.optional<VisitTypeId>("visit_type_id");
    return m;
}

Patient toPatient(const Row &row)
{
    Patient p;
    p.id = row.get<PatientId>("id");
    p.recordNumber = row.get<QString>("record_number");
    p.familyName = row.get<QString>("family_name");
    p.givenName = row.get<QString>("given_name");
    p.birthDate = row.get<QDate>("birth_date");
    p.sex = sexFromKey(row.get<QString>("sex")).value_or(Sex::Unknown);
    p.phone = row.get<QString>("phone");
    p.email = row.get<QString>("email");
    p.address = row.get<QString>("address");
    p.nationalId = row.get<QString>("national_id");
    p.emergencyContact = row.get<QString>("emergency_contact");
    p.deskNotes = row.get<QString>("desk_notes");
    p.active = row.get<bool>("active");
    p.version = row.get<int>("version");
    p.consentOn = row.get<QDate>("consent_on");
    return p;
}

} // namespace

QList<PatientMatch> find(Transaction &transaction, const QString &words, int limit)
{
    return listOf(transaction.query(findStatement, words, limit), &toMatch);
}

QList<PatientMatch> similar(Transaction &transaction, const QString &familyName,
                            const QString &givenName, QDate birthDate, const QString &phone)
{
    return listOf(
        transaction.query(similarStatement, familyName, givenName, orAbsent(birthDate), phone),
        &toMatch);
}

std::optional<Patient> byId(Transaction &transaction, PatientId id)
{
    const bool asDoctor = transaction.query(isDoctorStatement).constFirst().get<bool>("is_doctor");
    return firstOf(transaction.query(asDoctor ? ownByIdStatement : byIdStatement, id), &toPatient);
}

std::optional<Patient> byRecordNumber(Transaction &transaction, const QString &recordNumber)
{
    return firstOf(transaction.query(byNumberStatement, recordNumber), &toPatient);
}

std::optional<Patient> byNationalId(Transaction &transaction, const QString &nationalId)
{
    return firstOf(transaction.query(byNationalIdStatement, nationalId), &toPatient);
}

std::optional<Patient> byOperation(Transaction &transaction, const QUuid &operation)
{
    return firstOf(transaction.query(byOperationStatement, operation), &toPatient);
}

Patient insert(Transaction &transaction, const Patient &p)
{
    return toPatient(transaction
                         .query(insertStatement, p.familyName.trimmed(), p.givenName.trimmed(),
                                p.birthDate, toKey(p.sex), orNull(p.phone), orNull(p.email),
                                orNull(p.address), orNull(p.nationalId), orNull(p.emergencyContact),
                                orNull(p.deskNotes), orAbsent(p.consentOn))
                         .constFirst());
}

std::optional<Patient> update(Transaction &transaction, const Patient &p)
{
    return firstOf(transaction.query(updateStatement, p.id, p.version, p.familyName.trimmed(),
                                     p.givenName.trimmed(), p.birthDate, toKey(p.sex),
                                     orNull(p.phone), orNull(p.email), orNull(p.address),
                                     orNull(p.nationalId), orNull(p.emergencyContact),
                                     orNull(p.deskNotes), p.active, orAbsent(p.consentOn)),
                   &toPatient);
}

void readChange(Transaction &transaction, PatientRecord &record)
{
    const Rows rows = transaction.query(changeStatement, record.patient.id);
    if (rows.isEmpty())
        return;
    const Row &row = rows.constFirst();
    record.changedBy = row.get<QString>("who");
    record.desk = row.get<QString>("desk");
    record.changedAt = row.optional<QDateTime>("at");
}

QString renewCard(Transaction &transaction, PatientId id)
{
    return transaction.query(renewCardStatement, id).constFirst().get<QString>("code");
}

} // namespace ClinicDesk::PatientStore
