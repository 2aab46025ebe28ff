#include "ctl/Berlin.h"
#include "ctl/ReadingFixture.h"
#include "ctl/appointments/AppointmentArguments.h"
#include "ctl/patients/PatientArguments.h"
#include "ctl/schedules/ScheduleArguments.h"
#include "ctl/server/ServerArguments.h"
#include "ctl/settings/SettingArguments.h"
#include "ctl/staff/StaffArguments.h"

using namespace ClinicDesk;
using namespace ClinicDesk::Ctl;
using namespace Qt::StringLiterals;

namespace {

const QString uuid = u"1f0c0f0e-5f0a-4a63-9d5f-0123456789ab"_s;

/// What each reader makes of its arguments.
class CommandReading : public Reading
{
};

QDateTime utc(int year, int month, int day, int hour, int minute)
{
    return {QDate(year, month, day), QTime(hour, minute), Qt::UTC};
}

} // namespace

TEST_F(CommandReading, aBookingHoldsWhatWasTyped)
{
    const auto booking = readBooking(arguments({u"book"_s,
                                                u"--doctor"_s,
                                                u"osei"_s,
                                                u"--patient"_s,
                                                u"MR-2026-000001"_s,
                                                u"--start"_s,
                                                u"2026-11-24T10:20"_s,
                                                u"--minutes"_s,
                                                u"40"_s,
                                                u"--type"_s,
                                                u"Check-up"_s,
                                                u"--room"_s,
                                                u"2"_s,
                                                u"--reason"_s,
                                                u"cough"_s,
                                                u"--operation"_s,
                                                uuid,
                                                u"--override"_s,
                                                u"hours"_s,
                                                u"--because"_s,
                                                u"night shift"_s}));
    ASSERT_TRUE(booking);
    EXPECT_EQ(booking->operation, QUuid(uuid));
    EXPECT_EQ(booking->doctor, u"osei"_s);
    EXPECT_EQ(booking->patient, u"MR-2026-000001"_s);
    EXPECT_EQ(booking->start.at(berlin), utc(2026, 11, 24, 9, 20));
    EXPECT_EQ(booking->minutes, 40);
    EXPECT_EQ(booking->visitType, u"Check-up"_s);
    EXPECT_EQ(booking->room, u"2"_s);
    EXPECT_EQ(booking->reason, u"cough"_s);
    EXPECT_EQ(booking->override, (RuleOverride {u"hours"_s, u"night shift"_s}));
}

TEST_F(CommandReading, aBookingWithoutIdGetsOneOfItsOwn)
{
    const QStringList words {u"book"_s,    u"--doctor"_s,         u"1"_s, u"--patient"_s, u"2"_s,
                             u"--start"_s, u"2026-11-24T10:20Z"_s};
    const auto one = readBooking(arguments(words));
    const auto two = readBooking(arguments(words));
    ASSERT_TRUE(one && two);
    EXPECT_FALSE(one->operation.isNull());
    EXPECT_NE(one->operation, two->operation);
    EXPECT_EQ(one->minutes, std::nullopt) << "the type's or the doctor's slot";
    EXPECT_EQ(one->override, std::nullopt);
}

TEST_F(CommandReading, everyComplaintIsNamedAtOnce)
{
    const auto fields = complaints(lineOf(u"book"_s,
                                          {u"--start"_s, u"soon"_s, u"--minutes"_s, u"0"_s,
                                           u"--operation"_s, u"x"_s, u"--because"_s, u"alone"_s}));
    EXPECT_EQ(fields,
              (QMap<QString, QString> {{u"doctor"_s, u"missing"_s},
                                       {u"patient"_s, u"missing"_s},
                                       {u"start"_s, u"format"_s},
                                       {u"minutes"_s, u"range"_s},
                                       {u"operation"_s, u"format"_s},
                                       {u"override"_s, u"missing"_s}}));
}

TEST_F(CommandReading, aTimeWithoutOffsetIsTheClinics)
{
    const auto at = [](const QString &start) {
        const auto booking = readBooking(arguments(
            {u"book"_s, u"--doctor"_s, u"1"_s, u"--patient"_s, u"2"_s, u"--start"_s, start}));
        EXPECT_TRUE(booking) << qPrintable(start);
        return booking ? booking->start.at(berlin) : std::nullopt;
    };
    EXPECT_EQ(at(u"2027-03-28T02:30"_s), std::nullopt) << "the clock skips that half hour";
    EXPECT_EQ(at(u"2027-03-28T02:30+01:00"_s), utc(2027, 3, 28, 1, 30))
        << "an instant all the same";
    EXPECT_EQ(at(u"2026-10-25T02:30"_s), utc(2026, 10, 25, 0, 30)) << "the first of the two";
    EXPECT_EQ(at(u"2026-10-25T02:30+01:00"_s), utc(2026, 10, 25, 1, 30)) << "the second";
    EXPECT_EQ(at(u"2026-11-24 10:20"_s), utc(2026, 11, 24, 9, 20));
}

