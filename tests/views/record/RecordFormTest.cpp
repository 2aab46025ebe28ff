#include "views/record/RecordForm.h"

#include <gmock/gmock.h>

#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

const QDate today {2026, 11, 24};

PatientFields kim()
{
    Patient patient;
    patient.familyName = u"Kim"_s;
    patient.givenName = u"Soo"_s;
    patient.birthDate = QDate(1985, 5, 3);
    patient.sex = Sex::Female;
    patient.phone = u"4417"_s;
    patient.address = u"Lakeside 15\nTown"_s;
    patient.active = false;
    return fieldsOf(patient);
}

class RecordFormTest : public testing::Test
{
protected:
    RecordFormTest()
        : m_form(today)
    {
        m_form.load(kim());
    }

    void type(const QString &field, const QString &text)
    {
        auto *const line = m_form.findChild<QLineEdit *>(u"record_"_s + field);
        line->clear();
        QTest::keyClicks(line, text);
    }

    RecordForm m_form;
};

} // namespace

TEST_F(RecordFormTest, givesBackWhatItWasGiven)
{
    EXPECT_EQ(m_form.save(), kim()) << "also what it does not show";
    EXPECT_FALSE(m_form.isDirty());
    EXPECT_TRUE(m_form.isValid());
}

TEST_F(RecordFormTest, isDirtyUntilItIsAsItWas)
{
    type(u"phone"_s, u"4418"_s);
    EXPECT_TRUE(m_form.isDirty());
    EXPECT_EQ(m_form.save().value(PatientField::Phone), u"4418"_s);
    type(u"phone"_s, u"4417"_s);
    EXPECT_FALSE(m_form.isDirty());
    type(u"birthDate"_s, u"no date"_s);
    EXPECT_TRUE(m_form.isDirty());
    EXPECT_EQ(m_form.save().value(PatientField::BirthDate), u"no date"_s) << "nothing is lost";
    m_form.load(kim());
    EXPECT_FALSE(m_form.isDirty());
}

TEST_F(RecordFormTest, goesToTheFirstFieldThatIsWrong)
{
    m_form.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&m_form));
    m_form.focusFirst();
    QWidget *const first = m_form.focusWidget();
    m_form.focusInvalidField();
    EXPECT_EQ(m_form.focusWidget(), first) << "nothing is wrong";
    m_form.showProblems({{u"email"_s, u"no address"_s}, {u"phone"_s, u"no number"_s}});
    EXPECT_FALSE(m_form.isValid());
    m_form.focusInvalidField();
    EXPECT_EQ(m_form.focusWidget()->objectName(), u"record_phone"_s);
    m_form.load(kim());
    EXPECT_TRUE(m_form.isValid()) << "another record begins without";
}

TEST_F(RecordFormTest, amendsOneFieldAndLeavesTheOthers)
{
    type(u"phone"_s, u"4418"_s);
    PatientFields theirs = kim();
    theirs.insert(PatientField::Email, u"kim@example.org"_s);
    theirs.insert(PatientField::Active, u"yes"_s);
    m_form.amend(theirs, {PatientField::Email, PatientField::Active});
    PatientFields expected = theirs;
    expected.insert(PatientField::Phone, u"4418"_s);
    EXPECT_EQ(m_form.save(), expected);
}

} // namespace ClinicDesk
