#include "services/staff/StaffService.h"
#include "services/ServiceFixture.h"
#include "services/Services.h"
#include "services/SignedIn.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class StaffServiceTest : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_admin.emplace(settings(u"admin"_s));
        m_staff = &m_admin->staff;
    }
    void TearDown() override
    {
        m_admin.reset();
        superuserSql(
            u"DROP ROLE IF EXISTS carl; DROP ROLE IF EXISTS stray"_s); // logins are the cluster's,
                                                                       // not the test's database's
        ServiceFixture::TearDown();
    }

    Result<Session> signIn(const QString &login, const QString &secret,
                           const QString &inDatabase = {},
                           StaffService::Admit admit = StaffService::Admit::Staff)
    {
        Services services;
        ConnectionSettings who = settings(login);
        who.password = secret;
        if (!inDatabase.isEmpty())
            who.database = inDatabase;
        return answer(services.staff.signIn(who, admit));
    }
    Result<Session> signInAnybody(const QString &login)
    {
        return signIn(login, password(), {}, StaffService::Admit::StaffAndDevices);
    }
    [[nodiscard]] static QString why(const Result<Session> &result)
    {
        return result ? u"success"_s : toKey(result.error().kind) + u' ' + result.error().rule;
    }
    Result<Staff> addCarl(const QString &login = u"carl"_s,
                          const QString &secret = u"long enough"_s)
    {
        Staff carl;
        carl.login = login;
        carl.displayName = u"Carl Cox"_s;
        return answer(m_staff->add(carl, secret));
    }

    std::optional<SignedIn> m_admin;
    StaffService *m_staff = nullptr;
};

TEST_F(StaffServiceTest, signInTellsWhoWhereAndWhen)
{
    const Session osei = signIn(u"osei"_s, password()).value();
    EXPECT_EQ(osei.name(), u"Dr Osei"_s);
    EXPECT_EQ(osei.staff()->role, StaffRole::Doctor);
    EXPECT_EQ(osei.doctor, DoctorId {doctor(u"osei"_s)});
    EXPECT_EQ(osei.clinic.name, u"Lakeside Clinic"_s);
    EXPECT_EQ(osei.clinic.zone.id(), "Europe/Berlin");
    EXPECT_EQ(osei.deskName, u"Test desk"_s);
    EXPECT_LT(
        qAbs(QDateTime::currentDateTimeUtc().addMSecs(osei.serverAheadMs).msecsTo(clinicNow())),
        2000);
    EXPECT_FALSE(signIn(u"ana"_s, password()).value().doctor.has_value());
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.staff WHERE last_sign_in IS NOT NULL"_s),
              u"2"_s);
}

TEST_F(StaffServiceTest, signInReadsTheRulesThatTheDatabaseHolds)
{
    ownerSql(u"UPDATE app.setting SET undo_seconds = 45, hold_seconds = 60, "
             "cancel_cutoff_minutes = 30"_s);
    const QMap<QString, QString> groups {{u"ana"_s, u"clinic_reception"_s},
                                         {u"osei"_s, u"clinic_doctor"_s},
                                         {u"admin"_s, u"clinic_admin"_s}};
    for (const auto &[login, group] : groups.asKeyValueRange()) {
        const Session session = signIn(login, password()).value();
        EXPECT_EQ(session.settings.undoSeconds, 45);
        EXPECT_EQ(session.settings.holdSeconds, 60);
        EXPECT_EQ(session.settings.cancelCutoffMinutes, 30);
        QStringList steps;
        QStringList movable;
        for (int from = 0; from <= int(AppointmentStatus::NoShow); ++from) {
            const auto now = AppointmentStatus(from);
            if (session.moves.canMove(now))
                movable.append(toKey(now));
            for (int to = 0; to <= int(AppointmentStatus::NoShow); ++to) {
                const auto then = AppointmentStatus(to);
                if (session.moves.canStep(now, then))
                    steps.append(toKey(now) + u' ' + toKey(then)
                                 + (session.moves.needsReason(now, then) ? u"*"_s : QString()));
            }
        }
        steps.sort();
        movable.sort();
        EXPECT_EQ(steps.join(u','),
                  textOf(u"SELECT string_agg(from_status || ' ' || to_status || CASE WHEN "
                         "needs_reason THEN '*' ELSE '' END, ',' ORDER BY (from_status || ' ' || "
                         "to_status) COLLATE \"C\") FROM app.status_move WHERE by = 'step' AND "
                         "role = '%1'"_s.arg(group)));
        EXPECT_EQ(movable.join(u','),
                  textOf(u"SELECT string_agg(DISTINCT from_status, ',' ORDER BY from_status) FROM "
                         "app.status_move WHERE by = 'move' AND role = '%1'"_s.arg(group)));
    }
}

