#include "domain/Merge.h"

#include <gtest/gtest.h>

#include <QString>
#include <QTime>

#include <optional>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

enum class ShiftField { From, To, Minutes, Note };

/// Fields of several types, as of hours or a prescription.
struct Shift
{
    QTime from {8, 0};
    QTime to {12, 0};
    std::optional<int> minutes = 20;
    QString note;
    int version = 1; ///< no field of a form

    bool operator==(const Shift &) const = default;
};

} // namespace

template<> struct MergeTraits<Shift> : MemberFields<Shift, ShiftField>
{
    static QList<Member> members()
    {
        return {member<&Shift::from>(ShiftField::From), member<&Shift::to>(ShiftField::To),
                member<&Shift::minutes>(ShiftField::Minutes),
                member<&Shift::note>(ShiftField::Note)};
    }
};

TEST(Merge, takesWhatOnlyOneSideChanged)
{
    const Shift before;
    Shift theirs = before;
    theirs.from = QTime(9, 0);
    theirs.version = 2;
    Shift mine = before;
    mine.minutes = std::nullopt;
    const Merge merge(before, theirs, mine);
    EXPECT_TRUE(merge.conflicts().isEmpty());
    EXPECT_EQ(merge.theirChanges(), QList {ShiftField::From});
    EXPECT_EQ(merge.myChanges(), QList {ShiftField::Minutes});
    EXPECT_EQ(merge.merged(), (Shift {QTime(9, 0), QTime(12, 0), std::nullopt, {}, 2}))
        << "what is no field is theirs";
}

TEST(Merge, differentChangesOfOneFieldAreAConflict)
{
    const Shift before;
    Shift theirs = before;
    theirs.to = QTime(13, 0);
    theirs.note = u"theirs"_s;
    Shift mine = before;
    mine.to = QTime(14, 0);
    mine.note = u"theirs"_s;
    const Merge merge(before, theirs, mine);
    EXPECT_EQ(merge.conflicts(), QList {ShiftField::To}) << "the same words are none";
    EXPECT_EQ(merge.merged().to, QTime(14, 0)) << "nothing typed is lost";
    EXPECT_EQ(merge.mergedWithTheirs().to, QTime(13, 0));
}

TEST(Merge, goingBackToWhatItWasIsNoConflict)
{
    const Shift before;
    Shift theirs = before;
    theirs.to = QTime(13, 0);
    const Merge merge(before, theirs, before);
    EXPECT_TRUE(merge.conflicts().isEmpty());
    EXPECT_EQ(merge.merged(), theirs);
}

TEST(Merge, onlyAConflictRemembersWhatItBeganWith)
{
    const Shift before;
    Shift theirs = before;
    theirs.from = QTime(9, 0);
    theirs.to = QTime(13, 0);
    Shift mine = before;
    mine.to = QTime(14, 0);
    const Merge next = Merge(before, theirs, mine).rebased();
    EXPECT_EQ(next.before().from, QTime(9, 0));
    EXPECT_EQ(next.before().to, QTime(12, 0));
    EXPECT_EQ(next.mine().from, QTime(9, 0)) << "merged";
    EXPECT_EQ(next.conflicts(), QList {ShiftField::To});
    const Merge again = next.rebased();
    EXPECT_EQ(again.before(), next.before());
    EXPECT_EQ(again.mine(), next.mine());

    // Later they change it back: what was typed here stands alone.
    EXPECT_TRUE(Merge(next.before(), before, next.mine()).conflicts().isEmpty());
}

TEST(Merge, isSettledFieldByField)
{
    const Shift before;
    Shift theirs = before;
    theirs.to = QTime(13, 0);
    theirs.note = u"theirs"_s;
    Shift mine = before;
    mine.to = QTime(14, 0);
    mine.note = u"mine"_s;
    const Merge merge(before, theirs, mine);
    const Merge half = merge.settled(theirs, {ShiftField::To});
    EXPECT_EQ(half.conflicts(), QList {ShiftField::Note});
    EXPECT_EQ(half.mine().to, QTime(13, 0));
    const Merge whole = half.settled(mine, {ShiftField::Note});
    EXPECT_TRUE(whole.conflicts().isEmpty());
    EXPECT_EQ(whole.merged().note, u"mine"_s);
    EXPECT_EQ(whole.myChanges(), QList {ShiftField::Note});
}

} // namespace ClinicDesk
