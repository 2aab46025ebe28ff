#pragma once

#include "domain/Appointment.h"

#include <QObject>

#include <optional>

namespace ClinicDesk {

class AppointmentService;
class Services;

/// Whether the open visit's time was booked against a rule, and why: read from its history, and
/// again whenever the visit changes. GUI thread.
class VisitOverride final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitOverride)
public:
    explicit VisitOverride(Services &services, QObject *parent = nullptr);

    /// changed() follows; an invalid id has none.
    void show(AppointmentId id);
    /// What gave the visit its time now and overrode a rule.
    [[nodiscard]] const std::optional<AppointmentEvent> &event() const { return m_event; }

Q_SIGNALS:
    void changed();

private:
    void onChanged(const QList<AppointmentId> &ids);
    void read();

    AppointmentService &m_appointments;
    AppointmentId m_visit;
    std::optional<AppointmentEvent> m_event;
};

} // namespace ClinicDesk
