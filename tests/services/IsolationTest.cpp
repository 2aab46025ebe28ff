#include "services/IsolationFixture.h"

namespace ClinicDesk {

TEST_F(IsolationTest, bookWithBookOrHold)
{
    const Scene free {u"cancelled"_s};
    expectPair(free, book(u"ana"_s), book(u"ben"_s, 3, 3), "ok, doctor_busy", "ok, doctor_busy");
    expectPair(free, book(u"ana"_s), book(u"ben"_s, 3, 3, 10), "ok, doctor_busy",
               "ok, doctor_busy");
    expectPair(free, book(u"ana"_s), book(u"ben"_s, 3, 3, 20), "ok, ok", "ok, ok");
    expectPair(free, book(u"ana"_s), book(u"ben"_s, 2, 3, 10, u"lindqvist"_s), "ok, patient_busy",
               "ok, patient_busy");
    expectPair(free, book(u"ana"_s), book(u"ben"_s, 3, 2, 10, u"lindqvist"_s), "ok, room_busy",
               "ok, room_busy");
    expectPair(free, book(u"ana"_s), hold(u"ben"_s), "ok, not_held", "ok, held");
    expectPair(free, hold(u"ana"_s), hold(u"ben"_s), "ok, not_held", "ok, not_held");
}

TEST_F(IsolationTest, bookTheTimeOfAVisit)
{
    const Act wanted = book(u"ben"_s);
    expectPair({u"pending"_s, at(11, 0)}, wanted, confirm(), "doctor_busy, ok", "ok, doctor_busy");
    expectPair({u"confirmed"_s}, wanted, cancel(u"ana"_s), "doctor_busy, ok", "ok, ok");
    expectPair({u"confirmed"_s}, wanted, move(u"ana"_s), "doctor_busy, ok", "ok, ok");
    expectPair({u"confirmed"_s}, book(u"ben"_s, 2, 2, 20), move(u"ana"_s), "ok, doctor_busy",
               "ok, doctor_busy");
    expectPair({u"confirmed"_s}, book(u"ben"_s, 1, 2, 20, u"ba"_s), move(u"ana"_s),
               "ok, patient_busy", "ok, patient_busy");
    expectPair({u"confirmed"_s}, book(u"ben"_s, 2, 1, 20, u"ba"_s), move(u"ana"_s), "ok, room_busy",
               "ok, room_busy");
    expectPair({u"confirmed"_s}, wanted, checkIn(u"ana"_s), "doctor_busy, ok", "ok, doctor_busy");
    expectPair({u"confirmed"_s}, wanted, start(), "doctor_busy, ok", "ok, doctor_busy");
    expectPair({u"in_progress"_s}, wanted, complete(), "doctor_busy, ok", "ok, ok");
    expectPair({u"confirmed"_s}, wanted, noShow(u"ana"_s), "doctor_busy, ok", "ok, ok");
    expectPair(cancelledByAna(), wanted, undo(), "ok, doctor_busy", "ok, doctor_busy");
}

TEST_F(IsolationTest, holdTheTimeOfAVisit)
{
    const Act wanted = hold(u"ben"_s);
    expectPair({u"pending"_s, at(11, 0)}, wanted, confirm(), "not_held, ok", "ok, not_held");
    expectPair({u"confirmed"_s}, wanted, cancel(u"ana"_s), "not_held, ok", "ok, ok");
    expectPair({u"confirmed"_s}, wanted, move(u"ana"_s), "not_held, ok", "ok, ok");
    expectPair({u"confirmed"_s}, hold(u"ben"_s, 20), move(u"ana"_s), "ok, held", "ok, not_held");
    expectPair({u"confirmed"_s}, wanted, checkIn(u"ana"_s), "not_held, ok", "ok, not_held");
    expectPair({u"confirmed"_s}, wanted, start(), "not_held, ok", "ok, not_held");
    expectPair({u"in_progress"_s}, wanted, complete(), "not_held, ok", "ok, ok");
    expectPair({u"confirmed"_s}, wanted, noShow(u"ana"_s), "not_held, ok", "ok, ok");
    expectPair(cancelledByAna(), wanted, undo(), "ok, held", "ok, not_held");
}

TEST_F(IsolationTest, confirm)
{
    const Scene pending {u"pending"_s, at(11, 0)};
    expectPair(pending, confirm(), confirm(), "ok, again", "ok, again");
    expectPair(pending, confirm(), cancel(u"ana"_s), "ok, ok", "ok, step");
    expectPair(pending, confirm(), move(u"ana"_s), "ok, ok", "ok, ok");
    expectPair(pending, confirm(), checkIn(u"ana"_s), "ok, ok", "check_in, ok");
    expectPair(pending, confirm(), start(), "ok, ok", "step, ok");
    expectPair(pending, confirm(), complete(), "ok, step", "step, ok");
    expectPair(pending, confirm(), noShow(u"ana"_s), "ok, not_yet", "step, ok");
    Scene moved = roomChanged(u"pending"_s);
    moved.start = at(11, 0);
    expectPair(moved, confirm(), undo(), "ok, again", "ok, again");
}

TEST_F(IsolationTest, reject)
{
    const Scene pending {u"pending"_s, at(11, 0)};
    expectPair(pending, book(u"ben"_s), reject(), "doctor_busy, ok", "ok, ok");
    expectPair(pending, hold(u"ben"_s), reject(), "not_held, ok", "ok, ok");
    expectPair(pending, reject(), reject(), "ok, again", "ok, again");
    expectPair(pending, reject(), confirm(), "ok, step", "ok, step");
    expectPair(pending, reject(), cancel(u"ana"_s), "ok, step", "ok, step");
    expectPair(pending, reject(), move(u"ana"_s), "ok, move", "ok, ok");
    expectPair(pending, reject(), checkIn(u"ana"_s), "ok, check_in", "check_in, ok");
    expectPair(pending, reject(), start(), "ok, step", "step, ok");
    expectPair(pending, reject(), complete(), "ok, step", "step, ok");
    expectPair(pending, reject(), noShow(u"ana"_s), "ok, step", "step, ok");
    Scene moved = roomChanged(u"pending"_s);
    moved.start = at(11, 0);
    expectPair(moved, reject(), undo(), "ok, again", "ok, ok");
}

TEST_F(IsolationTest, cancel)
{
    const Scene confirmed {u"confirmed"_s};
    expectPair(confirmed, cancel(u"ana"_s), cancel(u"ben"_s), "ok, again", "ok, again");
    expectPair(confirmed, cancel(u"ana"_s), move(u"ben"_s), "ok, move", "ok, ok");
    expectPair(confirmed, cancel(u"ana"_s), checkIn(u"ben"_s), "ok, check_in", "ok, ok");
    expectPair(confirmed, cancel(u"ana"_s), start(), "ok, step", "ok, step");
    expectPair({u"in_progress"_s}, cancel(u"ana"_s), complete(), "step, ok", "ok, step");
    expectPair(confirmed, cancel(u"ana"_s), noShow(u"ben"_s), "ok, step", "ok, step");
    expectPair(roomChanged(u"confirmed"_s), cancel(u"ben"_s), undo(), "ok, again", "ok, ok");
}

TEST_F(IsolationTest, move)
{
    const Scene confirmed {u"confirmed"_s};
    expectPair(confirmed, move(u"ana"_s), move(u"ben"_s, 40), "ok, ok", "ok, ok");
    expectPair(confirmed, move(u"ana"_s), checkIn(u"ben"_s), "ok, check_in", "ok, ok");
    expectPair(confirmed, move(u"ana"_s), start(), "ok, step", "ok, move");
    expectPair({u"in_progress"_s}, move(u"ana"_s), complete(), "move, ok", "ok, move");
    expectPair(confirmed, move(u"ana"_s), noShow(u"ben"_s), "ok, step", "ok, move");
    expectPair(roomChanged(u"confirmed"_s), move(u"ben"_s), undo(), "ok, again", "ok, again");
}

TEST_F(IsolationTest, moveOfNeighbours)
{
    const Scene two {u"confirmed"_s, at(10, 0), {}, {}, u"confirmed"_s};
    expectPair(two, move(u"ana"_s, 20), move(u"ben"_s, 0, neighbourId), "doctor_busy, doctor_busy",
               "doctor_busy, doctor_busy");
}

TEST_F(IsolationTest, checkIn)
{
    const Scene confirmed {u"confirmed"_s};
    expectPair(confirmed, checkIn(u"ana"_s), checkIn(u"ben"_s), "ok, check_in", "ok, check_in");
    expectPair(confirmed, checkIn(u"ana"_s), start(), "ok, ok", "ok, check_in");
    expectPair({u"in_progress"_s}, checkIn(u"ana"_s), complete(), "check_in, ok", "ok, check_in");
    expectPair(confirmed, checkIn(u"ana"_s), noShow(u"ben"_s), "ok, ok", "ok, check_in");
    expectPair(roomChanged(u"confirmed"_s), checkIn(u"ben"_s), undo(), "ok, again", "ok, ok");
}

TEST_F(IsolationTest, startCompleteNoShow)
{
    const Scene confirmed {u"confirmed"_s};
    expectPair(confirmed, start(), start(), "ok, again", "ok, again");
    expectPair({u"confirmed"_s, at(10, 0), {}, {}, u"confirmed"_s}, start(), start(neighbourId),
               "ok, appointment_one_in_progress", "ok, appointment_one_in_progress");
    expectPair(confirmed, start(), complete(), "ok, ok", "step, ok");
    expectPair(confirmed, start(), noShow(u"ana"_s), "ok, step", "ok, step");
    expectPair({u"in_progress"_s}, complete(), complete(), "ok, again", "ok, again");
    expectPair({u"in_progress"_s}, complete(), noShow(u"ana"_s), "ok, step", "step, ok");
    expectPair(confirmed, noShow(u"ana"_s), noShow(u"ben"_s), "ok, again", "ok, again");
}

TEST_F(IsolationTest, undo)
{
    const Scene changed = roomChanged(u"confirmed"_s);
    expectPair(changed, undo(), undo(), "ok, again", "ok, again");
    expectPair(changed, undo(), start(), "ok, ok", "ok, again");
    expectPair(changed, undo(), noShow(u"ben"_s), "ok, ok", "ok, again");
    const Scene started {u"confirmed"_s, at(10, 0), u"status = 'in_progress'"_s, u"osei"_s};
    expectPair(started, undo(u"osei"_s), complete(), "ok, step", "ok, ok");
}

TEST_F(IsolationTest, releaseOfAHold)
{
    Scene held {u"cancelled"_s};
    held.heldBy = u"ana"_s;
    expectPair(held, release(u"ana"_s), book(u"ben"_s), "ok, ok", "held, ok");
    expectPair(held, release(u"ana"_s), hold(u"ben"_s), "ok, ok", "not_held, ok");
    expectPair(held, release(u"ana"_s), release(u"ben"_s), "ok, ok", "ok, ok");
    Scene next {u"confirmed"_s};
    next.heldBy = u"ana"_s;
    next.heldLater = 20;
    expectPair(next, release(u"ana"_s), move(u"ben"_s), "ok, ok", "held, ok");
    expectPair(next, release(u"ana"_s), cancel(u"ben"_s), "ok, ok", "ok, ok");
    Scene gone = cancelledByAna();
    gone.heldBy = u"ben"_s;
    expectPair(gone, release(u"ben"_s), undo(), "ok, ok", "held, ok");
}

TEST_F(IsolationTest, severalStepsAtOnce)
{
    const Scene confirmed {u"confirmed"_s};
    expectPair(confirmed, giveAway(u"ana"_s), giveAway(u"ben"_s), "ok, again", "ok, again");
    expectPair(confirmed, giveAway(u"ana"_s), book(u"ben"_s, 3, 3), "ok, doctor_busy",
               "doctor_busy, ok");
    expectPair(confirmed, giveAway(u"ana"_s), hold(u"ben"_s), "ok, not_held", "not_held, ok");
    expectPair(confirmed, giveAway(u"ana"_s), cancel(u"ben"_s), "ok, again", "ok, again");
    expectPair(confirmed, giveAway(u"ana"_s), move(u"ben"_s), "ok, move", "ok, ok");
    expectPair(confirmed, giveAway(u"ana"_s), checkIn(u"ben"_s), "ok, check_in", "ok, ok");
    expectPair(confirmed, giveAway(u"ana"_s), start(), "ok, step", "ok, step");
    expectPair(confirmed, giveAway(u"ana"_s), noShow(u"ben"_s), "ok, step", "ok, step");
    expectPair(roomChanged(u"confirmed"_s), giveAway(u"ben"_s), undo(), "ok, again", "ok, again");
}

TEST_F(IsolationTest, severalMovesAtOnce)
{
    const Scene two {u"confirmed"_s, at(10, 0), {}, {}, u"confirmed"_s};
    // Each the other way round: without one order of locks they would wait for one another.
    expectPair(two, moveBoth(u"ana"_s, 40, 0, false), moveBoth(u"ben"_s, 20, 60, true), "ok, ok",
               "ok, ok");
    expectPair(two, moveBoth(u"ana"_s, 40, 0, false), book(u"ben"_s, 2, 2, 20), "ok, ok",
               "doctor_busy, ok");
}

TEST_F(IsolationTest, twoWhoSawTheSameVersion)
{
    const Scene pending {u"pending"_s, at(11, 0)};
    expectOneOf(pending, confirm(), confirm());
    expectOneOf(pending, confirm(), reject());
    expectOneOf(pending, reject(), reject());
    const Scene confirmed {u"confirmed"_s};
    const QList<Act> acts {cancel(u"ben"_s), move(u"ben"_s), checkIn(u"ben"_s), noShow(u"ben"_s),
                           start()};
    for (const Act &act : acts)
        expectOneOf(confirmed, cancel(u"ana"_s), act);
    for (const Act &act : acts)
        expectOneOf(confirmed, move(u"ana"_s), act);
    expectOneOf(confirmed, checkIn(u"ana"_s), checkIn(u"ben"_s));
    expectOneOf(confirmed, checkIn(u"ana"_s), start());
    expectOneOf(confirmed, start(), noShow(u"ana"_s));
    expectOneOf({u"in_progress"_s}, complete(), complete());
}

} // namespace ClinicDesk
