#include "models/UndoStack.h"

#include <gtest/gtest.h>

namespace ClinicDesk {

struct Entry
{
    int what = 0;
    QDateTime at;
};

class UndoStackTest : public testing::Test
{
protected:
    [[nodiscard]] static QDateTime second(int n)
    {
        return QDateTime(QDate(2026, 11, 24), QTime(10, 7), Qt::UTC).addSecs(n);
    }
    void add(int what, int atSecond = 0) { stack.add({what, second(atSecond)}); }
    /// What is taken back at that second; 0 for nothing.
    [[nodiscard]] int undo(int atSecond = 0)
    {
        return stack.takeUndo(second(atSecond)).value_or(Entry {}).what;
    }
    [[nodiscard]] int redo(int atSecond = 0)
    {
        return stack.takeRedo(second(atSecond)).value_or(Entry {}).what;
    }

    UndoStack<Entry> stack {30};
};

TEST_F(UndoStackTest, theNewestComesBackFirst)
{
    add(1);
    add(2);
    EXPECT_EQ(undo(), 2);
    EXPECT_EQ(undo(), 1);
    EXPECT_EQ(undo(), 0);
}

TEST_F(UndoStackTest, thirtySecondsAndNotOneMore)
{
    add(1);
    EXPECT_TRUE(stack.canUndo(second(29)));
    EXPECT_FALSE(stack.canUndo(second(30)));
    EXPECT_EQ(undo(30), 0);
}

TEST_F(UndoStackTest, asLongAsTheClinicAllows)
{
    UndoStack<Entry> brief {5};
    brief.add({1, second(0)});
    EXPECT_TRUE(brief.canUndo(second(4)));
    EXPECT_FALSE(brief.canUndo(second(5)));
    EXPECT_EQ(brief.dropOld(second(1)), 4'000);
}

TEST_F(UndoStackTest, eachEntryHasItsOwnThirtySeconds)
{
    add(1, 0);
    add(2, 20);
    EXPECT_EQ(stack.dropOld(second(5)), 25'000);
    EXPECT_EQ(stack.dropOld(second(30)), 20'000);
    EXPECT_EQ(undo(30), 2);
    EXPECT_EQ(undo(30), 0);
    EXPECT_EQ(stack.dropOld(second(30)), std::nullopt);
}

TEST_F(UndoStackTest, twentyAreRemembered)
{
    for (int n = 1; n <= 21; ++n)
        add(n);
    for (int n = 21; n >= 2; --n)
        EXPECT_EQ(undo(), n);
    EXPECT_EQ(undo(), 0);
}

TEST_F(UndoStackTest, whatWasTakenBackCanBeTakenUpUntilSomethingNewIsDone)
{
    add(1);
    stack.addUndone(*stack.takeUndo(second(1)));
    EXPECT_FALSE(stack.canUndo(second(1)));
    EXPECT_EQ(redo(2), 1);
    stack.addUndone({1, second(2)});
    add(2, 3);
    EXPECT_FALSE(stack.canRedo(second(3)));
    EXPECT_EQ(redo(3), 0);
}

} // namespace ClinicDesk
