#pragma once

#include "domain/Appointment.h"
#include "domain/Schedule.h"
#include "domain/Staff.h"

#include <QList>

namespace ClinicDesk {

/// A doctor's day in figures, for a column's header and the list of doctors.
struct DoctorDay
{
    DoctorId doctor;
    QString name;
    QList<OpenSpan> open;
    /// Of the doctor's grid, from now on, neither booked nor held by another desk.
    int freeSlots = 0;
    static constexpr int unknown = -1; ///< as freeSlots: this doctor's visits were not read

    [[nodiscard]] bool isOff() const { return open.isEmpty(); }
    bool operator==(const DoctorDay &) const = default;
};

/// One entry for each active doctor, and for others who have a visit that day, in the order of
/// `doctors`.
[[nodiscard]] QList<DoctorDay> doctorDays(const QList<Doctor> &doctors, const QList<OpenSpan> &open,
                                          const QList<AppointmentRow> &rows,
                                          const QList<SlotHold> &holds, const QDateTime &now);

/// Who sits in the waiting room.
struct Waiting
{
    int count = 0;
    int longestMinutes = 0;

    bool operator==(const Waiting &) const = default;
};

[[nodiscard]] Waiting waitingIn(const QList<AppointmentRow> &rows, const QDateTime &now);

} // namespace ClinicDesk
