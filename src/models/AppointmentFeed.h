#pragma once

#include "domain/Appointment.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace ClinicDesk {

class AppointmentService;
class Services;

/// Re-reads what changed, here or at another desk, once for all models of a window. Hints that come
/// while a reading is under way are read together after it. GUI thread.
class AppointmentFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppointmentFeed)
public:
    explicit AppointmentFeed(Services &services, QObject *parent = nullptr);

    void refresh(const QList<AppointmentId> &ids);

Q_SIGNALS:
    void rowsRead(const QList<ClinicDesk::AppointmentRow> &rows);
    /// No longer this person's to see, e.g. moved to another doctor.
    void rowsGone(const QList<ClinicDesk::AppointmentId> &ids);
    /// Live from now on: whole lists are to be read anew.
    void gapClosed();

private:
    void readNext();

    AppointmentService &m_appointments;
    QSet<AppointmentId> m_wanted;
    bool m_reading = false;
};

} // namespace ClinicDesk
