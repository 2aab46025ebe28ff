#include "services/patients/PatientService.h"
#include "services/ServiceFixture.h"
#include "services/SignedIn.h"
#include "services/appointments/AppointmentService.h"

#include <QRegularExpression>
#include <QSignalSpy>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class PatientServiceTest : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_ana.emplace(deskSettings(u"ana"_s, 1));
        m_patients = &m_ana->patients;
    }
    void TearDown() override
    {
        m_ana.reset();
        ServiceFixture::TearDown();
    }

    /// "Kim Soo, Kim Sue": who is found.
    QString found(const QString &words)
    {
        const auto result = answer(m_patients->find(words));
        EXPECT_TRUE(result.has_value()) << qPrintable(words);
        QStringList names;
        for (const PatientMatch &match : result.value_or(QList<PatientMatch> {}))
            names.append(match.familyName + u' ' + match.givenName);
        return names.join(u", "_s);
    }
    static Patient person()
    {
        Patient p;
        p.familyName = u"Smith"_s;
        p.givenName = u"John"_s;
        p.birthDate = QDate(1971, 6, 5);
        p.sex = Sex::Male;
        return p;
    }
    Result<Patient> add(const Patient &patient)
    {
        return answer(m_patients->add(QUuid::createUuid(), patient));
    }

    std::optional<SignedIn> m_ana;
    PatientService *m_patients = nullptr;
};

TEST_F(PatientServiceTest, findsByFragmentsInAnyOrderAndWithoutAccents)
{
    for (const QString &words :
         {u"kim soo"_s, u"soo kim"_s, u"KIM SOO"_s, u"soo"_s, u" kim,  soo "_s})
        EXPECT_EQ(found(words), u"Kim Soo"_s) << qPrintable(words);
    for (const QString &words : {u"muller"_s, u"Müller"_s, u"jürg mül"_s, u"lle"_s})
        EXPECT_EQ(found(words), u"Müller Jürgen"_s) << qPrintable(words);
    EXPECT_EQ(found(u"o'brien sean"_s), u"O'Brien Seán"_s);
    EXPECT_EQ(found(u"ki"_s), u"Kim Soo, Kim Sue"_s);
    EXPECT_EQ(found(u"k"_s), QString());
    EXPECT_EQ(found(u"xyzxyz"_s), QString());
}

TEST_F(PatientServiceTest, forgivesTypos)
{
    ASSERT_TRUE(add(person()).has_value());
    for (const QString &words : {u"Jonh Smiht"_s, u"Smiht Jonh"_s, u"Jon Smith"_s, u"Smyth"_s})
        EXPECT_EQ(found(words), u"Smith John"_s) << qPrintable(words);
    EXPECT_EQ(found(u"Svenson"_s), u"Svensson Anna"_s);
}

TEST_F(PatientServiceTest, findsByBirthDatePhoneEndAndRecordNumber)
{
    const QString kims = u"Kim Soo, Kim Sue"_s;
    for (const QString &words :
         {u"1985-05-03"_s, u"3.5.1985"_s, u"03/05/1985"_s, u"03-05-85"_s, u"1985"_s, u"kim 85"_s})
        EXPECT_EQ(found(words), kims) << qPrintable(words);
    EXPECT_EQ(found(u"4417"_s), u"Kim Soo"_s);
    EXPECT_EQ(found(u"kim 8899"_s), u"Kim Sue"_s);
    EXPECT_EQ(found(u"mr-2026-000003"_s), u"Svensson Anna"_s);
    EXPECT_EQ(found(u"31.2.1985"_s), QString());
    EXPECT_EQ(found(u"00-00-0000"_s), QString());
}

TEST_F(PatientServiceTest, theMillionthPatientHasARecordNumberOfItsOwn)
{
    ownerSql(u"SELECT setval('app.patient_record_number', 999998)"_s);
    for (const QString &number :
         {u"MR-2026-999999"_s, u"MR-2026-1000000"_s, u"MR-2026-1000001"_s}) {
        Patient next = person();
        next.familyName = u"Patient "_s + number.section(u'-', 2);
        EXPECT_EQ(answer(m_patients->add(QUuid::createUuid(), next)).value().recordNumber, number);
        EXPECT_EQ(found(number), next.familyName + u" John"_s);
        EXPECT_EQ(found(number.section(u'-', 2)), next.familyName + u" John"_s);
    }
    EXPECT_EQ(found(u"000003"_s), u"Svensson Anna"_s);
    EXPECT_EQ(found(u"00003"_s), u"Svensson Anna"_s);
}

