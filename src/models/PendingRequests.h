#pragma once

#include "domain/Appointment.h"
#include "domain/Result.h"

#include <QObject>
#include <QTimer>

namespace ClinicDesk {

class AppointmentService;
class Services;

/// The requests that wait for a doctor's answer, oldest first; read anew after any change, here or
/// elsewhere. GUI thread.
class PendingRequests final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PendingRequests)
public:
    explicit PendingRequests(Services &services, QObject *parent = nullptr);

    void load();
    [[nodiscard]] const QList<AppointmentRow> &rows() const { return m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

Q_SIGNALS:
    void changed();

private:
    void read();

    AppointmentService &m_appointments;
    QList<AppointmentRow> m_rows;
    QTimer m_soon; ///< many changes are read together
    bool m_reading = false;
    bool m_again = false;
    bool m_loaded = false;
};

} // namespace ClinicDesk
