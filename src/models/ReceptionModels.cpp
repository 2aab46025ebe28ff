#include "models/ReceptionModels.h"

#include "models/DaySearch.h"
#include "models/TaskRunner.h"
#include "services/Services.h"

namespace ClinicDesk {

ReceptionModels::ReceptionModels(Services &services, const Session &session, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_session(session)
    , m_clock(session)
    , m_connection(services, m_clock)
    , m_catalogue(services)
    , m_day(services, m_catalogue, m_clock)
    , m_load(services)
    , m_search(services.patients)
    , m_bookingSearch(services.patients)
    , m_paletteSearch(services.patients)
    , m_booking(services, m_catalogue, session)
    , m_patientForm(services.patients, m_clock)
    , m_record(services, m_clock)
    , m_visits(services)
    , m_card(services.patients)
    , m_commands(services.appointments, session)
    , m_moves(services, m_day, m_catalogue, session)
    , m_roomChange(services.appointments, m_clock)
    , m_walkIn(services.appointments, m_catalogue, m_clock)
    , m_visitOverride(services)
    , m_shelf(services, m_catalogue, session)
    , m_notifications(services, m_clock)
    , m_requests(services)
    , m_outcomes(services, m_connection, session)
{
    connect(&m_commands, &AppointmentCommands::started, &m_day,
            [this](AppointmentId id) { m_day.setSaving(id, true); });
    connect(&m_commands, &AppointmentCommands::finished, &m_day,
            [this](AppointmentId id) { m_day.setSaving(id, false); });
    connect(&m_booking, &BookingModel::booked, &m_commands, [this](const BookedVisit &visit) {
        m_commands.remember(
            {DoneCommand::Kind::Booked, visit.appointment, visit.familyName, visit.givenName});
    });
    connect(&m_moves, &MoveModel::moved, &m_commands, &AppointmentCommands::remember);
    connect(&m_roomChange, &RoomChange::done, &m_commands, &AppointmentCommands::remember);
    connect(&m_moves, &MoveModel::moved, &m_shelf,
            [this](const DoneCommand &command) { m_shelf.takeOff(command.appointment.id); });
    // A desk has one hold: what the search for another place took is the booking's again.
    connect(&m_moves, &MoveModel::collisionOver, &m_booking, &BookingModel::recheck,
            Qt::QueuedConnection);
    connect(&services.live, &LiveUpdates::caughtUp, &m_booking, &BookingModel::recheck);
    connect(&m_outcomes, &Outcomes::checking, this, [this](const QUuid &operation) {
        if (!m_booking.onChecking(operation))
            m_commands.setChecking();
    });
    connect(&m_outcomes, &Outcomes::settled, this,
            [this](const QUuid &operation, const OperationOutcome &outcome,
                   const QDateTime &startedAt) {
                if (!m_booking.settle(operation, outcome))
                    m_commands.settle(outcome, startedAt);
            });
    connectSearches();
}

void ReceptionModels::connectSearches()
{
    const auto follow = [this] {
        const DayPeriod period = m_day.period();
        const bool isToday = period.isDay() && period.first == m_clock.today();
        const QString note = isToday ? tr("Only today's list: no connection")
                                     : tr("Only the days shown: no connection");
        for (PatientSearchModel *search : {&m_search, &m_bookingSearch, &m_paletteSearch}) {
            if (m_connection.isLive())
                search->goOnline();
            else
                search->goOffline(
                    [this](const QString &words) {
                        return patientsAmong(m_day.rows(), words, m_clock.now(),
                                             PatientSearchModel::maximumMatches);
                    },
                    note);
        }
    };
    connect(&m_connection, &ConnectionModel::stateChanged, this, follow);
    if (!m_connection.isLive())
        follow();
}

void ReceptionModels::start()
{
    m_catalogue.load();
    m_day.showDay(m_clock.today());
    m_notifications.load();
    m_requests.load();
    m_outcomes.settle();
}

OpenVisit *ReceptionModels::makeOpenVisit(QObject *owner)
{
    auto *visit = new OpenVisit(m_services, m_session, owner);
    connect(&m_commands, &AppointmentCommands::done, visit,
            [visit](const DoneCommand &command) { visit->takeOwn(command.appointment); });
    return visit;
}

void ReceptionModels::findVisit(AppointmentId id)
{
    runTask(this, m_services.appointments.appointment(id),
            [this](const Result<AppointmentRow> &row) {
                if (row)
                    Q_EMIT visitFound(*row);
                else
                    Q_EMIT findFailed(row.error());
            });
}

} // namespace ClinicDesk
