#pragma once

#include "domain/Id.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTime>

#include <optional>

namespace ClinicDesk {

// A `version` is set by the database and counts a row's changes; what is to be changed carries the
// one that was seen.

/// One range of a doctor's week, in the clinic's local time; `to` 24:00 is QTime() (invalid).
struct WeeklyHours
{
    WeeklyHoursId id;
    DoctorId doctor;
    int weekday = 1; ///< ISO: 1 Monday to 7 Sunday
    QTime from;
    QTime to;
    int slotMinutes = 20;
    int version = 0;

    bool operator==(const WeeklyHours &) const = default;
};

enum class ExceptionKind { Leave, Extra };

struct ScheduleException
{
    ScheduleExceptionId id;
    DoctorId doctor;
    ExceptionKind kind = ExceptionKind::Leave;
    QDateTime start;
    QDateTime end;
    int slotMinutes = 20;
    QString reason;
    int version = 0;

    bool operator==(const ScheduleException &) const = default;
};

struct ClosedDay
{
    QDate day;
    QString name;
    int version = 0;

    bool operator==(const ClosedDay &) const = default;
};

struct Room
{
    RoomId id;
    QString name;
    bool active = true;
    int version = 0;

    bool operator==(const Room &) const = default;
};

struct VisitType
{
    VisitTypeId id;
    QString name;
    int minutes = 20;
    QString colour;
    bool kioskBookable = false;
    bool active = true;
    int version = 0;

    bool operator==(const VisitType &) const = default;
};

/// A free time of one doctor.
struct FreeSlot
{
    DoctorId doctor;
    QDateTime start;
    QDateTime end;

    bool operator==(const FreeSlot &) const = default;
};

/// A span in which a doctor works (already less leave and closed days), with its grid.
struct OpenSpan
{
    DoctorId doctor;
    QDateTime start;
    QDateTime end;
    int slotMinutes = 20;

    bool operator==(const OpenSpan &) const = default;
};

/// A slot another desk keeps while it books.
struct SlotHold
{
    DoctorId doctor = {};
    QDateTime start = {};
    QDateTime end = {};
    QDateTime expiresAt = {};
    QString deskId = {};
    QString desk = {};
    QString who = {}; ///< display name
    bool mine = false; ///< held by this session's person and desk

    bool operator==(const SlotHold &) const = default;
};

} // namespace ClinicDesk
