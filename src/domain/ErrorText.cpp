#include "domain/ErrorText.h"

#include "domain/RuleText.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// Composes one error's sentences for one reader's clock.
class Composer
{
public:
    Composer(const Error &error, const QTimeZone &zone, const QDateTime &now)
        : m_error(error)
        , m_zone(zone)
        , m_now(now)
    {
    }

    [[nodiscard]] QString text() const;

private:
    [[nodiscard]] QString slotTaken() const;
    [[nodiscard]] QString otherVisit() const;
    [[nodiscard]] QString booking() const;
    [[nodiscard]] QString row() const;
    [[nodiscard]] QString validation() const;
    [[nodiscard]] QString busy() const;
    [[nodiscard]] QString general() const;

    /// "10:20" today, "Tue 24-Nov-2026, 10:20" on another day.
    [[nodiscard]] QString time(const QDateTime &instant) const;
    [[nodiscard]] QString ago(const QDateTime &instant) const;
    [[nodiscard]] QString nextFree(const QList<FreeSlot> &free, const QString &otherwise) const;
    [[nodiscard]] QString doctorName() const;
    [[nodiscard]] static QString personAt(const QString &who, const QString &desk);

    const Error &m_error;
    const QTimeZone &m_zone;
    const QDateTime &m_now;
};

QString Composer::time(const QDateTime &instant) const
{
    const QDateTime local = instant.toTimeZone(m_zone);
    const QString clock = local.toString(u"HH:mm"_s);
    if (local.date() == m_now.toTimeZone(m_zone).date())
        return clock;
    const QString day
        = QLocale().toString(local.date(), ErrorText::tr("ddd dd-MMM-yyyy", "date pattern"));
    return ErrorText::tr("%1, %2", "date, time").arg(day, clock);
}

QString Composer::ago(const QDateTime &instant) const
{
    // "0 s ago" reads like a mistake.
    const qint64 seconds = std::max<qint64>(1, instant.secsTo(m_now));
    if (seconds < 60)
        return ErrorText::tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return ErrorText::tr("%1 min ago").arg(seconds / 60);
    return ErrorText::tr("at %1", "at a time").arg(time(instant));
}

QString Composer::nextFree(const QList<FreeSlot> &free, const QString &otherwise) const
{
    return free.isEmpty() ? otherwise
                          : ErrorText::tr("Next free: %1.").arg(time(free.constFirst().start));
}

QString Composer::personAt(const QString &who, const QString &desk)
{
    return desk.isEmpty() ? who : ErrorText::tr("%1 at %2", "person at desk").arg(who, desk);
}

QString Composer::doctorName() const
{
    QString name;
    if (const auto *rule = m_error.as<RuleDetails>())
        name = rule->doctorName;
    else if (const auto *visit = m_error.as<OtherVisitDetails>())
        name = visit->doctorName;
    return name.isEmpty() ? ErrorText::tr("The doctor") : name;
}

QString Composer::slotTaken() const
{
    const QString choose = ErrorText::tr("Choose another time.");
    const auto *details = m_error.as<SlotTakenDetails>();
    if (!details || !details->start.isValid())
        return ErrorText::tr("That time has just been taken.") + u' ' + choose;
    const QString start = details->doctorName.isEmpty()
        ? time(details->start)
        : ErrorText::tr("%1 with %2", "time with doctor")
              .arg(time(details->start), details->doctorName);
    const QString next = nextFree(details->nextFree, choose);
    const QString who = personAt(details->takenBy, details->desk);
    if (details->takenBy.isEmpty())
        return ErrorText::tr("%1 was taken a moment ago and may be free again.").arg(start) + u' '
            + next;
    if (details->held)
        return ErrorText::tr("%1 is being booked by %2.").arg(start, who) + u' ' + next;
    QString text = ErrorText::tr("%1 is already taken.").arg(start);
    if (details->since && details->since->secsTo(m_now) < 60)
        text = ErrorText::tr("%1 has just been taken.").arg(start);
    if (details->since)
        text += u' ' + ErrorText::tr("%1 booked it %2.").arg(who, ago(*details->since));
    return text + u' ' + next;
}