TEST_F(CommandReading, aMoveNamesSomething)
{
    EXPECT_EQ(complaints(lineOf(u"move"_s, {u"7"_s, u"--version"_s, u"2"_s})),
              (QMap<QString, QString> {{u"start"_s, u"missing"_s}}));
    const QList<QStringList> each {{u"--start"_s, u"2026-11-24T10:20"_s},
                                   {u"--minutes"_s, u"30"_s},
                                   {u"--doctor"_s, u"osei"_s},
                                   {u"--room"_s, u"1"_s},
                                   {u"--no-room"_s}};
    for (const QStringList &named : each)
        EXPECT_TRUE(readMove(arguments(QStringList {u"move"_s, u"7"_s} + named)))
            << qPrintable(named.join(u' '));
    const auto move
        = readMove(arguments({u"move"_s, u"7"_s, u"--no-room"_s, u"--version"_s, u"2"_s}));
    ASSERT_TRUE(move);
    EXPECT_EQ(move->appointment, AppointmentId {7});
    EXPECT_TRUE(move->clearRoom);
    EXPECT_EQ(move->version, 2);
    EXPECT_EQ(move->start, std::nullopt);
}

TEST_F(CommandReading, eachStatusCommandAsksForItsStatus)
{
    const auto request = readStatusTo<AppointmentStatus::Rejected>(
        arguments({u"reject"_s, u"7"_s, u"--reason"_s, u"full"_s, u"--version"_s, u"3"_s}));
    ASSERT_TRUE(request);
    EXPECT_EQ(request->to, AppointmentStatus::Rejected);
    EXPECT_EQ(request->appointment, AppointmentId {7});
    EXPECT_EQ(request->reason, u"full"_s);
    EXPECT_EQ(request->version, 3);
    const auto undo = readAppointmentRequest(arguments({u"undo"_s, u"8"_s}));
    ASSERT_TRUE(undo);
    EXPECT_EQ(undo->appointment, AppointmentId {8});
    EXPECT_EQ(undo->version, std::nullopt);
}

TEST_F(CommandReading, slotsTakeSeveralDoctors)
{
    const auto several
        = readSlots(arguments({u"slots"_s, u"--doctor"_s, u"osei"_s, u"--doctor=ba"_s}));
    ASSERT_TRUE(several);
    EXPECT_EQ(several->doctors, (QStringList {u"osei"_s, u"ba"_s}));
    const auto all = readSlots(arguments({u"slots"_s}));
    ASSERT_TRUE(all);
    EXPECT_TRUE(all->doctors.isEmpty());
    EXPECT_EQ(all->from, std::nullopt);
    EXPECT_EQ(all->days, 1);
    EXPECT_EQ(all->minutes, 0);
}

TEST_F(CommandReading, hoursEndAtMidnightButDoNotBeginThere)
{
    const QStringList words {u"hours"_s, u"add"_s,       u"--doctor"_s,
                             u"osei"_s,  u"--weekday"_s, u"7"_s};
    const auto hours = readNewHours(
        lineOf(u"hours add"_s,
               words.mid(2) + QStringList {u"--from"_s, u"20:00"_s, u"--to"_s, u"24:00"_s})
            .arguments);
    ASSERT_TRUE(hours);
    WeeklyHours range;
    hours->applyTo(range);
    EXPECT_EQ(range.from, QTime(20, 0));
    EXPECT_FALSE(range.to.isValid()) << "24:00";
    EXPECT_EQ(range.weekday, 7);
    EXPECT_EQ(range.slotMinutes, 20) << "what is not named stays";
    EXPECT_EQ(complaints(lineOf(
                  u"hours add"_s,
                  words.mid(2) + QStringList {u"--from"_s, u"24:00"_s, u"--to"_s, u"24:00"_s})),
              (QMap<QString, QString> {{u"from"_s, u"format"_s}}));
    EXPECT_EQ(complaints(lineOf(u"hours set"_s, {u"7"_s, u"--to"_s, u"24:01"_s})),
              (QMap<QString, QString> {{u"to"_s, u"format"_s}}));
}

