#include "views/visits/EventTexts.h"

#include "domain/Clinic.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

class EventTextsTest : public testing::Test
{
protected:
    static QDateTime at(int hour, int minute)
    {
        return {QDate(2026, 11, 24), QTime(hour, minute), QTimeZone("Europe/Berlin")};
    }
    static ClinicClock clock()
    {
        Session session;
        session.clinic.zone = QTimeZone("Europe/Berlin");
        return ClinicClock(session);
    }
    static Notification news(EventKind kind)
    {
        Notification news;
        news.kind = kind;
        news.who = u"Ben Cole"_s;
        news.familyName = u"Diaz"_s;
        news.givenName = u"Mia"_s;
        news.doctorName = u"Dr Osei"_s;
        news.oldStart = at(10, 0);
        news.newStart = at(10, 40);
        return news;
    }
    static VisitChange change(EventKind kind)
    {
        VisitChange change;
        change.row.familyName = u"Diaz"_s;
        change.row.givenName = u"Mia"_s;
        change.row.appointment.start = at(10, 40);
        change.event.kind = kind;
        change.event.who = u"Ben Cole"_s;
        return change;
    }
};

TEST_F(EventTextsTest, theBellAndAMessageSayItInTheSameWords)
{
    for (int i = 0; i <= int(EventKind::Undone); ++i) {
        const auto kind = EventKind(i);
        QString bell = EventTexts::of(news(kind), clock());
        QString message = EventTexts::of(change(kind), clock());
        ASSERT_TRUE(message.endsWith(u", a moment ago."_s)) << qPrintable(message);
        message.chop(int(QStringView(u", a moment ago.").size()));
        message.replace(u"the appointment of "_s, QString()).replace(u"the visit of "_s, QString());
        EXPECT_TRUE(bell.startsWith(message))
            << qPrintable(bell) << " against " << qPrintable(message);
        EXPECT_TRUE(bell.startsWith(u"Ben Cole "_s)) << qPrintable(bell);
        EXPECT_TRUE(bell.contains(u"10:40"_s)) << qPrintable(bell);
    }
}

TEST_F(EventTextsTest, aMoveSaysWhatItChanged)
{
    Notification moved = news(EventKind::Moved);
    EXPECT_EQ(EventTexts::of(moved, clock()),
              u"Ben Cole moved DIAZ, Mia to Tue 24-Nov-2026, 10:40"_s);
    moved.sameDoctor = false;
    EXPECT_EQ(EventTexts::of(moved, clock()),
              u"Ben Cole moved DIAZ, Mia to Tue 24-Nov-2026, 10:40 with Dr Osei"_s);
    moved.sameDoctor = true;
    moved.oldStart = moved.newStart;
    EXPECT_EQ(EventTexts::of(moved, clock()),
              u"Ben Cole changed the length or room of DIAZ, Mia, Tue 24-Nov-2026, 10:40"_s);
}

TEST_F(EventTextsTest, aReasonStandsWhereOneWasAskedFor)
{
    Notification cancelled = news(EventKind::Cancelled);
    cancelled.reason = u"called %1"_s;
    EXPECT_EQ(EventTexts::of(cancelled, clock()),
              u"Ben Cole cancelled DIAZ, Mia, Tue 24-Nov-2026, 10:40: called %1"_s);
    Notification booked = news(EventKind::Booked);
    booked.reason = u"cough"_s;
    EXPECT_FALSE(EventTexts::of(booked, clock()).contains(u"cough"_s));
}

TEST_F(EventTextsTest, whoIsAPersonAtADesk)
{
    AppointmentEvent event;
    EXPECT_EQ(EventTexts::who(event), u"Somebody"_s);
    event.who = u"Ana Ruiz"_s;
    EXPECT_EQ(EventTexts::who(event), u"Ana Ruiz"_s);
    event.desk = u"Desk 2"_s;
    EXPECT_EQ(EventTexts::who(event), u"Ana Ruiz at Desk 2"_s);
}

} // namespace ClinicDesk
