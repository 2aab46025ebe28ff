#pragma once

#include "domain/Appointment.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTimeZone>

/// How dates, times, people and statuses are written on the staff's screens. In a right-to-left
/// interface figures come wrapped as left-to-right isolates. GUI thread.
namespace ClinicDesk::Format {

/// `text` as a left-to-right isolate where the interface runs right to left, else as it is.
[[nodiscard]] QString isolated(const QString &text);

/// "24-Nov-2026"
[[nodiscard]] QString date(QDate day);
/// "Tue 24-Nov-2026"
[[nodiscard]] QString dayAndDate(QDate day);
/// "Tue 24-Nov"
[[nodiscard]] QString shortDay(QDate day);
/// "Tuesday 24-Nov-2026"
[[nodiscard]] QString fullDay(QDate day);
/// "23-Nov to 29-Nov-2026"
[[nodiscard]] QString dayRange(QDate first, QDate last);
/// "Tuesday 24 November"
[[nodiscard]] QString spokenDay(QDate day);
/// "November 2026"
[[nodiscard]] QString month(QDate day);
/// "10:40"; a time the clock shows twice that day carries its offset: "01:30 UTC+01:00".
[[nodiscard]] QString time(const QDateTime &instant, const QTimeZone &zone);
/// "10:40 to 11:00"
[[nodiscard]] QString timeRange(const QDateTime &start, const QDateTime &end,
                                const QTimeZone &zone);
/// "Tue 24-Nov-2026, 10:40"
[[nodiscard]] QString dateTime(const QDateTime &instant, const QTimeZone &zone);
/// "4 s ago", "12 min ago"; from an hour on the time, on another day date and time.
[[nodiscard]] QString ago(const QDateTime &instant, const QDateTime &now, const QTimeZone &zone);
/// "Born 14-Mar-1985 (41y)"
[[nodiscard]] QString born(QDate birthDate, QDate today);
/// "20 min", "1 h 30 min"
[[nodiscard]] QString duration(int minutes);
/// "pending", "confirmed", "checked in", "in progress", ...
[[nodiscard]] QString status(AppointmentStatus status, bool checkedIn = false);
/// "cancelled: patient is ill": the note with the status it belongs to; an undone booking in words.
[[nodiscard]] QString statusNote(AppointmentStatus status, const QString &note);

} // namespace ClinicDesk::Format
