#include "domain/Session.h"

#include <gmock/gmock.h>

using namespace ClinicDesk;

namespace {

using Status = AppointmentStatus;
using By = StatusMoves::By;

StatusMoves moves()
{
    return StatusMoves({{Status::Pending, Status::Confirmed, By::Step, false},
                        {Status::Confirmed, Status::Cancelled, By::Step, true},
                        {Status::Confirmed, Status::Pending, By::Move, false},
                        {Status::Cancelled, Status::Confirmed, By::Undo, false}});
}

} // namespace

TEST(StatusMoves, nothingIsAllowedBeforeSignIn)
{
    const Session session;
    for (int from = 0; from <= int(Status::NoShow); ++from) {
        EXPECT_FALSE(session.moves.canMove(Status(from)));
        for (int to = 0; to <= int(Status::NoShow); ++to)
            EXPECT_FALSE(session.moves.canStep(Status(from), Status(to)));
    }
}

TEST(StatusMoves, aStepIsNoMoveAndNoUndo)
{
    EXPECT_TRUE(moves().canStep(Status::Pending, Status::Confirmed));
    EXPECT_FALSE(moves().canStep(Status::Confirmed, Status::Pending)) << "only by a move";
    EXPECT_FALSE(moves().canStep(Status::Cancelled, Status::Confirmed)) << "only by an undo";
    EXPECT_TRUE(moves().canMove(Status::Confirmed));
    EXPECT_FALSE(moves().canMove(Status::Pending));
    EXPECT_FALSE(moves().canMove(Status::Cancelled));
}

TEST(StatusMoves, aReasonIsAskedForWhereTheTableSaysSo)
{
    EXPECT_TRUE(moves().canStep(Status::Confirmed, Status::Cancelled));
    EXPECT_TRUE(moves().needsReason(Status::Confirmed, Status::Cancelled));
    EXPECT_FALSE(moves().needsReason(Status::Pending, Status::Confirmed));
    EXPECT_FALSE(moves().needsReason(Status::Pending, Status::Cancelled)) << "is not allowed";
}

TEST(StatusMoves, aWordThatIsNotKnownIsNone)
{
    EXPECT_EQ(StatusMoves::byFromKey(u"step"), By::Step);
    EXPECT_EQ(StatusMoves::byFromKey(u"move"), By::Move);
    EXPECT_EQ(StatusMoves::byFromKey(u"undo"), By::Undo);
    EXPECT_EQ(StatusMoves::byFromKey(u"reinstate"), std::nullopt);
}
