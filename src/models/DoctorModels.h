#pragma once

#include "domain/Session.h"
#include "models/AppointmentCommands.h"
#include "models/AppointmentFeed.h"
#include "models/ConnectionModel.h"
#include "models/DoctorDayModel.h"
#include "models/NotificationsModel.h"
#include "models/OpenVisit.h"
#include "models/Outcomes.h"
#include "models/RequestInboxModel.h"

#include <QObject>

namespace ClinicDesk {

class Services;

/// What a doctor's window shows and does, for one session. The services must outlive it. GUI
/// thread.
class DoctorModels final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoctorModels)
public:
    DoctorModels(Services &services, const Session &session, QObject *parent = nullptr);

    void load();

    [[nodiscard]] const Session &session() const { return m_session; }
    [[nodiscard]] const ClinicClock &clock() const { return m_clock; }
    [[nodiscard]] ConnectionModel &connection() { return m_connection; }
    [[nodiscard]] AppointmentCommands &commands() { return m_commands; }
    [[nodiscard]] RequestInboxModel &inbox() { return m_inbox; }
    [[nodiscard]] DoctorDayModel &day() { return m_day; }
    [[nodiscard]] NotificationsModel &notifications() { return m_notifications; }

    /// For a form that shows a visit.
    [[nodiscard]] OpenVisit *makeOpenVisit(QObject *owner);

private:
    Services &m_services;
    Session m_session;
    ClinicClock m_clock;
    ConnectionModel m_connection;
    AppointmentFeed m_feed;
    AppointmentCommands m_commands;
    RequestInboxModel m_inbox;
    DoctorDayModel m_day;
    NotificationsModel m_notifications;
    Outcomes m_outcomes;
};

} // namespace ClinicDesk
