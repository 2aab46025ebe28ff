#pragma once

#include "domain/Error.h"
#include "domain/Staff.h"
#include "services/appointments/AppointmentRequests.h"

#include <QHash>
#include <QSet>

#include <variant>

namespace ClinicDesk {

inline constexpr int minute = 60; ///< in seconds

/// What one person asks for, or the clock, as data: a list of steps can be run again, also with
/// steps left out. An appointment is named by the number of the operation that books it, so its id
/// in a step is that number and not the database's.
struct CheckIn
{
    AppointmentRequest request;
};
struct Undo
{
    AppointmentRequest request;
};
struct TakeHold
{
    DoctorId doctor;
    QDateTime start;
    QDateTime end;
};
struct ReleaseHold
{
};
/// The clinic's clock goes on, by more than the second that each step takes.
struct Wait
{
    int seconds = 0;
};

struct Step
{
    QString who; ///< a login; empty for the clock
    std::variant<BookRequest, StatusRequest, MoveRequest, CheckIn, Undo, TakeHold, ReleaseHold,
                 Wait>
        what;
};

/// A stretch of time, half open.
struct Stretch
{
    QDateTime start;
    QDateTime end;
};

/// One doctor's rules; the weekly hours are the clinic's for all.
struct ModelDoctor
{
    QString login;
    bool accepts = true;
    bool needsConfirmation = true;
    QDate lastDay;
    int leadMinutes = 0;
    int horizonDays = 30;
    int bufferMinutes = 0;
    int mostADay = 20;
    QList<Stretch> leave;
    QList<Stretch> extra;
};

/// The clinic in which steps are taken. Days are 08:00 to 12:00 and 13:00 to 18:00 on a grid of 20
/// minutes, in Europe/Berlin.
struct ModelClinic
{
    QHash<QString, StaffRole> staff;
    QHash<DoctorId, ModelDoctor> doctors;
    QList<PatientId> patients; ///< who may be booked
    QList<PatientId> noPatients; ///< inactive or unknown
    QList<RoomId> rooms;
    QSet<QDate> closedDays;
    QDateTime opens; ///< the clock at the first step

    /// Whose calendar a person is confined to; none for who is no doctor.
    [[nodiscard]] std::optional<DoctorId> calendarOf(const QString &login) const;
};

/// As the clinic's clock shows it, and its day.
[[nodiscard]] QDateTime clinicTime(const QDateTime &time);
[[nodiscard]] QDate clinicDay(const QDateTime &time);

constexpr int secondsAStep = 1;

[[nodiscard]] QUuid operationId(int number);
[[nodiscard]] int numberOf(const QUuid &operation);
/// The operation of a step; none of a hold or the clock.
[[nodiscard]] std::optional<int> operationOf(const Step &step);

/// In one line, with all that was asked for: "ana books #12: osei, patient 2, Tue 11:00 to 11:20".
[[nodiscard]] QString describe(const Step &step, const ModelClinic &clinic);
/// With every column, so equal lines are equal rows.
[[nodiscard]] QString describe(const Appointment &row, const ModelClinic &clinic);
[[nodiscard]] QString describe(const QDateTime &time);
/// A change of an appointment as the history has it; `before` is null for a booking.
[[nodiscard]] QString describe(const QString &kind, const QString &who, const QDateTime &at,
                               const Appointment *before, const Appointment &after,
                               const ModelClinic &clinic);
/// A refusal's kind, and its code where one kind has several.
[[nodiscard]] QString describe(const Error &error);

} // namespace ClinicDesk
