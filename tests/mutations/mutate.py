#!/usr/bin/env python3
"""Takes out, one at a time, what guards a booking, and sees that a test notices.

Mutations of the database are run in the tests' own cluster after the migrations; those of the
program change a copy of the source. Prints a line each; exit 1 if one went unnoticed.

    tests/mutations/mutate.py                   all of the database (build directory: build/quick)
    tests/mutations/mutate.py --program         those of the program too (builds a copy, minutes)
    tests/mutations/mutate.py NAME...           those whose name contains one of the words
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def edit(function, old, new):
    """SQL that replaces a piece of a function's text, and fails when it is not there."""
    return f"""DO $mutate$
DECLARE
    oid regproc := 'app.{function}'::regproc;
    text text := pg_get_functiondef(oid);
    old text := $old${old}$old$;
BEGIN
    IF position(old IN text) = 0 THEN
        RAISE EXCEPTION 'nothing to replace in {function}';
    END IF;
    EXECUTE replace(text, old, $new${new}$new$);
END $mutate$;"""


# name, suite, test that must turn red, SQL
DATABASE = [
    ("no exclusion constraint of the doctor", "GuardBookingTest", "*theConstraintsRefuse*",
     "ALTER TABLE app.appointment DROP CONSTRAINT appointment_doctor_free;"),
    ("no exclusion constraint of the patient", "GuardBookingTest", "*theConstraintsRefuse*",
     "ALTER TABLE app.appointment DROP CONSTRAINT appointment_patient_free;"),
    ("no exclusion constraint of the room", "GuardBookingTest", "*theConstraintsRefuse*",
     "ALTER TABLE app.appointment DROP CONSTRAINT appointment_room_free;"),
    ("no guard", "GuardStatusTest", "*everyStepOutsideTheTable*",
     "DROP TRIGGER appointment_guard ON app.appointment;"),
    ("the guard's own locks", "DoubleBookingTest", "*writersWithoutLocks*",
     "CREATE OR REPLACE FUNCTION app.lock_parents(doctors bigint[], patients bigint[], "
     "rooms bigint[]) RETURNS void LANGUAGE plpgsql AS 'BEGIN END';"),
    ("a status step too few", "GuardStatusTest", "*theTableHolds*",
     "DELETE FROM app.status_move WHERE to_status = 'completed' AND role = 'clinic_doctor';"),
    ("a status step too many", "GuardStatusTest", "*theTableHolds*",
     "INSERT INTO app.status_move VALUES "
     "('completed', 'cancelled', 'clinic_reception', true, 'step');"),
    ("a reason of an earlier step counts", "GuardStatusTest", "*aReasonOfAnEarlierStep*",
     edit("guard_step", "OR n.status_note IS NOT DISTINCT FROM o.status_note", "")),
    ("no history", "GuardBookingTest", "*everyChangeIsInTheHistory*",
     "DROP TRIGGER appointment_history ON app.appointment;"),
    ("the operation's id is not unique", "AppointmentOperationsTest",
     "*aRepeatReturnsTheFirstResult*:*anIdUsedForSomethingElse*",
     "ALTER TABLE app.operation DROP CONSTRAINT operation_pkey CASCADE;"),
    ("an operation is believed from anyone", "GuardBookingTest", "*believesOnly*",
     "CREATE OR REPLACE FUNCTION app.current_operation() RETURNS uuid LANGUAGE plpgsql "
     "SECURITY DEFINER SET search_path = app, pg_temp AS $f$ DECLARE op uuid; "
     "given text := nullif(current_setting('clinic.op', true), ''); BEGIN "
     "IF given ~ '^[0-9a-f-]{36}$' THEN SELECT o.id INTO op FROM operation o "
     "WHERE o.id = given::uuid; END IF; IF op IS NULL THEN "
     "INSERT INTO operation(id, kind, args_hash) VALUES (gen_random_uuid(), 'direct', '') "
     "RETURNING id INTO op; END IF; RETURN op; END $f$;"),
    ("a hold is not firm", "GuardUndoTest", "*aHoldIsFirm*",
     "CREATE OR REPLACE FUNCTION app.held_by_other(doctor bigint, starts timestamptz, "
     "free_at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT false';"),
    ("undo by anyone", "GuardUndoTest", "*onlyOnesOwnLastChange*",
     edit("is_undo", "e.who <> session_user", "false")),
    ("undo without a time limit", "GuardUndoTest", "*tooLateAfterHalfAMinute*",
     edit("undo_open", "at >= app.clinic_now()", "at >= app.clinic_now() - interval '1 day'")),
    ("the time alone says who checks in", "GuardStatusTest", "*ArrivesOnce*",
     "DROP TRIGGER appointment_again_check_in ON app.appointment;"),
    ("a step that was taken is taken again", "GuardStatusTest", "*DoneAlready*",
     "DROP TRIGGER appointment_again_step ON app.appointment;"),
    ("a move to where it is", "GuardStatusTest", "*DoneAlready*",
     "DROP TRIGGER appointment_again_move ON app.appointment;"),
    ("a closed day counts its own row only", "MasterDataTest", "*aClosedDayThatComesBack*",
     edit("count_closed_day", "WHERE c.day = NEW.day", "WHERE c.id = NEW.id")),
    ("an override by anyone", "GuardBookingTest", "*honoursAndRecords*",
     edit("overrides", "AND (pg_has_role(SESSION_USER, 'clinic_reception'::name, 'MEMBER'::text) "
          "OR pg_has_role(SESSION_USER, 'clinic_doctor'::name, 'MEMBER'::text))", "")),
    ("a closed login goes on", "GuardBookingTest", "*aClosedLogins*",
     edit("audit_row", "PERFORM app.require_active();", "")),
    ("the policy of a doctor's own rows", "RightsTest", "*SeeAndTouchOnly*",
     "DROP POLICY appointment_own_read ON app.appointment; CREATE POLICY x ON app.appointment "
     "FOR SELECT TO clinic_doctor USING (true);"),
    ("no row security", "RightsTest", "*everyTableIsUnderRowSecurity*",
     "ALTER TABLE app.patient DISABLE ROW LEVEL SECURITY;"),
    ("a right too many", "RightsTest", "*grantsEachColumn*:*nobodyDeletes*",
     "GRANT DELETE ON app.appointment TO clinic_reception;"),
    ("a right too few", "RightsTest", "*locksRowsOnlyWhere*:*grantsEachColumn*",
     "REVOKE UPDATE (row_lock) ON app.doctor FROM clinic_doctor;"),
    ("a function for everyone", "RightsTest", "*functionsAreForWhom*",
     "GRANT EXECUTE ON FUNCTION app.consistency() TO PUBLIC;"),
    ("the wrong rule first", "BookCheckTest", "*refusesInTheRequiredOrder*",
     edit("book_check", "'day_full'", "'dayfull'")),
    ("no notice of a change", "LiveUpdatesTest", "*hearsWhatAnotherDesk*",
     "DROP TRIGGER appointment_notify_insert ON app.appointment;"),
    ("changes are read past the slow writer", "LiveUpdatesTest", "*aWriterSlower*",
     edit("changes_since", "pg_snapshot_xmin(pg_current_snapshot())",
          "pg_snapshot_xmax(pg_current_snapshot())")),
]