TEST_F(PatientServiceTest, theListBeginsWithNamesThatBeginSo)
{
    for (const QString &name :
         {u"Rosenberg"_s, u"Bergmann"_s, u"Steinberg"_s, u"Berg"_s, u"Bergamo"_s}) {
        Patient next = person();
        next.familyName = name;
        ASSERT_TRUE(add(next).has_value());
    }
    const QString first = u"Berg John, Bergamo John, Bergmann John"_s;
    const auto list = [this](int rows) {
        QStringList names;
        const QList<PatientMatch> matches = answer(m_patients->find(u"berg"_s, rows)).value();
        for (const PatientMatch &match : matches)
            names << match.familyName + u' ' + match.givenName;
        return names.join(u", "_s);
    };
    EXPECT_EQ(list(3), first);
    EXPECT_EQ(list(4), first + u", Rosenberg John"_s);
    EXPECT_EQ(list(8), first + u", Rosenberg John, Steinberg John"_s);
    ownerSql(u"UPDATE app.patient SET active = false WHERE family_name = 'Berg'"_s);
    EXPECT_EQ(list(8), u"Bergamo John, Bergmann John, Rosenberg John, Steinberg John, Berg John"_s);
}

TEST_F(PatientServiceTest, hostileWordsAreHarmless)
{
    for (const QString &words :
         {u"%"_s, u"%%%"_s, u"___"_s, u"_i_"_s, u"\\"_s, u"'"_s,
          u"''; DROP TABLE app.patient; --"_s, u"a' OR '1'='1"_s, u"\"kim\" %s %L"_s, u""_s,
          QString(), u"1' OR 1=1"_s, u"🤕🤕🤕"_s, QString(10000, u'k'), QString(300, u'9'),
          u"12345678901234567890"_s})
        EXPECT_EQ(found(words), QString()) << qPrintable(words.left(40));
    EXPECT_EQ(found(u"kim% soo_\\"_s), u"Kim Soo"_s) << "only left out";
    const auto control = answer(m_patients->find(u"kim\u0007"_s));
    EXPECT_EQ(kindOf(control), u"ValidationFailed"_s);
}

TEST_F(PatientServiceTest, doctorsFindTheirOwnPatientsOnly)
{
    bookAs(u"ana"_s, {u"osei"_s, 1});
    SignedIn osei(settings(u"osei"_s));
    PatientService &own = osei.patients;
    const auto result = answer(own.find(u"kim"_s)).value();
    ASSERT_EQ(result.size(), 1);
    EXPECT_EQ(result.first().id.value, patient(1));
    EXPECT_EQ(result.first().nextVisit, at(11, 0).toUTC());
    EXPECT_EQ(result.first().lastDoctor, DoctorId {doctor(u"osei"_s)});
    EXPECT_EQ(answer(own.patient(PatientId {patient(1)})).value().givenName, u"Soo"_s);
    EXPECT_EQ(kindOf(answer(own.patient(PatientId {patient(2)}))), u"NotFound"_s);
    EXPECT_EQ(kindOf(answer(own.add(QUuid::createUuid(), person()))), u"NotPermitted"_s);
}

TEST_F(PatientServiceTest, addsExactlyOnceAndTells)
{
    QSignalSpy changed(m_patients, &PatientService::patientsChanged);
    const QUuid operation = QUuid::createUuid();
    Patient wanted = person();
    wanted.deskNotes = u"Prefers mornings ☕\nsecond line"_s;
    const Patient stored = answer(m_patients->add(operation, wanted)).value();
    EXPECT_TRUE(stored.recordNumber.startsWith(u"MR-2026-"_s));
    EXPECT_EQ(stored.deskNotes, wanted.deskNotes);
    EXPECT_EQ(stored.version, 1);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(answer(m_patients->add(operation, wanted)).value(), stored);
    wanted.givenName = u"Jack"_s;
    EXPECT_EQ(kindOf(answer(m_patients->add(operation, wanted))), u"OperationMismatch"_s);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.patient WHERE family_name = 'Smith'"_s),
              u"1"_s);
    EXPECT_EQ(answer(m_patients->patientByKey(stored.recordNumber.toLower())).value(), stored);
    EXPECT_EQ(answer(m_patients->patientByKey(QString::number(stored.id.value))).value(), stored);
    EXPECT_EQ(kindOf(answer(m_patients->patientByKey(u"MR-1999-1"_s))), u"NotFound"_s);
    expectConsistent();
}