QString Composer::otherVisit() const
{
    const auto *visit = m_error.as<OtherVisitDetails>();
    const bool isKnown = visit && visit->start.isValid() && !visit->doctorName.isEmpty();
    if (m_error.kind == ErrorKind::VisitInProgress)
        return ErrorText::tr("%1 already has a visit in progress. Complete that one first.")
            .arg(doctorName());
    if (m_error.kind == ErrorKind::PatientBusy)
        return isKnown ? ErrorText::tr("The patient already has an appointment at %1 with %2. "
                                       "Choose another time or move that one.")
                             .arg(time(visit->start), visit->doctorName)
                       : ErrorText::tr("The patient already has an appointment at that time. "
                                       "Choose another time or move that one.");
    QString text = isKnown
        ? ErrorText::tr("The room is taken at %1 by %2.").arg(time(visit->start), visit->doctorName)
        : ErrorText::tr("The room is taken at that time.");
    if (!visit || visit->freeRooms.isEmpty())
        return text + u' ' + ErrorText::tr("Choose another time or no room.");
    QStringList names;
    for (const Room &room : visit->freeRooms)
        names.append(room.name);
    return text + u' '
        + ErrorText::tr("Free rooms: %1. Choose one of them.").arg(names.mid(0, 5).join(u", "_s));
}

QString Composer::booking() const
{
    const auto *details = m_error.as<RuleDetails>();
    const QList<FreeSlot> free = details ? details->nextFree : QList<FreeSlot>();
    QString text = textOfRule(m_error.rule);
    QString otherwise = ErrorText::tr("Choose another time.");
    switch (m_error.kind) {
    case ErrorKind::DoctorUnavailable:
        text = ErrorText::tr("%1 takes no appointments then.").arg(doctorName());
        otherwise = ErrorText::tr("Choose another doctor.");
        break;
    case ErrorKind::DayFull:
        text = ErrorText::tr("%1 has no room for more appointments that day.").arg(doctorName());
        otherwise = ErrorText::tr("Choose another day.");
        break;
    case ErrorKind::ClinicClosed:
        text = textOfRule(u"clinic_closed"_s);
        otherwise = ErrorText::tr("Choose another day.");
        break;
    case ErrorKind::OutsideHours:
        if (m_error.rule == "on_leave"_L1)
            text = ErrorText::tr("%1 is away then.").arg(doctorName());
        else if (text.isEmpty())
            text = ErrorText::tr("%1 does not work then.").arg(doctorName());
        break;
    default:
        if (!text.isEmpty())
            return text;
        text = m_error.kind == ErrorKind::TooLate
            ? ErrorText::tr("%1 cannot be booked that far ahead.").arg(doctorName())
            : ErrorText::tr("%1 needs more notice.").arg(doctorName());
    }
    return text + u' ' + nextFree(free, otherwise);
}

QString Composer::row() const
{
    const auto *details = m_error.as<RowDetails>();
    QString who = details ? details->changedBy : QString();
    if (who.isEmpty())
        who = ErrorText::tr("Somebody");
    const QString when
        = details && details->changedAt ? u' ' + ago(*details->changedAt) : QString();
    if (m_error.kind == ErrorKind::StaleRow && m_error.rule == "undo"_L1)
        return ErrorText::tr("%1 changed this appointment%2, so your change cannot be undone. Look "
                             "at it again.",
                             "%2: ' 4 s ago' or nothing")
            .arg(who, when);
    if (m_error.kind == ErrorKind::StaleRow && m_error.rule == "appointment"_L1)
        return ErrorText::tr("%1 changed this appointment%2. Look at it again.",
                             "%2: ' 4 s ago' or nothing")
            .arg(who, when);
    if (m_error.kind == ErrorKind::StaleRow)
        return ErrorText::tr("%1 changed this%2. Compare before you save.",
                             "%2: ' 4 s ago' or nothing")
            .arg(who, when);
    const QString byRule = textOfRule(m_error.rule);
    if (!byRule.isEmpty())
        return byRule;
    if (!details)
        return ErrorText::tr(
            "This appointment can no longer be changed that way. Look at it again.");
    const QHash<AppointmentStatus, QString> words {
        {AppointmentStatus::Pending, ErrorText::tr("pending")},
        {AppointmentStatus::Confirmed, ErrorText::tr("confirmed")},
        {AppointmentStatus::InProgress, ErrorText::tr("in progress")},
        {AppointmentStatus::Completed, ErrorText::tr("completed")},
        {AppointmentStatus::Cancelled, ErrorText::tr("cancelled")},
        {AppointmentStatus::Rejected, ErrorText::tr("rejected")},
        {AppointmentStatus::NoShow, ErrorText::tr("a no-show")},
    };
    return ErrorText::tr("This appointment is %1. %2 changed it%3. Look at it again.",
                         "%3: ' 4 s ago' or nothing")
        .arg(words.value(details->now), who, when);
}

