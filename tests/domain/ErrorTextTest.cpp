#include "domain/ErrorText.h"

#include <gmock/gmock.h>

#include <QRegularExpression>

using namespace ClinicDesk;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone berlin("Europe/Berlin");
const QDateTime now(QDate(2026, 11, 24), QTime(9, 10), Qt::UTC); // 10:10 in Berlin

QString textOf(const Error &error)
{
    return errorText(error, berlin, now);
}

QString textOf(ErrorKind kind, const QString &rule = {}, const Error::Details &details = {})
{
    return textOf(Error {kind, rule, details, {}});
}

FreeSlot freeAt(const QDateTime &start)
{
    return FreeSlot {DoctorId {1}, start, start.addSecs(1200)};
}

SlotTakenDetails takenAtTenTwenty()
{
    SlotTakenDetails details;
    details.start = QDateTime(QDate(2026, 11, 24), QTime(9, 20), Qt::UTC);
    details.takenBy = u"Ben"_s;
    details.desk = u"desk 3"_s;
    details.since = now.addSecs(-2);
    return details;
}

} // namespace

TEST(ErrorText, saysWhoTookTheSlotAndWhen)
{
    EXPECT_EQ(
        textOf(ErrorKind::SlotTaken, u"doctor_busy"_s, takenAtTenTwenty()),
        u"10:20 has just been taken. Ben at desk 3 booked it 2 s ago. Choose another time."_s);
}

TEST(ErrorText, offersTheNextFreeTimeWithItsDay)
{
    SlotTakenDetails details = takenAtTenTwenty();
    details.since = now.addSecs(-600);
    details.nextFree = {freeAt(QDateTime(QDate(2026, 11, 30), QTime(8, 0), Qt::UTC))};
    EXPECT_EQ(
        textOf(ErrorKind::SlotTaken, {}, details),
        u"10:20 is already taken. Ben at desk 3 booked it 10 min ago. Next free: Mon 30-Nov-2026, 09:00."_s);
}

TEST(ErrorText, tellsAHoldFromABooking)
{
    SlotTakenDetails details = takenAtTenTwenty();
    details.held = true;
    EXPECT_EQ(textOf(ErrorKind::SlotTaken, u"held"_s, details),
              u"10:20 is being booked by Ben at desk 3. Choose another time."_s);
}

TEST(ErrorText, namesThePatientsOtherVisit)
{
    OtherVisitDetails details;
    details.start = QDateTime(QDate(2026, 11, 24), QTime(9, 30), Qt::UTC);
    details.doctorName = u"Dr Ba"_s;
    EXPECT_EQ(
        textOf(ErrorKind::PatientBusy, {}, details),
        u"The patient already has an appointment at 10:30 with Dr Ba. Choose another time or move that one."_s);
}

TEST(ErrorText, namesFreeRooms)
{
    OtherVisitDetails details;
    details.freeRooms
        = {Room {RoomId {1}, u"Room 2"_s, true}, Room {RoomId {2}, u"Room 4"_s, true}};
    EXPECT_EQ(textOf(ErrorKind::RoomBusy, {}, details),
              u"The room is taken at that time. Free rooms: Room 2, Room 4. Choose one of them."_s);
}

TEST(ErrorText, tellsLeaveFromHours)
{
    const RuleDetails details {u"Dr Osei"_s, {}};
    EXPECT_EQ(textOf(ErrorKind::OutsideHours, u"on_leave"_s, details),
              u"Dr Osei is away then. Choose another time."_s);
    EXPECT_EQ(textOf(ErrorKind::OutsideHours, u"outside_hours"_s, details),
              u"Dr Osei does not work then. Choose another time."_s);
}

TEST(ErrorText, saysWhoChangedTheRow)
{
    RowDetails details;
    details.now = AppointmentStatus::Completed;
    details.changedBy = u"Dr Ba"_s;
    details.changedAt = now.addSecs(-4);
    EXPECT_EQ(textOf(ErrorKind::StaleRow, {}, details),
              u"Dr Ba changed this 4 s ago. Compare before you save."_s);
    EXPECT_EQ(textOf(ErrorKind::InvalidTransition, u"step"_s, details),
              u"This appointment is completed. Dr Ba changed it 4 s ago. Look at it again."_s);
}

TEST(ErrorText, joinsFieldsOfAValidation)
{
    const ValidationDetails details {
        {{u"birth_date"_s, u"missing"_s}, {u"phone"_s, u"too_long"_s}}};
    EXPECT_EQ(textOf(ErrorKind::ValidationFailed, {}, details),
              u"Enter the patient's birth date. The phone number is too long. Shorten it."_s);
}

TEST(ErrorText, takesFieldNamesInEitherSpelling)
{
    EXPECT_EQ(fieldErrorText(u"familyName"_s, u"missing"_s), u"Enter the patient's family name."_s);
    EXPECT_EQ(fieldErrorText(u"national-id"_s, u"taken"_s),
              u"The national id is already in use. Choose another."_s);
}

TEST(ErrorText, namesTheTimeThatDoesNotExist)
{
    EXPECT_EQ(fieldErrorText(u"start"_s, u"invalid_time"_s),
              u"There is no such time on that day: the clocks change. Choose another time."_s);
    EXPECT_EQ(fieldErrorText(u"birth_date"_s, u"future"_s), u"Birth date must be in the past."_s);
}

TEST(ErrorText, givesTheIncidentOfAnInternalError)
{
    EXPECT_THAT(textOf(Error {ErrorKind::Internal, {}, {}, u"a1b2c3d4"_s}).toStdString(),
                testing::HasSubstr("a1b2c3d4"));
}

TEST(ErrorText, everyKindAndRuleReadsAsPlainSentences)
{
    static const QRegularExpression forbidden(
        u"please|sorry|oops|invalid|error|%\\d|(?<!Postgre)SQL|_"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QStringList rules {{},
                             u"past"_s,
                             u"lead_time"_s,
                             u"horizon"_s,
                             u"cut_off"_s,
                             u"unanswered"_s,
                             u"not_today"_s,
                             u"not_yet"_s,
                             u"step"_s,
                             u"undo"_s,
                             u"check_in"_s,
                             u"on_leave"_s,
                             u"no_postgresql"_s,
                             u"in_use"_s,
                             u"database"_s,
                             u"password"_s,
                             u"timeout"_s};
    for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
        for (const QString &rule : rules) {
            const QString text = textOf(ErrorKind(kind), rule);
            EXPECT_TRUE(text.endsWith(u'.')) << kind << text.toStdString();
            EXPECT_FALSE(forbidden.match(text).hasMatch()) << kind << text.toStdString();
        }
    }
}