TEST_F(PatientServiceTest, refusesWhatCannotBeStored)
{
    const auto why = [this](const QString &field, const std::function<void(Patient &)> &spoil) {
        Patient p = person();
        spoil(p);
        const Result<Patient> result = add(p);
        EXPECT_EQ(kindOf(result), u"ValidationFailed"_s) << qPrintable(field);
        return whyOf(result, field);
    };
    EXPECT_EQ(why(u"familyName"_s, [](Patient &p) { p.familyName = u"  "_s; }), u"missing"_s);
    EXPECT_EQ(why(u"givenName"_s, [](Patient &p) { p.givenName.clear(); }), u"missing"_s);
    EXPECT_EQ(why(u"familyName"_s, [](Patient &p) { p.familyName = u"Smi\u0007th"_s; }),
              u"control_character"_s);
    EXPECT_EQ(why(u"familyName"_s, [](Patient &p) { p.familyName = u"Smi\nth"_s; }),
              u"control_character"_s);
    EXPECT_EQ(why(u"familyName"_s, [](Patient &p) { p.familyName = u"Smi\u202eth"_s; }),
              u"control_character"_s);
    EXPECT_EQ(why(u"deskNotes"_s, [](Patient &p) { p.deskNotes = u"a\u2066b"_s; }),
              u"control_character"_s);
    EXPECT_EQ(why(u"deskNotes"_s, [](Patient &p) { p.deskNotes = QString(10000, u'x'); }),
              u"too_long"_s);
    EXPECT_EQ(why(u"givenName"_s, [](Patient &p) { p.givenName = QString(101, u'x'); }),
              u"too_long"_s);
    EXPECT_EQ(why(u"birthDate"_s, [](Patient &p) { p.birthDate = QDate(); }), u"missing"_s);
    EXPECT_EQ(why(u"birthDate"_s, [](Patient &p) { p.birthDate = QDate(1700, 1, 1); }), u"range"_s);
    EXPECT_EQ(why(u"birthDate"_s, [](Patient &p) { p.birthDate = QDate(2999, 1, 1); }),
              u"future"_s);
    setClinicNow(at(10, 0, {2020, 1, 1}));
    EXPECT_EQ(why(u"birthDate"_s, [](Patient &p) { p.birthDate = QDate(2020, 1, 2); }), u"future"_s)
        << "the server's day decides";
    EXPECT_EQ(why(u"email"_s, [](Patient &p) { p.email = u"nobody"_s; }), u"format"_s);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.patient"_s), u"10"_s);
}

/// The same by raw SQL: the database does not rely on the program.
TEST_F(PatientServiceTest, theDatabaseRefusesTheSameTexts)
{
    const QString sql
        = u"INSERT INTO app.patient(family_name, given_name, birth_date) VALUES (%1, 'B', '%2')"_s;
    for (const QString &name : {u"''"_s, u"' A'"_s, u"E'a\\nb'"_s, u"U&'a\\202Eb'"_s,
                                u"U&'a\\2069b'"_s, u"repeat('x', 101)"_s})
        EXPECT_TRUE(refused(sqlAs(u"ana"_s, sql.arg(name, u"1980-01-01"_s)), u"23514"_s))
            << qPrintable(name);
    EXPECT_TRUE(refused(sqlAs(u"ana"_s, sql.arg(u"'A'"_s, u"2026-11-25"_s)), u"23514"_s,
                        u"patient_birth_date_past"_s));
    EXPECT_TRUE(sqlAs(u"ana"_s, sql.arg(u"'🤕'"_s, u"2026-11-24"_s)).ok());
}