TEST_F(CommandReading, hoursThatChangeKeepWhatIsNotNamed)
{
    const auto typed
        = readChangedHours(lineOf(u"hours set"_s, {u"7"_s, u"--slot"_s, u"15"_s}).arguments);
    ASSERT_TRUE(typed);
    EXPECT_EQ(typed->id, WeeklyHoursId {7});
    WeeklyHours range {.id = {7},
                       .doctor = {1},
                       .weekday = 3,
                       .from = QTime(8, 0),
                       .to = QTime(),
                       .slotMinutes = 20};
    WeeklyHours expected = range;
    expected.slotMinutes = 15;
    typed->applyTo(range);
    EXPECT_EQ(range, expected);
}

TEST_F(CommandReading, anExceptionRefusesATimeThatTheClockSkips)
{
    const auto leave = [](const QString &start, const QString &end) {
        const auto typed
            = readNewException(lineOf(u"exceptions add"_s,
                                      {u"--doctor"_s, u"osei"_s, u"--kind"_s, u"extra"_s,
                                       u"--start"_s, start, u"--end"_s, end})
                                   .arguments);
        EXPECT_TRUE(typed);
        ScheduleException exception;
        const Result<bool> applied = typed->applyTo(exception, berlin);
        EXPECT_EQ(exception.kind, ExceptionKind::Extra);
        if (applied)
            return QMap<QString, QString>();
        return applied.error().as<ValidationDetails>()->fields;
    };
    const QString gap = u"2027-03-28T02:30"_s;
    const QMap<QString, QString> none;
    EXPECT_EQ(leave(gap, u"2027-03-28T05:00"_s),
              (QMap<QString, QString> {{u"start"_s, u"invalid_time"_s}}));
    EXPECT_EQ(leave(u"2027-03-28T01:00"_s, gap),
              (QMap<QString, QString> {{u"end"_s, u"invalid_time"_s}}));
    EXPECT_EQ(leave(u"2027-03-28T01:00"_s, u"2027-03-28T03:00"_s), none);
}

TEST_F(CommandReading, aPatientKeepsWhatIsNotNamed)
{
    const auto typed = readChangedPatient(lineOf(u"patients edit"_s,
                                                 {u"MR-2026-000004"_s, u"--phone"_s, u""_s,
                                                  u"--active"_s, u"no"_s, u"--version"_s, u"4"_s})
                                              .arguments);
    ASSERT_TRUE(typed);
    EXPECT_EQ(typed->key, u"MR-2026-000004"_s);
    Patient patient;
    patient.familyName = u"Kim"_s;
    patient.phone = u"555"_s;
    patient.version = 9;
    typed->applyTo(patient);
    EXPECT_EQ(patient.familyName, u"Kim"_s);
    EXPECT_EQ(patient.phone, u""_s) << "an empty text is a text";
    EXPECT_FALSE(patient.active);
    EXPECT_EQ(patient.version, 4) << "the one that was seen";
}

TEST_F(CommandReading, aSearchIsAllItsWords)
{
    const auto search
        = readPatientSearch(lineOf(u"patients find"_s, {u"kim"_s, u"1985"_s}).arguments);
    ASSERT_TRUE(search);
    EXPECT_EQ(search->words, u"kim 1985"_s);
    EXPECT_EQ(search->limit, 20);
}

TEST_F(CommandReading, aRemovalClosesAndChangesNothingElse)
{
    const auto room = readRoomRemoval(lineOf(u"rooms remove"_s, {u"3"_s}).arguments);
    ASSERT_TRUE(room);
    EXPECT_EQ(room->id, RoomId {3});
    EXPECT_EQ(room->active, false);
    EXPECT_EQ(room->name, std::nullopt);
    const auto type = readVisitTypeRemoval(lineOf(u"types remove"_s, {u"2"_s}).arguments);
    ASSERT_TRUE(type);
    EXPECT_EQ(type->active, false);
    EXPECT_EQ(type->minutes, std::nullopt);
    const auto doctor = readDoctorRemoval(lineOf(u"doctors remove"_s, {u"ba"_s}).arguments);
    ASSERT_TRUE(doctor);
    Doctor changed;
    doctor->applyTo(changed);
    Doctor expected;
    expected.acceptsAppointments = false;
    EXPECT_EQ(changed, expected);
}

TEST_F(CommandReading, aLoginHasARole)
{
    const auto login = readNewStaff(lineOf(u"staff add"_s,
                                           {u"--login"_s, u"maya"_s, u"--name"_s, u"Maya Lund"_s,
                                            u"--role"_s, u"administrator"_s})
                                        .arguments);
    ASSERT_TRUE(login);
    EXPECT_EQ(login->person.login, u"maya"_s);
    EXPECT_EQ(login->person.role, StaffRole::Administrator);
    EXPECT_EQ(login->passwordFile, std::nullopt) << "from stdin";
}

