#include "models/DayColumns.h"

#include <QHash>

#include <algorithm>

namespace ClinicDesk {

namespace {

bool overlaps(const QDateTime &start, const QDateTime &end, const QDateTime &from,
              const QDateTime &to)
{
    return start < to && from < end;
}

bool isFree(const Doctor &doctor, const QDateTime &start, const QDateTime &end,
            const QList<const Appointment *> &visits, const QList<SlotHold> &holds)
{
    const qint64 buffer = qint64(doctor.bufferMinutes) * 60;
    const bool booked = std::ranges::any_of(visits, [&](const Appointment *visit) {
        return holdsSlot(visit->status)
            && overlaps(start, end.addSecs(buffer), visit->start, visit->end.addSecs(buffer));
    });
    return !booked && std::ranges::none_of(holds, [&](const SlotHold &hold) {
        return hold.doctor == doctor.id && !hold.mine && overlaps(start, end, hold.start, hold.end);
    });
}

int freeSlots(const Doctor &doctor, const QList<OpenSpan> &open,
              const QList<const Appointment *> &visits, const QList<SlotHold> &holds,
              const QDateTime &now)
{
    int free = 0;
    for (const OpenSpan &span : open) {
        if (span.slotMinutes <= 0)
            continue;
        const qint64 length = qint64(span.slotMinutes) * 60;
        for (QDateTime start = span.start; start.addSecs(length) <= span.end;
             start = start.addSecs(length)) {
            const QDateTime end = start.addSecs(length);
            if (end > now && isFree(doctor, start, end, visits, holds))
                ++free;
        }
    }
    return free;
}

} // namespace

QList<DoctorDay> doctorDays(const QList<Doctor> &doctors, const QList<OpenSpan> &open,
                            const QList<AppointmentRow> &rows, const QList<SlotHold> &holds,
                            const QDateTime &now)
{
    QHash<DoctorId, QList<const Appointment *>> visits;
    for (const AppointmentRow &row : rows)
        visits[row.appointment.doctor] << &row.appointment;
    QList<DoctorDay> days;
    for (const Doctor &doctor : doctors) {
        DoctorDay day {doctor.id, doctor.displayName, {}, 0};
        std::ranges::copy_if(open, std::back_inserter(day.open),
                             [&](const OpenSpan &span) { return span.doctor == doctor.id; });
        const QList<const Appointment *> own = visits.value(doctor.id);
        if (!doctor.active && own.isEmpty())
            continue;
        if (doctor.acceptsAppointments)
            day.freeSlots = freeSlots(doctor, day.open, own, holds, now);
        days << day;
    }
    return days;
}

Waiting waitingIn(const QList<AppointmentRow> &rows, const QDateTime &now)
{
    Waiting waiting;
    for (const AppointmentRow &row : rows) {
        const Appointment &visit = row.appointment;
        if (visit.status != AppointmentStatus::Confirmed || !visit.checkedInAt)
            continue;
        ++waiting.count;
        const auto minutes = static_cast<int>(visit.checkedInAt->secsTo(now) / 60);
        waiting.longestMinutes = std::max(waiting.longestMinutes, minutes);
    }
    return waiting;
}

} // namespace ClinicDesk