TEST_F(StaffServiceTest, theProgramKnowsTheDatabasesWords)
{
    // What keeps the time is said twice, here and in a generated column, which reads no table.
    ownerSql(u"UPDATE app.doctor SET max_per_day = 500"_s);
    for (int i = 0; i <= int(AppointmentStatus::NoShow); ++i) {
        const auto status = AppointmentStatus(i);
        const qint64 id
            = load(toKey(status), {u"osei"_s, 1 + i, 0, at(8, 0).addSecs(1200 * i), 20});
        EXPECT_EQ(valueOf(id, u"holds_slot"_s), holdsSlot(status) ? u"true"_s : u"false"_s)
            << qPrintable(toKey(status));
    }
    const QString kinds = textOf(
        u"SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = "
        "'app.appointment_event'::regclass AND conname = 'appointment_event_kind_check'"_s);
    QStringList words;
    static const QRegularExpression quoted(u"'(\\w+)'"_s);
    for (auto word = quoted.globalMatch(kinds); word.hasNext();)
        words.append(word.next().captured(1));
    EXPECT_EQ(words.size(), int(EventKind::Undone) + 1) << qPrintable(kinds);
    for (const QString &word : std::as_const(words))
        EXPECT_TRUE(eventKindFromKey(word).has_value()) << qPrintable(word);
}

TEST_F(StaffServiceTest, signInSaysWhyItFailed)
{
    const auto failure = [this](const QString &login, const QString &secret,
                                const QString &database = {}) -> QString {
        const Result<Session> result = signIn(login, secret, database);
        return result ? u"success"_s : toKey(result.error().kind) + u' ' + result.error().rule;
    };
    EXPECT_EQ(failure(u"ana"_s, u"wrong"_s), u"SignInFailed password"_s);
    EXPECT_EQ(failure(u"nobody"_s, u"wrong"_s), u"SignInFailed password"_s)
        << "does not tell which logins exist";
    EXPECT_EQ(failure(u"ana"_s, password(), u"no_such_database"_s), u"SignInFailed database"_s);
    EXPECT_TRUE(failure(u"display"_s, password()).startsWith(u"NotPermitted"_s));
    ownerSql(u"UPDATE app.staff SET active = false WHERE login = 'ana'"_s);
    EXPECT_TRUE(failure(u"ana"_s, password()).startsWith(u"NotPermitted"_s));
    ownerSql(u"UPDATE app.schema_migration SET version = version + 1000, min_compatible = version "
             u"+ 1000 WHERE version = (SELECT max(version) FROM "
             "app.schema_migration)"_s);
    EXPECT_TRUE(failure(u"ben"_s, password()).startsWith(u"ProgramTooOld"_s));
}

TEST_F(StaffServiceTest, aDeviceIsAdmittedOnlyWhereItIsExpected)
{
    EXPECT_EQ(why(signIn(u"kiosk"_s, password())), u"NotPermitted device"_s);
    EXPECT_EQ(why(signIn(u"display"_s, password())), u"NotPermitted device"_s);
    const Session kiosk = signInAnybody(u"kiosk"_s).value();
    EXPECT_EQ(kiosk.staff(), nullptr);
    ASSERT_NE(kiosk.device(), nullptr);
    EXPECT_EQ(*kiosk.device(), (Device {u"kiosk"_s, u"kiosk"_s, DeviceKind::Kiosk}));
    EXPECT_EQ(kiosk.deskName, u"Test desk"_s);
    EXPECT_EQ(signInAnybody(u"display"_s).value().device()->kind, DeviceKind::Display);
    EXPECT_NE(signInAnybody(u"ana"_s).value().staff(), nullptr);
}

