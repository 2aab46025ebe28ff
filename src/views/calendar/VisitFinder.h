#pragma once

#include "domain/Appointment.h"

#include <QObject>

#include <optional>

namespace ClinicDesk {

class CalendarViews;
class ClinicClock;
class DayModel;

/// A visit that is to be shown: by its id, or, where that is not known, a patient's at a time.
struct WantedVisit
{
    AppointmentId id;
    PatientId patient;
    QDateTime start;
};

/// Leads to a visit on whatever day it is: stays where it is shown already, else shows its day.
/// GUI thread.
class VisitFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitFinder)
public:
    VisitFinder(CalendarViews &views, DayModel &day, const ClinicClock &clock,
                QObject *parent = nullptr);

    /// found() follows, at once or when its day has been read; nothing where it is not any more.
    void goTo(const WantedVisit &visit);
    void goTo(const AppointmentRow &row);

Q_SIGNALS:
    void found(ClinicDesk::AppointmentId visit);

private:
    [[nodiscard]] AppointmentId shown(const WantedVisit &visit) const;

    CalendarViews &m_views;
    DayModel &m_day;
    const ClinicClock &m_clock;
    std::optional<WantedVisit> m_wanted; ///< its day is on its way
};

} // namespace ClinicDesk
