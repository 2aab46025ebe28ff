#include "models/PatientSearchModel.h"
#include "database/DatabaseExecutor.h"
#include "services/Services.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class PatientSearchModelTest : public testing::Test
{
protected:
    static PatientMatch match(const QString &family, const QString &given, QDate born,
                              const QString &phone)
    {
        PatientMatch made;
        made.familyName = family;
        made.givenName = given;
        made.birthDate = born;
        made.phone = phone;
        return made;
    }
    [[nodiscard]] PatientSearchModel &model() { return m_model; }
    [[nodiscard]] int differing(int row)
    {
        return model().index(row).data(PatientSearchModel::DifferingRole).toInt();
    }

private:
    Services m_services;
    PatientSearchModel m_model {m_services.patients};
    QAbstractItemModelTester m_tester {&m_model,
                                       QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(PatientSearchModelTest, saysWhatTellsLookAlikesApart)
{
    const QDate born(1985, 5, 3);
    model().apply(u"kim"_s,
                  {match(u"Kim"_s, u"Soo"_s, born, u"4417"_s),
                   match(u"Kim"_s, u"Sue"_s, born, u"4417"_s),
                   match(u"Kim"_s, u"Anna"_s, born, u"99"_s)});
    EXPECT_EQ(differing(0), int(PatientSearchModel::GivenName));
    EXPECT_EQ(differing(1), int(PatientSearchModel::GivenName));
    EXPECT_EQ(differing(2), 0);
    EXPECT_FALSE(model().index(2).data(PatientSearchModel::LookAlikeRole).toBool());
    EXPECT_TRUE(model().index(3).data(PatientSearchModel::IsNewRole).toBool());

    model().apply(u"kim soo"_s,
                  {match(u"Kim"_s, u"Soo"_s, born, u"4417"_s),
                   match(u"Kim"_s, u"Soo"_s, born.addYears(1), u"99"_s)});
    EXPECT_EQ(differing(0), PatientSearchModel::BirthDate | PatientSearchModel::Phone);
}

TEST_F(PatientSearchModelTest, findsWhoIsInMemoryWhileThereIsNoConnection)
{
    QStringList asked;
    const auto find = [&asked](const QString &words) {
        asked << words;
        return QList<PatientMatch> {match(u"Kim"_s, u"Soo"_s, QDate(1985, 5, 3), u"4417"_s)};
    };
    model().goOffline(find, u"Only today's list"_s);
    EXPECT_EQ(model().rowCount(), 0);
    model().search(u"kim"_s);
    EXPECT_TRUE(model().isCurrent());
    ASSERT_EQ(model().rowCount(), 2);
    EXPECT_EQ(model().index(0).data().toString(), u"KIM, Soo"_s);
    const QModelIndex last = model().index(1);
    EXPECT_EQ(last.data().toString(), u"Only today's list"_s);
    EXPECT_TRUE(last.data(PatientSearchModel::IsNoteRole).toBool());
    EXPECT_FALSE(last.data(PatientSearchModel::IsNewRole).toBool()) << "nobody can be added now";
    EXPECT_FALSE(last.data(PatientSearchModel::MatchRole).isValid());
    model().search(u"kim s"_s);
    EXPECT_EQ(asked, QStringList({u"kim"_s, u"kim s"_s}));
    model().goOnline();
    EXPECT_TRUE(model().index(1).data(PatientSearchModel::IsNewRole).toBool());
}

} // namespace ClinicDesk