QString Composer::validation() const
{
    const QString byRule = textOfRule(m_error.rule);
    if (!byRule.isEmpty())
        return byRule;
    QStringList sentences;
    if (const auto *details = m_error.as<ValidationDetails>()) {
        for (auto field = details->fields.cbegin(); field != details->fields.cend(); ++field)
            sentences.append(fieldErrorText(field.key(), field.value()));
    }
    sentences.removeDuplicates();
    return sentences.isEmpty()
        ? ErrorText::tr("An entry is missing or not complete. Check what you typed.")
        : sentences.join(u' ');
}

QString Composer::busy() const
{
    const QString byRule = textOfRule(m_error.rule);
    if (!byRule.isEmpty())
        return byRule;
    const auto *details = m_error.as<BusyDetails>();
    if (!details || details->heldBy.isEmpty())
        return ErrorText::tr(
            "Somebody else is changing the same record, so nothing was changed. Try again.");
    return ErrorText::tr("%1 is changing the same record, so nothing was changed. Try again.")
        .arg(personAt(details->heldBy, details->desk));
}

QString Composer::general() const
{
    const QString byRule = textOfRule(m_error.rule);
    switch (m_error.kind) {
    case ErrorKind::PatientUnavailable:
        return ErrorText::tr(
            "This patient's record is closed. Open another record or make it active again.");
    case ErrorKind::NotFound:
        return ErrorText::tr(
            "It was not found, or is not yours to see. Check what you looked for.");
    case ErrorKind::OperationMismatch:
        return ErrorText::tr(
            "This request's number was used for something else, so nothing was changed. "
            "Close the form and begin again.");
    case ErrorKind::DuplicatePatient:
        return ErrorText::tr("Another patient's record has this national id. Open that record.");
    case ErrorKind::NotPermitted:
        return byRule.isEmpty()
            ? ErrorText::tr("Your role does not allow this. Ask the doctor or an administrator.")
            : byRule;
    case ErrorKind::RetriesExhausted:
        return ErrorText::tr("Others changed the same records at the same moment, so nothing was "
                             "changed. Try again.");
    case ErrorKind::Unreachable:
        return byRule.isEmpty()
            ? ErrorText::tr("No connection to the clinic's server, so nothing was changed. "
                            "Try again when it is back.")
            : byRule;
    case ErrorKind::OutcomeUnknown:
        return ErrorText::tr(
            "The connection broke while this was being saved; whether it was is not known yet. "
            "Do not enter it again: look first.");
    case ErrorKind::ProgramTooOld:
        return ErrorText::tr("This program is older than the clinic's database. Update ClinicDesk "
                             "on this computer.");
    case ErrorKind::ProgramTooNew:
        return ErrorText::tr("The clinic's database is older than this program. Ask the "
                             "administrator to update it.");
    case ErrorKind::SignInFailed:
        return byRule.isEmpty() ? ErrorText::tr("Name or password is wrong. Try again.") : byRule;
    case ErrorKind::ShuttingDown:
        return ErrorText::tr("ClinicDesk is closing, so nothing was changed.");
    default:
        break;
    }
    if (!byRule.isEmpty())
        return byRule;
    return m_error.incident.isEmpty()
        ? ErrorText::tr("Something went wrong, so nothing was changed. Tell your administrator.")
        : ErrorText::tr("Something went wrong, so nothing was changed. Tell your administrator "
                        "this number: %1.")
              .arg(m_error.incident);
}

QString Composer::text() const
{
    switch (m_error.kind) {
    case ErrorKind::SlotTaken:
        return slotTaken();
    case ErrorKind::PatientBusy:
    case ErrorKind::RoomBusy:
    case ErrorKind::VisitInProgress:
        return otherVisit();
    case ErrorKind::DoctorUnavailable:
    case ErrorKind::ClinicClosed:
    case ErrorKind::OutsideHours:
    case ErrorKind::TooSoon:
    case ErrorKind::TooLate:
    case ErrorKind::DayFull:
        return booking();
    case ErrorKind::InvalidTransition:
    case ErrorKind::StaleRow:
        return row();
    case ErrorKind::ValidationFailed:
        return validation();
    case ErrorKind::Busy:
        return busy();
    default:
        return general();
    }
}

} // namespace

QString errorText(const Error &error, const QTimeZone &zone, const QDateTime &now)
{
    return Composer(error, zone, now).text();
}

} // namespace ClinicDesk
