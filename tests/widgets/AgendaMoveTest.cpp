#include "AgendaSample.h"

#include "widgets/agenda/AgendaMove.h"
#include "widgets/agenda/AgendaText.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace Testing;
using Refusal = AgendaTarget::Refusal;

namespace {

/// Dr Osei (1) works 9 to 12 and 13 to 17, Dr Ba (2) 9 to 17 in rows of 10 min, Dr Lindqvist (3) is
/// off. KIM at 10:40 with Dr Osei is being moved; ROY is at 11:20, and Ben keeps 14:00. It is 9:25.
class AgendaMoveTest : public testing::Test
{
protected:
    AgendaMoveTest()
    {
        scene.setDay(sampleDay, sampleZone());
        scene.setColumns({column(1, u"Dr Osei"_s, {}, {{9, 12}, {13, 17}}),
                          column(2, u"Dr Ba"_s, {}, {{9, 17}}, 10),
                          column(3, u"Dr Lindqvist"_s, {}, {})});
        scene.setNow(at(9, 25));
        scene.setVisits({made(7, at(10, 40), at(11), u"Kim Soo"_s),
                         made(8, at(11, 20), at(11, 30), u"Roy Paul"_s)});
        SlotHold hold;
        hold.doctor = DoctorId {1};
        hold.start = at(14);
        hold.end = at(14, 20);
        hold.who = u"Ben Cole"_s;
        scene.setHolds({hold});
    }

    static AgendaVisit made(qint64 id, const QDateTime &start, const QDateTime &end,
                            const QString &name)
    {
        AgendaVisit visit;
        visit.id = AppointmentId {id};
        visit.doctor = DoctorId {1};
        visit.start = start;
        visit.end = end;
        visit.fullName = name;
        visit.status = AppointmentStatus::Confirmed;
        return visit;
    }

    [[nodiscard]] AgendaMove move() const { return {scene, moving}; }
    [[nodiscard]] AgendaTarget here() const
    {
        return move().exactly(moving.doctor, moving.start, moving.end);
    }

    static void expectAt(const AgendaTarget &target, qint64 doctor, const QDateTime &start,
                         const QDateTime &end, Refusal refusal = Refusal::None)
    {
        EXPECT_EQ(target.doctor.value, doctor);
        EXPECT_EQ(target.start, start);
        EXPECT_EQ(target.end, end);
        EXPECT_EQ(target.refusal, refusal);
    }