TRANSACTION = "src/database/Transaction.cpp"
MANAGER = "src/database/TransactionManager.cpp"
STEPS = "src/services/appointments/AppointmentSteps.cpp"
STORE = "src/services/appointments/AppointmentStore.cpp"
GUARD = "resources/sql/functions/06_guard.sql"

# name, suite, test that must turn red, [(file, old, new)]
PROGRAM = [
    ("no lock of the doctor", "AppointmentOperationsTest", "*bookingLocks*",
     [(TRANSACTION, "FROM app.doctor WHERE id = $1 FOR UPDATE", "FROM app.doctor WHERE id = $1")]),
    ("no lock of the patient", "AppointmentOperationsTest", "*bookingLocks*",
     [(TRANSACTION, "FROM app.patient WHERE id = $1 FOR UPDATE",
       "FROM app.patient WHERE id = $1")]),
    ("no lock of the room", "AppointmentOperationsTest", "*bookingLocks*",
     [(TRANSACTION, "FROM app.room WHERE id = $1 FOR UPDATE", "FROM app.room WHERE id = $1")]),
    ("no lock of the appointment", "IsolationTest", "*undo",
     [(TRANSACTION, "FROM app.appointment WHERE id = $1 FOR UPDATE",
       "FROM app.appointment WHERE id = $1")]),
    ("a confirmation locks the doctor only", "TwoMessagesTest", "*confirmLocks*",
     [(STEPS, "locked = LockedParents::of(visit());", "locked.doctor = visit().doctor;")]),
    ("a start locks nobody", "TwoMessagesTest", "*theOtherSteps*",
     [(STEPS, "locked.doctor = visit().doctor;", "locked = {};")]),
    ("a move locks only where it was", "TwoMessagesTest", "*moveIn*",
     [(STEPS, "locks.add({request.doctor, {}, request.room});", "")]),
    ("an undo locks only where it is", "TwoMessagesTest", "*undoAndRedo*",
     [(STEPS, "locks.add(LockedParents::of(*before));", "")]),
    ("a version is not compared", "TwoMessagesTest", "*aVersionThatWasNotSeen*",
     [(STORE, "AND a.version = coalesce($2, a.version)", "AND $2 IS NOT DISTINCT FROM $2")]),
    ("a guessed doctor is believed", "TwoMessagesTest", "WrongGuessTest*",
     [(STORE, "AND a.doctor_id = coalesce($3, a.doctor_id)", "AND $3 IS NOT DISTINCT FROM $3")]),
    ("a guessed patient or room is believed", "TwoMessagesTest", "WrongGuessTest*",
     [(STORE, "AND ($4 IS NULL OR (a.patient_id = $4 AND a.room_id IS NOT DISTINCT FROM $5))",
       "AND $4 IS NOT DISTINCT FROM $4 AND $5 IS NOT DISTINCT FROM $5")]),
    ("what an undo goes back to is believed", "TwoMessagesTest", "WrongGuessTest*",
     [(STORE, "AND b.doctor_id = $6 AND b.patient_id = $7 AND b.room_id IS NOT DISTINCT FROM $8",
       "AND $6 = $6 AND $7 = $7 AND $8 IS NOT DISTINCT FROM $8")]),
    ("an undo of anybody's change is sent", "TwoMessagesTest", "*aVersionThatWasNotSeen*",
     [(STORE, "e.version = a.version AND e.who = session_user", "e.version = a.version")]),
    ("no lock by anyone", "IsolationTest", "*bookWithBook*",
     [(TRANSACTION, " FOR UPDATE\"", "\""), (GUARD, " FOR NO KEY UPDATE", "")]),
    ("locks in any order", "TransactionManagerTest", "*locksMustNotFallInRank*",
     [(TRANSACTION, "if (!m_locks.isEmpty() && lock < m_locks.constLast())", "if (false)")]),
    ("no retry", "TransactionManagerTest", "*aDeadlockIsRetried*",
     [(MANAGER, "if (conflicts == mostAttempts || isInterrupted())", "if (true)")]),
    ("no second wait for a lock", "TransactionManagerTest", "*aHeldLockIsWaitedForTwice*",
     [(MANAGER, "if (++lockTimeouts > 1 || isInterrupted())", "if (++lockTimeouts > 0)")]),
    ("an id used for something else", "TransactionManagerTest", "*AreAMismatch*",
     [(MANAGER, "|| rows.at(0).get<QString>(1) != operation.argsHash", "")]),
    ("an unknown outcome is taken for a refusal", "LostConnectionTest", "*",
     [(MANAGER, "attempt.end = Attempt::End::Unknown;", "attempt.end = Attempt::End::Lost;")]),
    ("a swallowed error is committed", "TransactionManagerTest", "*aSwallowedError*",
     [(MANAGER, "if (transaction.m_failure)\n            throw SqlError(",
       "if (false)\n            throw SqlError("),
      ("src/database/Connection.cpp", "m_database.commit()", "QSqlQuery(m_database).exec(u\"COMMIT\"_s)")]),
    ("a row is removed whatever its version", "MasterDataTest", "*NotRemoved*",
     [("src/services/schedules/ScheduleStore.cpp",
       "WHERE id = $1 AND version = $2 AND active RETURNING id", "WHERE id = $1 AND $2 = $2 AND active RETURNING id")]),
    ("a migration waits before everybody", "FunctionSetTest", "*aReaderDelays*",
     [("src/database/MigrationRunner.cpp", "SET LOCAL lock_timeout = '1s'", "SELECT 1")]),
    ("keys meet whom nobody names", "CurrentVisitTest", "*NamesAnother*:*Shelf*",
     [("src/views/shell/PageStack.cpp", "m_active->setActive(!beside);", "")]),
    ("keys meet another than the card names", "CurrentVisitTest", "*Bell:*Hidden",
     [("src/views/calendar/CalendarPage.cpp", "const AppointmentRow *row = m_card->row();",
       "const AppointmentRow *row = nullptr;")]),
    ("a double press is two", "PageStackTest", "*SecondPress*",
     [("src/views/shell/Page.cpp", "return isSecond;", "return isSecond && false;")]),
    ("a held key goes on", "PageStackTest", "*aHeldKey*",
     [("src/views/shell/Page.cpp", "|| HeldKey::isRepeat() ||", "||")]),
    ("who is out of sight is acted on", "CurrentVisitTest", "*OutOfSight*",
     [("src/views/calendar/CalendarPage.cpp", "if (isCardOpen() || m_agenda->isSelectionSeen())", "if (true)")]),
    ("another week chooses somebody", "CurrentVisitTest", "*anotherDoctorsWeek*",
     [("src/views/calendar/CalendarViews.cpp", "m_parts.agenda->placeCursor(", "m_parts.agenda->setCursor(")]),
    ("the next row is taken for chosen", "DoctorWindowTest", "*HandledElsewhere*",
     [("src/widgets/RowList.cpp", "selectionModel()->clearSelection();", "")]),
]