TEST_F(PatientServiceTest, aNationalIdIsOnePersons)
{
    Patient p = person();
    p.nationalId = u"AB 123"_s;
    const Patient first = add(p).value();
    p.familyName = u"Smythe"_s;
    p.nationalId = u" AB 123 "_s;
    const Result<Patient> second = add(p);
    ASSERT_EQ(kindOf(second), u"DuplicatePatient"_s);
    EXPECT_EQ(second.error().as<DuplicatePatientDetails>()->existing, first.id);
    p.nationalId.clear();
    EXPECT_TRUE(add(p).has_value()) << "none is no duplicate";
}

TEST_F(PatientServiceTest, namesWhoMayBeTheSamePerson)
{
    const auto similar = [this](const QString &family, const QString &given, const QDate &born,
                                const QString &phone) {
        QSet<qint64> ids;
        const auto matches = answer(m_patients->similar(family, given, born, phone));
        for (const PatientMatch &match : matches.value())
            ids.insert(match.id.value);
        return ids;
    };
    EXPECT_TRUE(similar(u"Muller"_s, u"Jurgen"_s, {1982, 7, 7}, {}).contains(patient(8)));
    EXPECT_TRUE(similar(u"Mueller"_s, u"J"_s, {1982, 7, 7}, {}).contains(patient(8)));
    EXPECT_TRUE(similar(u"Other"_s, u"Name"_s, {2000, 1, 1}, u"030 5550 7788"_s).isEmpty());
    EXPECT_TRUE(
        similar(u"Other"_s, u"Name"_s, {2000, 1, 1}, u"+49 30 5550 7788"_s).contains(patient(8)));
    EXPECT_TRUE(similar(u"Nobody"_s, u"Like"_s, {2000, 1, 1}, {}).isEmpty());
}

TEST_F(PatientServiceTest, anEditOfAnOldVersionIsStale)
{
    const Patient before = answer(m_patients->patient(PatientId {patient(1)})).value();
    Patient mine = before;
    mine.phone = u"123456"_s;
    const Patient stored = answer(m_patients->edit(QUuid::createUuid(), mine)).value();
    EXPECT_EQ(stored.version, before.version + 1);
    EXPECT_EQ(stored.phone, u"123456"_s);
    Patient theirs = before;
    theirs.email = u"a@b"_s;
    const Result<Patient> stale = answer(m_patients->edit(QUuid::createUuid(), theirs));
    ASSERT_EQ(kindOf(stale), u"StaleRow"_s);
    EXPECT_EQ(stale.error().as<RowDetails>()->expectedVersion, before.version);
    EXPECT_EQ(stale.error().as<RowDetails>()->actualVersion, before.version + 1);
    EXPECT_EQ(answer(m_patients->patient(before.id)).value(), stored) << "nothing was written";
    theirs.id = PatientId {424242};
    EXPECT_EQ(kindOf(answer(m_patients->edit(QUuid::createUuid(), theirs))), u"NotFound"_s);
}

TEST_F(PatientServiceTest, aStaleEditSaysWhoWasFasterAndWhen)
{
    const PatientRecord before = answer(m_patients->record(PatientId {patient(1)})).value();
    ASSERT_TRUE(
        sqlAs(u"ben"_s, u"UPDATE app.patient SET phone = '1' WHERE id = %1"_s.arg(patient(1)))
            .ok());
    Patient mine = before.patient;
    mine.email = u"a@b"_s;
    const Result<Patient> stale = answer(m_patients->edit(QUuid::createUuid(), mine));
    ASSERT_EQ(kindOf(stale), u"StaleRow"_s);
    EXPECT_EQ(stale.error().as<RowDetails>()->changedBy, u"Ben Cole"_s);
    EXPECT_LE(std::abs(stale.error().as<RowDetails>()->changedAt->secsTo(clinicNow())), 30);
    const PatientRecord now = answer(m_patients->record(PatientId {patient(1)})).value();
    EXPECT_EQ(now.changedBy, u"Ben Cole"_s);
    EXPECT_EQ(now.patient.version, before.patient.version + 1);
}

