#include "models/Catalogue.h"
#include "models/ClinicClock.h"
#include "models/RoomChoices.h"
#include "models/WalkIn.h"
#include "services/LiveFixture.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// What the booking panel asks the server before it offers a room or a running slot.
class BookingChoices : public LiveFixture
{
protected:
    void SetUp() override
    {
        LiveFixture::SetUp();
        signIn(u"ana"_s);
        readDoctors();
        QObject::connect(&m_walkIn, &WalkIn::found, &m_walkIn, [this](const FreeSlot &slot) {
            m_found = slot;
            m_answered = true;
        });
        QObject::connect(&m_walkIn, &WalkIn::nothingFree, &m_walkIn,
                         [this](const std::optional<FreeSlot> &next) {
                             m_next = next;
                             m_answered = true;
                         });
    }
    void readDoctors()
    {
        m_catalogue.setDoctors({});
        m_catalogue.load();
        ASSERT_TRUE(waitFor([this] { return m_catalogue.doctors().size() == 3; }));
    }
    /// "Room 1 free, Room 2 usual"
    [[nodiscard]] QString rooms(const QString &login, const QDateTime &start)
    {
        const QDateTime end = start.isValid() ? start.addSecs(1200) : QDateTime();
        m_rooms.ask({DoctorId {doctor(login)}, start, end, {}});
        if (!waitFor([this] { return !m_rooms.isAsking(); }))
            return u"no answer"_s;
        QStringList texts;
        for (const RoomChoice &choice : m_rooms.list())
            texts << choice.room.name + (choice.free ? u" free"_s : u" taken"_s)
                    + (choice.usual ? u" usual"_s : QString());
        return texts.join(u", "_s);
    }
    void findFor(const QString &login)
    {
        m_found.reset();
        m_next.reset();
        m_answered = false;
        m_walkIn.find(DoctorId {doctor(login)}, 20);
        ASSERT_TRUE(waitFor([this] { return m_answered; }));
    }
    [[nodiscard]] RoomChoices &choices() { return m_rooms; }
    [[nodiscard]] const std::optional<FreeSlot> &found() const { return m_found; }
    [[nodiscard]] const std::optional<FreeSlot> &next() const { return m_next; }

private:
    Catalogue m_catalogue {m_services};
    RoomChoices m_rooms {m_services.appointments};
    WalkIn m_walkIn {m_services.appointments, m_catalogue, ClinicClock(testSession())};
    std::optional<FreeSlot> m_found;
    std::optional<FreeSlot> m_next;
    bool m_answered = false;
};

TEST_F(BookingChoices, roomsSayWhichAreTakenAndWhereTheDoctorWorks)
{
    load(u"confirmed"_s, {u"osei"_s, 1, 2, at(9, 0), 20});
    load(u"confirmed"_s, {u"lindqvist"_s, 2, 1, at(11, 0), 20});
    load(u"cancelled"_s, {u"osei"_s, 3, 4, at(9, 20), 20});
    EXPECT_EQ(rooms(u"osei"_s, at(11, 10)).toStdString(),
              "Room 1 taken, Room 2 free usual, Room 3 free, Room 4 free");
    ASSERT_TRUE(choices().usual());
    EXPECT_EQ(choices().usual()->room.name, u"Room 2"_s);
    EXPECT_EQ(rooms(u"osei"_s, at(9, 0)).toStdString(),
              "Room 1 free, Room 2 taken usual, Room 3 free, Room 4 free");
    EXPECT_FALSE(choices().usual()) << "taken then";
    EXPECT_EQ(rooms(u"osei"_s, at(11, 0, QDate(2026, 11, 25))).toStdString(),
              "Room 1 free, Room 2 free, Room 3 free, Room 4 free")
        << "another day says nothing";
    load(u"confirmed"_s, {u"osei"_s, 4, 3, at(9, 40), 20});
    EXPECT_FALSE(rooms(u"osei"_s, at(11, 10)).contains(u"usual"_s)) << "in two rooms";
    EXPECT_EQ(rooms(u"osei"_s, {}).toStdString(),
              "Room 1 free, Room 2 free, Room 3 free, Room 4 free");
}

TEST_F(BookingChoices, aWalkInGetsTheDoctorsRunningSlot)
{
    findFor(u"osei"_s);
    ASSERT_TRUE(found());
    EXPECT_EQ(found()->doctor.value, doctor(u"osei"_s));
    EXPECT_EQ(found()->start, at(10, 0)) << "it is 10:07";
    EXPECT_EQ(found()->end, at(10, 20));
}

TEST_F(BookingChoices, aWalkInGoesToOneWhoNeedNotConfirmIt)
{
    load(u"confirmed"_s, {u"ba"_s, 2, 0, at(10, 0), 20});
    findFor(u"ba"_s);
    ASSERT_TRUE(found());
    EXPECT_EQ(found()->doctor.value, doctor(u"lindqvist"_s)) << "not the first one, Dr Osei";
}

TEST_F(BookingChoices, aWalkInHearsWhatIsFreeNextWhenNobodyIs)
{
    load(u"confirmed"_s, {u"osei"_s, 1, 0, at(10, 0), 20});
    load(u"confirmed"_s, {u"ba"_s, 2, 0, at(10, 0), 60});
    ownerSql(
        u"UPDATE app.doctor SET lead_minutes = 60 WHERE id = %1"_s.arg(doctor(u"lindqvist"_s)));
    findFor(u"lindqvist"_s);
    EXPECT_FALSE(found());
    ASSERT_TRUE(next());
    EXPECT_EQ(next()->start, at(10, 20));
    EXPECT_EQ(next()->doctor.value, doctor(u"osei"_s));
}

} // namespace ClinicDesk
