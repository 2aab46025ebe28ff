#include "models/PatientSearchModel.h"
#include "database/DatabaseExecutor.h"
#include "services/patients/PatientService.h"

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
    TransactionStatistics m_statistics;
    DatabaseExecutor m_executor {m_statistics};
    PatientService m_patients {m_executor};
    PatientSearchModel m_model {m_patients};
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

} // namespace ClinicDesk
