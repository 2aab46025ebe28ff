#pragma once

#include "domain/Clinic.h"
#include "services/appointments/AppointmentService.h"

#include <QObject>

#include <optional>

namespace ClinicDesk {

class LiveUpdates;

/// Watches the appointment that a form or strip shows: tells when somebody else, or the same person
/// at another desk, changes it, and who did what. What this desk does itself is not news. GUI
/// thread.
class OpenVisitWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenVisitWatch)
public:
    OpenVisitWatch(AppointmentService &appointments, LiveUpdates &live, const Session &session,
               QObject *parent = nullptr);

    /// From now on this one, as it was seen; the same one again changes nothing.
    void watch(const AppointmentRow &row);
    void stop();
    [[nodiscard]] AppointmentId visit() const { return m_visit; }

    /// Changed elsewhere and not accepted yet.
    [[nodiscard]] bool isStale() const { return m_change.has_value(); }
    [[nodiscard]] const std::optional<AppointmentEvent> &change() const { return m_change; }
    /// As it is now.
    [[nodiscard]] const std::optional<AppointmentRow> &row() const { return m_row; }
    /// The person has taken note: what it is now counts as seen.
    void accept();

Q_SIGNALS:
    /// isStale() differs, or it was changed once more.
    void changed();

private:
    void onChanged(const QList<AppointmentId> &ids);
    void read();
    void take(const AppointmentEvent &last);

    AppointmentService &m_appointments;
    QString m_who;
    QString m_desk;
    AppointmentId m_visit;
    int m_seen = 0; ///< version
    quint64 m_reading = 0;
    std::optional<AppointmentEvent> m_change;
    std::optional<AppointmentRow> m_row;
};

} // namespace ClinicDesk