TEST_F(PatientServiceTest, onlyAChangeOfTheRecordCounts)
{
    const PatientRecord before = answer(m_patients->record(PatientId {patient(1)})).value();
    ASSERT_TRUE(
        sqlAs(u"ben"_s,
              u"UPDATE app.patient SET phone = phone, given_name = given_name WHERE id = %1"_s.arg(
                  patient(1)))
            .ok());
    ASSERT_TRUE(answer(m_patients->renewCard(PatientId {patient(1)})).has_value());
    const PatientRecord after = answer(m_patients->record(PatientId {patient(1)})).value();
    EXPECT_EQ(after.patient.version, before.patient.version);
    EXPECT_EQ(after.changedBy, before.changedBy);
}

TEST_F(PatientServiceTest, keepsTheConsentDate)
{
    Patient p = person();
    p.consentOn = QDate(2026, 11, 2);
    const Patient stored = add(p).value();
    EXPECT_EQ(stored.consentOn, p.consentOn);
    Patient changed = stored;
    changed.consentOn = {};
    EXPECT_FALSE(
        answer(m_patients->edit(QUuid::createUuid(), changed)).value().consentOn.isValid());
    p.consentOn = QDate(2999, 1, 1);
    EXPECT_EQ(whyOf(add(p), u"consentOn"_s), u"future"_s);
}

TEST_F(PatientServiceTest, aNewCardIsToldOnceAndStopsTheOld)
{
    const auto owners = [this](const QString &code) {
        return textOf(u"SELECT count(*)::text FROM app.patient WHERE id = %1 AND card_token_hash = "
                      "sha256(convert_to('%2', 'UTF8'))"_s.arg(patient(1))
                          .arg(code));
    };
    const QString first = answer(m_patients->renewCard(PatientId {patient(1)})).value();
    static const QRegularExpression signs(u"^[0-9A-HJKMNP-TV-Z]{16}$"_s);
    EXPECT_TRUE(signs.match(first).hasMatch()) << "16 signs of 5 bits";
    EXPECT_EQ(owners(first), u"1"_s);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.audit WHERE position('%1' IN before::text || "
                     "after::text) > 0"_s.arg(first)),
              u"0"_s)
        << "the code itself is stored nowhere";
    const QString second = answer(m_patients->renewCard(PatientId {patient(1)})).value();
    EXPECT_NE(first, second);
    EXPECT_EQ(owners(first), u"0"_s) << "the old card stops working";
    EXPECT_EQ(owners(second), u"1"_s);
    EXPECT_EQ(
        textOf(u"SELECT count(*)::text FROM app.audit u JOIN app.operation o ON o.id = u.op_id "
               "WHERE o.kind = 'card-renew' AND u.who = 'ana' AND u.desk = 'Desk 1'"_s),
        u"2"_s);
    EXPECT_EQ(kindOf(answer(m_patients->renewCard(PatientId {424242}))), u"PatientUnavailable"_s);
    SignedIn osei(settings(u"osei"_s));
    PatientService &asDoctor = osei.patients;
    EXPECT_EQ(kindOf(answer(asDoctor.renewCard(PatientId {patient(1)}))), u"NotPermitted"_s);
    expectConsistent();
}

TEST_F(PatientServiceTest, visitsComeInPagesNewestFirst)
{
    QList<qint64> wanted;
    for (int day = 0; day < 5; ++day)
        wanted.prepend(load(u"completed"_s, {u"osei"_s, 1, 0, at(9, 0, {2026, 10, 1 + day}), 20}));
    load(u"completed"_s, {u"osei"_s, 2, 0, at(10, 0, {2026, 10, 1}), 20});
    wanted.prepend(load(u"confirmed"_s, {u"ba"_s, 1, 0, at(9, 0, {2026, 12, 1}), 20}));
    AppointmentService &visits = m_ana->appointments;
    QList<qint64> read;
    std::optional<VisitCursor> last;
    for (const qsizetype size : {4, 2, 0}) {
        const auto page = answer(visits.ofPatient(PatientId {patient(1)}, last, 4)).value();
        EXPECT_EQ(page.size(), size);
        for (const AppointmentRow &row : page) {
            read << row.appointment.id.value;
            last = VisitCursor {row.appointment.start, row.appointment.id};
        }
    }
    EXPECT_EQ(read, wanted);
}

} // namespace ClinicDesk
