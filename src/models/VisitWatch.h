#pragma once

#include "domain/Appointment.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace ClinicDesk {

class AppointmentService;
class Services;

struct Session;

/// What happened to a visit, and by whom.
struct VisitChange
{
    AppointmentRow row; ///< as it is now
    AppointmentEvent event; ///< what made it so
    bool own = false; ///< done by this person at this desk
};

/// Follows single visits on whatever day they are. Only their changes are read, so it costs nothing
/// while others' visits change. GUI thread.
class VisitWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitWatch)
public:
    VisitWatch(Services &services, const Session &session, QObject *parent = nullptr);

    void add(AppointmentId id) { m_watched.insert(id); }
    void remove(AppointmentId id) { m_watched.remove(id); }
    /// Reads a followed one now: changed() or gone() follows.
    void look(AppointmentId id) { onChanged({id}); }

Q_SIGNALS:
    void changed(const ClinicDesk::VisitChange &change);
    /// No longer this person's to see.
    void gone(ClinicDesk::AppointmentId id);

private:
    void onChanged(const QList<AppointmentId> &ids);
    void readHistory(const AppointmentRow &row);

    AppointmentService &m_appointments;
    QString m_person;
    QString m_desk;
    QSet<AppointmentId> m_watched;
};

} // namespace ClinicDesk
