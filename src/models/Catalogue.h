#pragma once

#include "domain/Schedule.h"
#include "domain/Staff.h"

#include <QList>
#include <QObject>

namespace ClinicDesk {

class ScheduleService;
class Services;

/// The clinic's doctors and visit types, read anew whenever schedules change. GUI thread.
class Catalogue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Catalogue)
public:
    explicit Catalogue(Services &services, QObject *parent = nullptr);

    /// changed() follows when the answer differs; a failed reading keeps what is known.
    void load();
    void setDoctors(const QList<Doctor> &doctors);
    void setVisitTypes(const QList<VisitType> &types);
    /// Reads these days' closures and keeps them up to date; the last call wins.
    /// closedDaysChanged() follows.
    void watchClosedDays(QDate from, QDate to);

    [[nodiscard]] const QList<Doctor> &doctors() const { return m_doctors; }
    [[nodiscard]] const QList<VisitType> &visitTypes() const { return m_types; }
    [[nodiscard]] const QList<ClosedDay> &closedDays() const { return m_closedDays; }
    [[nodiscard]] QList<DoctorId> doctorIds() const;
    /// nullptr when unknown; valid until changed().
    [[nodiscard]] const Doctor *doctor(DoctorId id) const;
    [[nodiscard]] const VisitType *visitType(VisitTypeId id) const;
    [[nodiscard]] QString doctorName(DoctorId id) const;

Q_SIGNALS:
    void changed();
    void closedDaysChanged();

private:
    void readClosedDays();

    ScheduleService &m_schedules;
    QList<Doctor> m_doctors;
    QList<VisitType> m_types;
    QList<ClosedDay> m_closedDays;
    QDate m_closedFrom; ///< invalid: nobody has asked yet
    QDate m_closedTo;
};

} // namespace ClinicDesk