TEST_F(CommandReading, aProofHasTwoConnectionsForEachDoctor)
{
    EXPECT_EQ(complaints(lineOf(u"prove"_s, {u"--connections"_s, u"8"_s, u"--doctors"_s, u"5"_s})),
              (QMap<QString, QString> {{u"doctors"_s, u"range"_s}}));
    const auto options
        = readProof(arguments({u"prove"_s, u"--connections"_s, u"8"_s, u"--doctors"_s, u"4"_s}));
    ASSERT_TRUE(options);
    EXPECT_EQ(options->connections, 8);
    EXPECT_EQ(complaints(lineOf(u"demo-data"_s, {u"--doctors"_s, u"9"_s, u"--patients"_s, u"8"_s})),
              (QMap<QString, QString> {{u"patients"_s, u"range"_s}}));
}

// --- The command line

TEST_F(CommandReading, globalOptionsStandBeforeOrAfterTheCommand)
{
    const QList<QStringList> lines {{u"--json"_s, u"--desk"_s, u"D1"_s, u"--url=postgresql://x/y"_s,
                                     u"hours"_s, u"list"_s, u"--doctor"_s, u"ba"_s},
                                    {u"hours"_s, u"list"_s, u"--doctor"_s, u"ba"_s, u"--url"_s,
                                     u"postgresql://x/y"_s, u"--desk=D1"_s, u"--json"_s}};
    for (const QStringList &words : lines) {
        const CommandLine line = CommandLine::read(words, commands());
        ASSERT_EQ(line.wants, CommandLine::Wants::Run) << qPrintable(line.complaint);
        EXPECT_EQ(line.command->name, u"hours list"_s);
        EXPECT_TRUE(line.json);
        EXPECT_EQ(line.arguments.text(u"desk"_s), u"D1"_s);
        EXPECT_EQ(line.arguments.text(u"url"_s), u"postgresql://x/y"_s);
        EXPECT_EQ(line.arguments.text(u"doctor"_s), u"ba"_s);
    }
    const CommandLine twice
        = CommandLine::read({u"--desk"_s, u"a"_s, u"day"_s, u"--desk"_s, u"b"_s}, commands());
    EXPECT_EQ(complaints(twice), (QMap<QString, QString> {{u"desk"_s, u"doubled"_s}}));
    EXPECT_TRUE(
        complaints(CommandLine::read({u"--json"_s, u"day"_s, u"--json"_s}, commands())).isEmpty());
}

TEST_F(CommandReading, asksForHelpVersionOrNothing)
{
    using Wants = CommandLine::Wants;
    const auto wants
        = [](const QStringList &words) { return CommandLine::read(words, commands()).wants; };
    EXPECT_EQ(wants({}), Wants::Command);
    EXPECT_EQ(wants({u"--json"_s}), Wants::Command);
    for (const QString &word : {u"--help"_s, u"-h"_s, u"help"_s})
        EXPECT_EQ(wants({word}), Wants::Overview);
    EXPECT_EQ(wants({u"--version"_s}), Wants::Version);
    EXPECT_EQ(wants({u"book"_s, u"--help"_s}), Wants::Help);
    EXPECT_EQ(wants({u"--json"_s, u"rooms"_s, u"add"_s, u"-h"_s}), Wants::Help);
}

TEST_F(CommandReading, refusesACommandThatItDoesNotKnow)
{
    for (const QStringList &words : {QStringList {u"nonsense"_s}, QStringList {u"rooms"_s},
                                     QStringList {u"rooms"_s, u"burn"_s},
                                     QStringList {u"x"_s.repeated(10'000)}, QStringList {u""_s}}) {
        const CommandLine line = CommandLine::read(words + QStringList {u"--json"_s}, commands());
        EXPECT_EQ(line.wants, CommandLine::Wants::Correction);
        EXPECT_TRUE(line.complaint.startsWith(u"unknown command \""_s));
        EXPECT_LT(line.complaint.size(), 200);
        EXPECT_TRUE(line.json) << "the complaint is JSON, too";
    }
}

TEST_F(CommandReading, afterTwoDashesAllAreWords)
{
    const CommandLine line = CommandLine::read(
        {u"--desk"_s, u"a"_s, u"patients"_s, u"find"_s, u"--"_s, u"--json"_s}, commands());
    ASSERT_EQ(line.wants, CommandLine::Wants::Run);
    EXPECT_EQ(line.arguments.words(), QStringList {u"--json"_s});
    EXPECT_FALSE(line.json);
}
