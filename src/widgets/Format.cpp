#include "widgets/Format.h"

#include "domain/Patient.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Format {

namespace {

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

/// English month names from the C locale: en_GB writes "Sept", which breaks the column.
QLocale names()
{
    const QLocale locale;
    return locale.language() == QLocale::English ? QLocale::c() : locale;
}

bool isShownTwice(const QDateTime &local, const QTimeZone &zone)
{
    const int offset = zone.offsetFromUtc(local);
    const QDateTime hourEarlier = local.addSecs(-3600).toTimeZone(zone);
    const QDateTime hourLater = local.addSecs(3600).toTimeZone(zone);
    return (zone.offsetFromUtc(hourEarlier) - offset == 3600 && hourEarlier.time() == local.time())
        || (offset - zone.offsetFromUtc(hourLater) == 3600 && hourLater.time() == local.time());
}

QString plainTime(const QDateTime &instant, const QTimeZone &zone)
{
    const QDateTime local = instant.toTimeZone(zone);
    const QString time = local.time().toString(u"HH:mm"_s);
    if (!isShownTwice(local, zone))
        return time;
    const QString offset = local.toOffsetFromUtc(zone.offsetFromUtc(local)).timeZoneAbbreviation();
    return QString(time + u' ' + offset);
}

} // namespace

QString isolated(const QString &text)
{
    if (QGuiApplication::layoutDirection() != Qt::RightToLeft || text.isEmpty())
        return text;
    return QString(QChar(0x2066) + text + QChar(0x2069));
}

QString date(QDate day)
{
    return isolated(names().toString(day, Words::tr("dd-MMM-yyyy", "date pattern")));
}

QString dayAndDate(QDate day)
{
    return isolated(names().toString(day, Words::tr("ddd dd-MMM-yyyy", "date pattern")));
}

QString shortDay(QDate day)
{
    return isolated(names().toString(day, Words::tr("ddd dd-MMM", "date pattern")));
}

QString fullDay(QDate day)
{
    return isolated(names().toString(day, Words::tr("dddd dd-MMM-yyyy", "date pattern")));
}

QString dayRange(QDate first, QDate last)
{
    //: A range of days, "23-Nov to 29-Nov-2026"
    return Words::tr("%1 to %2", "days")
        .arg(isolated(names().toString(first, Words::tr("dd-MMM", "date pattern"))), date(last));
}

QString spokenDay(QDate day)
{
    return isolated(names().toString(day, Words::tr("dddd d MMMM", "date pattern")));
}

QString month(QDate day)
{
    return names().standaloneMonthName(day.month()) + u' ' + QString::number(day.year());
}

QString time(const QDateTime &instant, const QTimeZone &zone)
{
    return isolated(plainTime(instant, zone));
}

QString timeRange(const QDateTime &start, const QDateTime &end, const QTimeZone &zone)
{
    //: A range of times, "10:40 to 11:00"
    return Words::tr("%1 to %2").arg(time(start, zone), time(end, zone));
}

QString dateTime(const QDateTime &instant, const QTimeZone &zone)
{
    return dayAndDate(instant.toTimeZone(zone).date()) + u", "_s + time(instant, zone);
}

QString ago(const QDateTime &instant, const QDateTime &now, const QTimeZone &zone)
{
    // "0 s ago" reads like a mistake.
    const qint64 seconds = qMax<qint64>(1, instant.secsTo(now));
    if (seconds < 60)
        return Words::tr("%1 s ago").arg(isolated(QString::number(seconds)));
    if (seconds < 3600)
        return Words::tr("%1 min ago").arg(isolated(QString::number(seconds / 60)));
    if (instant.toTimeZone(zone).date() == now.toTimeZone(zone).date())
        return time(instant, zone);
    return dateTime(instant, zone);
}

QString born(QDate birthDate, QDate today)
{
    //: Birth date and age in years, "Born 14-Mar-1985 (41y)"
    return Words::tr("Born %1 (%2y)")
        .arg(date(birthDate), isolated(QString::number(ageInYears(birthDate, today))));
}

QString duration(int minutes)
{
    if (minutes < 60)
        return Words::tr("%1 min").arg(isolated(QString::number(minutes)));
    if (minutes % 60 == 0)
        return Words::tr("%1 h").arg(isolated(QString::number(minutes / 60)));
    return Words::tr("%1 h %2 min")
        .arg(isolated(QString::number(minutes / 60)), isolated(QString::number(minutes % 60)));
}

QString status(AppointmentStatus status, bool checkedIn)
{
    switch (status) {
    case AppointmentStatus::Pending:
        return Words::tr("pending");
    case AppointmentStatus::Confirmed:
        return checkedIn ? Words::tr("checked in") : Words::tr("confirmed");
    case AppointmentStatus::InProgress:
        return Words::tr("in progress");
    case AppointmentStatus::Completed:
        return Words::tr("completed");
    case AppointmentStatus::Cancelled:
        return Words::tr("cancelled");
    case AppointmentStatus::Rejected:
        return Words::tr("rejected");
    case AppointmentStatus::NoShow:
        return Words::tr("no-show");
    }
    Q_UNREACHABLE();
}

QString statusNote(AppointmentStatus status, const QString &note)
{
    // What the database writes for a booking that was undone.
    const QString words = note == u"undone" ? Words::tr("taken back") : note;
    //: A status and why: "cancelled: patient is ill"
    return Words::tr("%1: %2").arg(Format::status(status), words);
}

} // namespace ClinicDesk::Format
