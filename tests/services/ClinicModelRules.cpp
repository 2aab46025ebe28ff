#include "services/ClinicModel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int slotMinutes = 20;
constexpr int slotMinutesOutsideHours = 15;

bool overlap(const Stretch &a, const Stretch &b)
{
    return a.start < b.end && b.start < a.end;
}

bool contains(const Stretch &stretch, const QDateTime &time)
{
    return stretch.start <= time && time < stretch.end;
}

bool anyContains(const QList<Stretch> &stretches, const QDateTime &time)
{
    return std::any_of(stretches.begin(), stretches.end(),
                       [&](const Stretch &stretch) { return contains(stretch, time); });
}

/// Weekly and extra hours, leave not taken off.
bool worksAt(const ModelDoctor &doctor, const QDateTime &time)
{
    const int hour = clinicTime(time).time().hour();
    return (hour >= 8 && hour < 12) || (hour >= 13 && hour < 18) || anyContains(doctor.extra, time);
}

} // namespace

bool ClinicModel::overrides(const QString &who, const std::optional<RuleOverride> &override,
                            QLatin1StringView rule) const
{
    return override && override->rule.split(u',').contains(rule)
        && !override->because.trimmed().isEmpty()
        && m_clinic.staff.value(who) != StaffRole::Administrator;
}

/// Requirements section 4, in its order.
void ClinicModel::checkRules(const QString &who, const Appointment &wanted,
                             const std::optional<RuleOverride> &override) const
{
    const ModelDoctor &doctor = *m_clinic.doctors.constFind(wanted.doctor);
    const QDate lastDay = clinicDay(wanted.end.addMSecs(-1));
    if (!m_clinic.patients.contains(wanted.patient))
        refuse(ErrorKind::PatientUnavailable);
    if (!doctor.accepts || (doctor.lastDay.isValid() && lastDay > doctor.lastDay))
        refuse(ErrorKind::DoctorUnavailable);
    if (isOver(wanted))
        refuse(ErrorKind::TooSoon, u"past"_s);
    if (doctor.leadMinutes > 0 && wanted.start < m_now.addSecs(doctor.leadMinutes * minute)
        && !overrides(who, override, "lead_time"_L1))
        refuse(ErrorKind::TooSoon, u"lead_time"_s);
    if (clinicDay(wanted.start) > clinicDay(m_now).addDays(doctor.horizonDays)
        && !overrides(who, override, "horizon"_L1))
        refuse(ErrorKind::TooLate, u"horizon"_s);
    if (m_clinic.closedDays.contains(clinicDay(wanted.start))
        || m_clinic.closedDays.contains(lastDay))
        refuse(ErrorKind::ClinicClosed);
    if (!overrides(who, override, "hours"_L1))
        checkHours(wanted);
    checkOverlaps(wanted.doctor, {wanted.start, wanted.end}, &wanted);
    if (visitsThatDay(wanted) >= doctor.mostADay && !overrides(who, override, "day_full"_L1))
        refuse(ErrorKind::DayFull);
    checkHolds(who, wanted.doctor, {wanted.start, wanted.end});
}

/// Begun before now, and not in the slot that is running.
bool ClinicModel::isOver(const Appointment &wanted) const
{
    const bool onHours = worksAt(*m_clinic.doctors.constFind(wanted.doctor), wanted.start);
    const int slot = (onHours ? slotMinutes : slotMinutesOutsideHours) * minute;
    return wanted.start < m_now && wanted.start.addSecs(slot) <= m_now;
}

/// Minute by minute: slow and plain, which a model may be.
void ClinicModel::checkHours(const Appointment &wanted) const
{
    const ModelDoctor &doctor = *m_clinic.doctors.constFind(wanted.doctor);
    for (const Stretch &leave : doctor.leave) {
        if (overlap(leave, {wanted.start, wanted.end}))
            refuse(ErrorKind::OutsideHours, u"on_leave"_s);
    }
    for (QDateTime at = wanted.start; at < wanted.end; at = at.addSecs(minute)) {
        if (!worksAt(doctor, at))
            refuse(ErrorKind::OutsideHours, u"outside_hours"_s);
    }
}

int ClinicModel::visitsThatDay(const Appointment &wanted) const
{
    return int(std::count_if(m_visits.begin(), m_visits.end(),
                             [&wanted](const QList<ModelChange> &changes) {
                                 const Appointment &row = changes.constLast().after;
                                 return row.id != wanted.id && row.doctor == wanted.doctor
                                     && clinicDay(row.start) == clinicDay(wanted.start)
                                     && row.status != AppointmentStatus::Cancelled
                                     && row.status != AppointmentStatus::Rejected;
                             }));
}

/// `wanted` is null for a hold, which keeps the doctor's time only.
void ClinicModel::checkOverlaps(DoctorId doctor, const Stretch &time,
                                const Appointment *wanted) const
{
    const auto withBuffer = [this](DoctorId of, const Stretch &stretch) {
        const int buffer = m_clinic.doctors.value(of).bufferMinutes * minute;
        return Stretch {stretch.start, stretch.end.addSecs(buffer)};
    };
    const auto refuseIfAny = [&](ErrorKind kind, const QString &rule, const auto &inTheWay) {
        for (const QList<ModelChange> &changes : m_visits) {
            const Appointment &row = changes.constLast().after;
            if (holdsSlot(row.status) && !(wanted && wanted->id == row.id) && inTheWay(row))
                refuse(kind, rule);
        }
    };
    refuseIfAny(ErrorKind::SlotTaken, u"doctor_busy"_s, [&](const Appointment &row) {
        return row.doctor == doctor
            && overlap(withBuffer(doctor, {row.start, row.end}), withBuffer(doctor, time));
    });
    if (!wanted)
        return;
    refuseIfAny(ErrorKind::PatientBusy, {}, [&](const Appointment &row) {
        return row.patient == wanted->patient && overlap({row.start, row.end}, time);
    });
    refuseIfAny(ErrorKind::RoomBusy, {}, [&](const Appointment &row) {
        return wanted->room && row.room == wanted->room && overlap({row.start, row.end}, time);
    });
}

void ClinicModel::checkHolds(const QString &who, DoctorId doctor, const Stretch &time) const
{
    const int buffer = m_clinic.doctors.value(doctor).bufferMinutes * minute;
    for (auto it = m_holds.cbegin(); it != m_holds.cend(); ++it) {
        const Stretch kept {it->kept.start, it->kept.end.addSecs(buffer)};
        if (it.key() != who && it->doctor == doctor && it->until > m_now
            && overlap(kept, {time.start, time.end.addSecs(buffer)}))
            refuse(ErrorKind::SlotTaken, u"held"_s);
    }
}

void ClinicModel::checkOneInProgress(const Appointment &wanted) const
{
    if (wanted.status != AppointmentStatus::InProgress)
        return;
    for (const QList<ModelChange> &changes : m_visits) {
        const Appointment &row = changes.constLast().after;
        if (row.id != wanted.id && row.doctor == wanted.doctor
            && row.status == AppointmentStatus::InProgress)
            refuse(ErrorKind::VisitInProgress);
    }
}

} // namespace ClinicDesk