def program_of(build, suite):
    """The program that holds a suite, as ctest starts it."""
    for file in build.glob("tests/**/CTestTestfile.cmake"):
        if found := re.search(rf'^add_test\(\[=\[{suite}\]=\] "([^"]+)"', file.read_text(), re.M):
            return pathlib.Path(found[1])
    sys.exit(f"no suite {suite} in {build}")


def run_suite(build, suite, tests, mutation=None):
    """The tests that failed; None when the suite did not get so far."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    if mutation:
        environment["CLINICDESK_TEST_MUTATION"] = str(mutation)
    done = subprocess.run([program_of(build, suite), suite, f"--gtest_filter={tests}"], env=environment, text=True,
                          capture_output=True, timeout=600)
    text = done.stdout + done.stderr
    if not re.search(r"Running [1-9]\d* test", text) or "[==========] Running" not in text:
        return None, text
    failed = sorted(set(re.findall(r"^\[  FAILED  \] (\w+\.\w+)(?:, | \(|$)", text, re.M)))
    return (failed, text) if done.returncode == 0 or failed else (None, text)


def report(name, failed, text):
    if failed is None:
        print(f"BROKEN   {name}\n{text[-2000:]}")
    elif failed:
        print(f"noticed  {name}: {', '.join(failed)}")
    else:
        print(f"MISSED   {name}")
    sys.stdout.flush()
    return bool(failed)


def mutate_database(build, chosen):
    good = True
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
        os.chmod(file.name, 0o644)
        for name, suite, tests, sql in DATABASE:
            if not chosen(name):
                continue
            file.seek(0)
            file.truncate()
            file.write(sql)
            file.flush()
            good &= report(name, *run_suite(build, suite, tests, file.name))
    return good


def build_suite(build, suite):
    """What the compiler said when it refused; nothing when it did not."""
    done = subprocess.run(["cmake", "--build", str(build), "--target", program_of(build, suite).name], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return "" if done.returncode == 0 else done.stdout


def mutate_program(chosen):
    good = True
    with tempfile.TemporaryDirectory(prefix="clinicdesk-mutations-") as folder:
        copy = pathlib.Path(folder) / "source"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns("build", ".git"))
        os.chmod(folder, 0o755)
        subprocess.run(["cmake", "--preset", "quick", "-S", str(copy)], check=True, cwd=copy,
                       stdout=subprocess.DEVNULL)
        build = copy / "build/quick"
        for name, suite, tests, edits in PROGRAM:
            if not chosen(name):
                continue
            kept = {}
            for path, old, new in edits:
                text = (copy / path).read_text()
                if old not in text:
                    sys.exit(f"nothing to replace in {path} for: {name}")
                kept.setdefault(path, text)
                (copy / path).write_text(text.replace(old, new))
            refusal = build_suite(build, suite)
            good &= report(name, *((None, refusal) if refusal else run_suite(build, suite, tests)))
            for path, text in kept.items():
                (copy / path).write_text(text)
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/quick")
    parser.add_argument("--program", action="store_true")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()

    def chosen(name):
        return not options.names or any(word in name for word in options.names)

    good = mutate_database(options.build, chosen)
    if options.program:
        good &= mutate_program(chosen)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