TEST_F(StaffServiceTest, whoIsNeitherStaffNorDeviceIsNobody)
{
    superuserSql(u"CREATE ROLE stray LOGIN PASSWORD '%1'"_s.arg(password()));
    EXPECT_EQ(kindOf(signInAnybody(u"stray"_s)), u"NotPermitted"_s) << "in no group";
    superuserSql(u"GRANT clinic_reception TO stray"_s);
    EXPECT_EQ(why(signInAnybody(u"stray"_s)), u"NotPermitted "_s) << "in no list of staff";
    const ConnectionSettings superuser = superuserSettings();
    Services services;
    EXPECT_EQ(
        kindOf(answer(services.staff.signIn(superuser, StaffService::Admit::StaffAndDevices))),
        u"NotPermitted"_s)
        << "a member of everything, but no device";
}

TEST_F(StaffServiceTest, aRoleOfALaterVersionIsNobodysDesk)
{
    ownerSql(u"ALTER TABLE app.staff DROP CONSTRAINT staff_role; "
             "UPDATE app.staff SET role = 'nurse' WHERE login = 'ben'"_s);
    EXPECT_EQ(why(signIn(u"ben"_s, password())), u"NotPermitted unknown_role"_s);
    EXPECT_EQ(why(signInAnybody(u"ben"_s)), u"NotPermitted unknown_role"_s);
}

TEST_F(StaffServiceTest, aNewLoginReallyWorksAndAClosedOneDoesNot)
{
    const Staff carl = addCarl().value();
    EXPECT_TRUE(carl.id.isValid());
    EXPECT_EQ(signIn(u"carl"_s, u"long enough"_s).value().name(), u"Carl Cox"_s);
    EXPECT_EQ(kindOf(signIn(u"carl"_s, u"Long enough"_s)), u"SignInFailed"_s);
    EXPECT_TRUE(done(insertAs(u"ana"_s, {})));
    ASSERT_TRUE(answer(m_staff->setPassword(u"carl"_s, u"another one"_s)).has_value());
    EXPECT_EQ(kindOf(signIn(u"carl"_s, u"long enough"_s)), u"SignInFailed"_s);
    EXPECT_TRUE(signIn(u"carl"_s, u"another one"_s).has_value());
    ASSERT_TRUE(answer(m_staff->disable(u"carl"_s)).has_value());
    EXPECT_FALSE(signIn(u"carl"_s, u"another one"_s).has_value());
    const QList<Staff> all = answer(m_staff->staff()).value();
    EXPECT_EQ(all.size(), 7);
    EXPECT_FALSE(all.last().active) << "kept, inactive";
    expectConsistent();
}

TEST_F(StaffServiceTest, refusesBadLoginsAndPasswords)
{
    EXPECT_EQ(whyOf(addCarl(u"carl"_s, u"short"_s), u"password"_s), u"too_short"_s);
    EXPECT_EQ(whyOf(addCarl(u"carl"_s, QString(201, u'x')), u"password"_s), u"too_long"_s);
    EXPECT_EQ(whyOf(addCarl(u"ana"_s), u"login"_s), u"taken"_s);
    for (const QString &login : {u"Carl"_s, u"1carl"_s, u"ca rl"_s, u"carl\"; DROP"_s,
                                 u"clinic_owner"_s, u"postgres"_s, u"pg_x"_s, u""_s})
        EXPECT_EQ(whyOf(addCarl(login), u"login"_s), u"format"_s) << qPrintable(login);
    EXPECT_EQ(kindOf(answer(m_staff->disable(u"nobody"_s))), u"NotFound"_s);
    EXPECT_EQ(kindOf(answer(m_staff->setPassword(u"nobody"_s, u"long enough"_s))), u"NotFound"_s);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.staff"_s), u"6"_s);
}

TEST_F(StaffServiceTest, onlyTheAdministratorManagesLogins)
{
    SignedIn ana(settings(u"ana"_s));
    StaffService &staff = ana.staff;
    Staff eve;
    eve.login = u"eve"_s;
    eve.displayName = u"Eve"_s;
    EXPECT_EQ(kindOf(answer(staff.add(eve, u"long enough"_s))), u"NotPermitted"_s);
    EXPECT_EQ(kindOf(answer(staff.disable(u"ben"_s))), u"NotPermitted"_s);
    EXPECT_EQ(kindOf(answer(staff.setPassword(u"ben"_s, u"long enough"_s))), u"NotPermitted"_s);
}

} // namespace ClinicDesk