    AgendaScene scene;
    AgendaMoving moving {AppointmentId {7}, DoctorId {1}, at(10, 40), at(11), u"KIM S"_s};
};

TEST_F(AgendaMoveTest, snapsToTheNearestRowOfTheDoctorsGrid)
{
    expectAt(move().at(0, at(13, 9)), 1, at(13), at(13, 20));
    expectAt(move().at(0, at(13, 11)), 1, at(13, 20), at(13, 40));
    expectAt(move().at(1, at(13, 11)), 2, at(13, 10), at(13, 30));
}

TEST_F(AgendaMoveTest, startsWhereTheNeighbourEnds)
{
    expectAt(move().at(0, at(11, 31)), 1, at(11, 30), at(11, 50));
    expectAt(move().at(0, at(11, 38)), 1, at(11, 40), at(12));
}

TEST_F(AgendaMoveTest, staysWithinTheShownDay)
{
    const AgendaTarget last = move().at(1, at(23, 30));
    EXPECT_EQ(last.end, scene.rangeEnd());
    EXPECT_EQ(last.refusal, Refusal::Closed);
    EXPECT_FALSE(move().at(-1, at(10)).isValid());
    EXPECT_FALSE(move().at(3, at(10)).isValid());
}

TEST_F(AgendaMoveTest, saysWhatIsInTheWay)
{
    expectAt(move().at(0, at(11, 20)), 1, at(11, 20), at(11, 40), Refusal::Taken);
    EXPECT_EQ(move().at(0, at(11, 20)).who, u"Roy Paul"_s);
    expectAt(move().at(0, at(14)), 1, at(14), at(14, 20), Refusal::Held);
    EXPECT_EQ(move().at(0, at(14)).who, u"Ben Cole"_s);
    expectAt(move().at(0, at(12, 20)), 1, at(12, 20), at(12, 40), Refusal::Closed);
    expectAt(move().at(2, at(10)), 3, at(10), at(10, 20), Refusal::Closed);
    EXPECT_EQ(move().exactly(DoctorId {9}, at(10), at(10, 20)).refusal, Refusal::NotShown);
}

TEST_F(AgendaMoveTest, itsOwnPlaceIsNoObstacle)
{
    EXPECT_TRUE(here().isAllowed());
    EXPECT_TRUE(here().isSamePlace(moving));
    expectAt(move().exactly(DoctorId {1}, at(10, 50), at(11, 10)), 1, at(10, 50), at(11, 10));
}

TEST_F(AgendaMoveTest, theRunningSlotCanBeTakenTheOneBeforeNot)
{
    expectAt(move().at(0, at(9, 20)), 1, at(9, 20), at(9, 40));
    expectAt(move().at(0, at(9)), 1, at(9), at(9, 20), Refusal::Past);
}

TEST_F(AgendaMoveTest, whatKeepsNoTimeIsNotInTheWay)
{
    AgendaVisit missed = made(9, at(15), at(15, 20), u"Li Wei"_s);
    missed.status = AppointmentStatus::NoShow;
    scene.setVisits({missed});
    EXPECT_TRUE(move().at(0, at(15)).isAllowed());
    EXPECT_FALSE(AgendaMove::isMovable(missed));
}

TEST_F(AgendaMoveTest, keysStepRowsColumnsAndOverNeighboursEnds)
{
    AgendaTarget target = move().stepped(here(), 1);
    expectAt(target, 1, at(11), at(11, 20));
    target = move().stepped(target, 1);
    expectAt(target, 1, at(11, 20), at(11, 40), Refusal::Taken);
    target = move().stepped(target, 1);
    expectAt(target, 1, at(11, 30), at(11, 50));
    target = move().stepped(target, 1);
    expectAt(target, 1, at(11, 40), at(12));
    target = move().stepped(target, -1);
    expectAt(target, 1, at(11, 30), at(11, 50));
    expectAt(move().beside(target, 1), 2, at(11, 30), at(11, 50));
    expectAt(move().beside(target, -1), 1, at(11, 30), at(11, 50));
}

TEST_F(AgendaMoveTest, stepsStayOnTheShownDay)
{
    AgendaTarget target = here();
    for (int i = 0; i < 60; ++i)
        target = move().stepped(target, -1);
    EXPECT_EQ(target.start, scene.rangeStart());
    for (int i = 0; i < 60; ++i)
        target = move().stepped(target, 1);
    EXPECT_EQ(target.end, scene.rangeEnd());
}

TEST_F(AgendaMoveTest, lengthensInHalfRowsUpToTheNeighbour)
{
    AgendaTarget target = move().lengthened(here(), 1);
    expectAt(target, 1, at(10, 40), at(11, 10));
    target = move().lengthened(move().lengthened(target, 1), 1);
    expectAt(target, 1, at(10, 40), at(11, 20));
    for (int i = 0; i < 5; ++i)
        target = move().lengthened(target, -1);
    expectAt(target, 1, at(10, 40), at(10, 50));
}

TEST_F(AgendaMoveTest, edgesFollowThePointerUpToTheNeighbourOrTheHours)
{
    expectAt(move().withEnd(here(), at(11, 9)), 1, at(10, 40), at(11, 10));
    expectAt(move().withEnd(here(), at(16)), 1, at(10, 40), at(11, 20));
    expectAt(move().withEnd(here(), at(9)), 1, at(10, 40), at(10, 50));
    expectAt(move().withStart(here(), at(10, 9)), 1, at(10, 10), at(11));
    expectAt(move().withStart(here(), at(8, 30)), 1, at(9), at(11), Refusal::Past);
    expectAt(move().withStart(here(), at(16)), 1, at(10, 50), at(11));
    scene.setVisits(
        {made(7, at(10, 40), at(11), u"Kim Soo"_s), made(8, at(10), at(10, 20), u"Roy Paul"_s)});
    expectAt(move().withStart(here(), at(9)), 1, at(10, 20), at(11));
    expectAt(move().withEnd(here(), at(16)), 1, at(10, 40), at(12));
}

TEST_F(AgendaMoveTest, speaksTheTargetAndTheReason)
{
    EXPECT_EQ(AgendaText::target(scene, move().at(0, at(13))), u"13:00 to 13:20, Dr Osei"_s);
    EXPECT_EQ(AgendaText::refusal(move().at(0, at(13))), QString());
    EXPECT_EQ(AgendaText::refusal(move().at(0, at(14))), u"Ben Cole is booking this time"_s);
    EXPECT_EQ(AgendaText::refusal(move().at(0, at(11, 20))), u"Taken by Roy Paul"_s);
    EXPECT_EQ(AgendaText::refusal(move().at(0, at(9))), u"Already past"_s);
    EXPECT_EQ(AgendaText::refusal(move().at(2, at(11))), u"Closed then"_s);
}

} // namespace
} // namespace ClinicDesk
