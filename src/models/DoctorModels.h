#pragma once

#include "domain/Clinic.h"
#include "models/AppointmentFeed.h"
#include "models/ConnectionModel.h"
#include "models/DoctorDayModel.h"
#include "models/NotificationsModel.h"
#include "models/OpenVisit.h"
#include "models/RecentActions.h"
#include "models/RequestInboxModel.h"

#include <QObject>

namespace ClinicDesk {

class DatabaseExecutor;

/// What a doctor's window shows and does, for one session. GUI thread.
class DoctorModels final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoctorModels)
public:
    DoctorModels(const Session &session, AppointmentService &appointments, LiveUpdates &updates,
                 DatabaseExecutor &executor, QObject *parent = nullptr);

    void load();

    [[nodiscard]] const Session &session() const { return m_session; }
    [[nodiscard]] const ClinicClock &clock() const { return m_clock; }
    [[nodiscard]] ConnectionModel &connection() { return m_connection; }
    [[nodiscard]] RecentActions &actions() { return m_actions; }
    [[nodiscard]] RequestInboxModel &inbox() { return m_inbox; }
    [[nodiscard]] DoctorDayModel &day() { return m_day; }
    [[nodiscard]] NotificationsModel &notifications() { return m_notifications; }

    /// For a form that shows a visit.
    [[nodiscard]] OpenVisit *makeOpenVisit(QObject *owner);

private:
    AppointmentService &m_appointments;
    LiveUpdates &m_live;
    Session m_session;
    ClinicClock m_clock;
    ConnectionModel m_connection;
    AppointmentFeed m_feed;
    RecentActions m_actions;
    RequestInboxModel m_inbox;
    DoctorDayModel m_day;
    NotificationsModel m_notifications;
};

} // namespace ClinicDesk
