#include "models/DaySearch.h"

#include <QTimeZone>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class DaySearch : public testing::Test
{
protected:
    void add(qint64 patient, const QString &family, const QString &given, QDate born,
             const QString &phone, const QDateTime &start,
             AppointmentStatus status = AppointmentStatus::Confirmed)
    {
        AppointmentRow row;
        row.appointment.id = AppointmentId {m_rows.size() + 1};
        row.appointment.patient = PatientId {patient};
        row.appointment.start = start;
        row.appointment.end = start.addSecs(1200);
        row.appointment.status = status;
        row.familyName = family;
        row.givenName = given;
        row.birthDate = born;
        row.phone = phone;
        row.recordNumber = u"MR-2026-%1"_s.arg(patient, 6, 10, QChar(u'0'));
        m_rows << row;
    }
    void SetUp() override
    {
        add(1, u"Kim"_s, u"Soo"_s, QDate(1985, 5, 3), u"+49 30 5550 4417"_s, at(9));
        add(8, u"Müller"_s, u"Jürgen"_s, QDate(1982, 7, 7), u"+49 30 5550 7788"_s, at(11));
        add(7, u"O'Brien"_s, u"Seán"_s, QDate(1959, 12, 24), u"+49 30 5550 6677"_s, at(12));
    }
    static QDateTime at(int hour)
    {
        return {QDate(2026, 11, 24), QTime(hour, 0), QTimeZone::utc()};
    }
    [[nodiscard]] std::string found(const QString &words, int limit = 8)
    {
        QStringList names;
        for (const PatientMatch &match : patientsAmong(m_rows, words, at(10), limit))
            names << match.familyName;
        return names.join(u' ').toStdString();
    }
    [[nodiscard]] const QList<AppointmentRow> &rows() const { return m_rows; }

private:
    QList<AppointmentRow> m_rows;
};

TEST_F(DaySearch, takesPartsInAnyOrderWithoutAccents)
{
    EXPECT_EQ(found(u"muller"_s), "Müller");
    EXPECT_EQ(found(u"JUR mül"_s), "Müller");
    EXPECT_EQ(found(u"sean"_s), "O'Brien");
    EXPECT_EQ(found(u"kim 85"_s), "Kim");
    EXPECT_EQ(found(u"85 so"_s), "Kim");
    EXPECT_EQ(found(u"kim 82"_s), "");
    EXPECT_EQ(found(u"im"_s), "") << "two letters begin a name";
    EXPECT_EQ(foldedForSearch(u"Straße Łødź"_s), u"strasse lodz"_s);
}

TEST_F(DaySearch, takesBirthDatePhoneAndNumber)
{
    EXPECT_EQ(found(u"1982"_s), "Müller");
    EXPECT_EQ(found(u"3.5.1985"_s), "Kim");
    EXPECT_EQ(found(u"1959-12-24"_s), "O'Brien");
    EXPECT_EQ(found(u"7788"_s), "Müller");
    EXPECT_EQ(found(u"mr-2026-000007"_s), "O'Brien");
}

TEST_F(DaySearch, namesEachPatientOnceWithTheVisitToOpen)
{
    add(1, u"Kim"_s, u"Soo"_s, QDate(1985, 5, 3), {}, at(15));
    add(1, u"Kim"_s, u"Soo"_s, QDate(1985, 5, 3), {}, at(11), AppointmentStatus::Cancelled);
    const QList<PatientMatch> matches = patientsAmong(rows(), u"kim"_s, at(10), 8);
    ASSERT_EQ(matches.size(), 1);
    EXPECT_EQ(matches.constFirst().nextVisit, at(15));
    EXPECT_EQ(patientsAmong(rows(), u"kim"_s, at(16), 8).constFirst().nextVisit, at(15))
        << "past ones: the last";
    EXPECT_EQ(patientsAmong(rows(), u"1"_s, at(10), 8).size(), 1);
    EXPECT_EQ(patientsAmong(rows(), {}, at(10), 8).size(), 0);
}

} // namespace ClinicDesk
