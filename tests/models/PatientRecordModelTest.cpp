#include "models/PatientRecordModel.h"
#include "models/PatientVisitsModel.h"
#include "services/LiveFixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class PatientRecordModelTest : public LiveFixture
{
protected:
    void SetUp() override
    {
        LiveFixture::SetUp();
        signIn(u"ana"_s);
    }

    void TearDown() override
    {
        m_visits.show({});
        LiveFixture::TearDown();
    }

    [[nodiscard]] PatientRecordModel &model() { return m_model; }
    [[nodiscard]] PatientVisitsModel &visits() { return m_visits; }
    [[nodiscard]] bool openKim()
    {
        model().open(PatientId {patient(1)});
        return waitFor([this] { return model().isOpen(); });
    }
    void asBen(const QString &assignments)
    {
        ASSERT_TRUE(
            sqlAs(u"ben"_s,
                  u"UPDATE app.patient SET %1 WHERE id = %2"_s.arg(assignments).arg(patient(1)))
                .ok());
    }
    [[nodiscard]] QString stored(const QString &column)
    {
        return textOf(
            u"SELECT coalesce(%1::text, '') FROM app.patient WHERE id = %2"_s.arg(column).arg(
                patient(1)));
    }
    [[nodiscard]] QString mine(PatientField field) { return model().fields().value(field); }

private:
    PatientRecordModel m_model {m_services, ClinicClock(testSession())};
    PatientVisitsModel m_visits {m_services};
    QAbstractItemModelTester m_tester {&m_visits,
                                       QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(PatientRecordModelTest, savesWhatWasTyped)
{
    ASSERT_TRUE(openKim());
    EXPECT_FALSE(model().canSave());
    QSignalSpy saved(&model(), &PatientRecordModel::saved);
    model().edit(PatientField::Email, u" kim@example.org "_s);
    model().edit(PatientField::ConsentOn, u"2026-11-02"_s);
    model().save();
    ASSERT_TRUE(waitFor([&] { return saved.count() == 1; }));
    EXPECT_EQ(stored(u"email"_s), u"kim@example.org"_s);
    EXPECT_EQ(stored(u"consent_on"_s), u"2026-11-02"_s);
    EXPECT_FALSE(model().isChanged());
    EXPECT_TRUE(model().changedElsewhere().isEmpty()) << "own change";
}

TEST_F(PatientRecordModelTest, anotherDesksChangeMergesWhereMineIsElsewhere)
{
    ASSERT_TRUE(openKim());
    model().edit(PatientField::Email, u"mine@example.org"_s);
    asBen(u"phone = '777'"_s);
    ASSERT_TRUE(waitFor([this] { return mine(PatientField::Phone) == u"777"_s; }));
    EXPECT_EQ(mine(PatientField::Email), u"mine@example.org"_s);
    EXPECT_EQ(model().changedElsewhere(), QList {PatientField::Phone});
    EXPECT_EQ(model().lastChange().changedBy, u"Ben Cole"_s);
    ASSERT_TRUE(model().canSave());
    QSignalSpy saved(&model(), &PatientRecordModel::saved);
    model().save();
    ASSERT_TRUE(waitFor([&] { return saved.count() == 1; }));
    EXPECT_EQ(stored(u"phone || ' ' || email"_s), u"777 mine@example.org"_s);
}

TEST_F(PatientRecordModelTest, theSameFieldIsSettledBeforeSave)
{
    ASSERT_TRUE(openKim());
    model().edit(PatientField::Phone, u"111"_s);
    model().edit(PatientField::Email, u"mine@example.org"_s);
    asBen(u"phone = '222', address = 'Lake 1'"_s);
    ASSERT_TRUE(waitFor([this] { return model().conflict().has_value(); }));
    EXPECT_EQ(model().conflict()->conflicts(), QList {PatientField::Phone});
    EXPECT_EQ(model().conflict()->before().value(PatientField::Phone), u"+49 30 5550 4417"_s);
    EXPECT_EQ(mine(PatientField::Phone), u"111"_s);
    EXPECT_EQ(mine(PatientField::Address), u"Lake 1"_s);
    EXPECT_FALSE(model().canSave());
    // A second change of what is merged already is no conflict.
    asBen(u"address = 'Lake 2'"_s);
    ASSERT_TRUE(waitFor([this] { return mine(PatientField::Address) == u"Lake 2"_s; }));
    EXPECT_EQ(model().conflict()->conflicts(), QList {PatientField::Phone});
    model().useTheirs();
    EXPECT_EQ(mine(PatientField::Phone), u"222"_s);
    EXPECT_EQ(mine(PatientField::Email), u"mine@example.org"_s);
    ASSERT_TRUE(model().canSave());
    QSignalSpy saved(&model(), &PatientRecordModel::saved);
    model().save();
    ASSERT_TRUE(waitFor([&] { return saved.count() == 1; }));
    EXPECT_EQ(stored(u"phone || ' ' || email || ' ' || address"_s),
              u"222 mine@example.org Lake 2"_s);
}

TEST_F(PatientRecordModelTest, aSaveThatMeetsAnotherMergesByItself)
{
    ASSERT_TRUE(openKim());
    QSignalSpy saved(&model(), &PatientRecordModel::saved);
    model().edit(PatientField::Email, u"mine@example.org"_s);
    asBen(u"phone = '222'"_s); // its hint is not read before the save goes out
    model().save();
    ASSERT_TRUE(waitFor([&] { return saved.count() == 1; }));
    EXPECT_EQ(stored(u"phone || ' ' || email"_s), u"222 mine@example.org"_s);
    EXPECT_EQ(stored(u"version"_s), u"3"_s);
}

TEST_F(PatientRecordModelTest, keepsWhatWasTypedWhenTheRecordIsLeft)
{
    ASSERT_TRUE(openKim());
    model().edit(PatientField::BirthDate, u"31 Feb 1985"_s);
    model().open(PatientId {patient(2)});
    ASSERT_TRUE(waitFor([this] { return model().isOpen(); }));
    EXPECT_EQ(mine(PatientField::FamilyName), u"Diaz"_s);
    EXPECT_FALSE(model().isChanged());
    EXPECT_FALSE(model().close());
    ASSERT_TRUE(openKim());
    EXPECT_EQ(mine(PatientField::BirthDate), u"31 Feb 1985"_s);
    EXPECT_TRUE(model().close());
    asBen(u"birth_date = '1985-05-04'"_s);
    ASSERT_TRUE(openKim());
    EXPECT_TRUE(model().conflict().has_value()) << "it was changed while it was closed";
    model().discard();
    EXPECT_EQ(mine(PatientField::BirthDate), u"1985-05-04"_s);
    EXPECT_FALSE(model().isChanged());
}

TEST_F(PatientRecordModelTest, badEntriesAreRefusedAtTheirField)
{
    ASSERT_TRUE(openKim());
    QSignalSpy refused(&model(), &PatientRecordModel::refused);
    const auto problemWith = [this](PatientField field, const QString &text) {
        const QString before = mine(field);
        model().edit(field, text);
        const QString problem = model().problems().value(toKey(field));
        model().edit(field, before);
        return problem;
    };
    EXPECT_TRUE(
        problemWith(PatientField::BirthDate, u"31 Feb 1985"_s).contains(u"cannot be read"_s));
    EXPECT_TRUE(problemWith(PatientField::BirthDate, {}).startsWith(u"Enter"_s));
    EXPECT_EQ(problemWith(PatientField::BirthDate, u"2026-11-25"_s),
              u"Birth date must be in the past."_s);
    EXPECT_FALSE(problemWith(PatientField::ConsentOn, u"soon"_s).isEmpty());
    EXPECT_FALSE(problemWith(PatientField::ConsentOn, u"2999-01-01"_s).isEmpty());
    EXPECT_FALSE(problemWith(PatientField::FamilyName, u"a\u0007b"_s).isEmpty());
    EXPECT_FALSE(problemWith(PatientField::GivenName, u"a\u202eb"_s).isEmpty());
    EXPECT_FALSE(problemWith(PatientField::DeskNotes, QString(10000, u'x')).isEmpty());
    EXPECT_TRUE(problemWith(PatientField::DeskNotes, u"\U0001F915 \u05d0\u200f\nline"_s).isEmpty());
    model().edit(PatientField::FamilyName, {});
    model().save();
    ASSERT_EQ(refused.count(), 1);
    EXPECT_EQ(stored(u"version"_s), u"1"_s);
}

TEST_F(PatientRecordModelTest, aNationalIdOfAnotherNamesThatRecord)
{
    ownerSql(u"UPDATE app.patient SET national_id = 'AB 1' WHERE id = %1"_s.arg(patient(2)));
    ASSERT_TRUE(openKim());
    QSignalSpy duplicate(&model(), &PatientRecordModel::duplicate);
    model().edit(PatientField::NationalId, u"AB 1"_s);
    model().save();
    ASSERT_TRUE(waitFor([&] { return duplicate.count() == 1; }));
    EXPECT_EQ(duplicate.first().first().value<Patient>().id.value, patient(2));
    EXPECT_EQ(mine(PatientField::NationalId), u"AB 1"_s);
}

TEST_F(PatientRecordModelTest, showsAllVisitsInPagesAndKeepsThemUpToDate)
{
    for (int day = 0; day < 60; ++day)
        load(u"completed"_s, {u"osei"_s, 1, 0, at(9, 0, QDate(2026, 9, 1).addDays(day)), 20});
    const qint64 next = load(u"confirmed"_s, {u"ba"_s, 1, 0, at(9, 0, {2026, 12, 1}), 20});
    visits().show(PatientId {patient(1)});
    ASSERT_TRUE(waitFor([this] { return visits().rowCount() == PatientVisitsModel::pageSize; }));
    EXPECT_EQ(visits().rows().constFirst().appointment.id.value, next);
    // The tester may have asked for the rest already.
    if (visits().canFetchMore({}))
        visits().fetchMore({});
    ASSERT_TRUE(waitFor([this] { return visits().rowCount() == 61; }));
    EXPECT_FALSE(visits().canFetchMore({}));

    QSignalSpy resets(&visits(), &QAbstractItemModel::modelReset);
    bookAs(u"ben"_s, {u"lindqvist"_s, 1, 0, at(15, 0), 20});
    bookAs(u"ben"_s, {u"lindqvist"_s, 2, 0, at(16, 0), 20});
    ASSERT_TRUE(waitFor([this] { return visits().rowCount() == 62; }));
    EXPECT_EQ(visits().rows().at(1).appointment.start, at(15, 0));
    ASSERT_TRUE(done(updateAs(u"ben"_s, next, u"status = 'cancelled', status_note = 'ill'"_s)));
    ASSERT_TRUE(waitFor([this] {
        return visits().rows().constFirst().appointment.status == AppointmentStatus::Cancelled;
    }));
    EXPECT_EQ(resets.count(), 0);
}

} // namespace ClinicDesk
