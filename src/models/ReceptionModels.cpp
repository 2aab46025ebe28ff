#include "models/ReceptionModels.h"

#include "models/DaySearch.h"
#include "models/TaskRunner.h"
#include "services/live/LiveUpdates.h"
#include "services/patients/PatientService.h"
#include "services/schedules/ScheduleService.h"

namespace ClinicDesk {

ReceptionModels::ReceptionModels(AppointmentService &appointments, PatientService &patients,
                                 ScheduleService &schedules, LiveUpdates &live,
                                 DatabaseExecutor &executor, const Session &session,
                                 QObject *parent)
    : QObject(parent)
    , m_appointments(appointments)
    , m_live(live)
    , m_session(session)
    , m_clock(session)
    , m_connection(live, executor, m_clock)
    , m_catalogue(schedules, live)
    , m_day(appointments, schedules, live, m_catalogue, m_clock)
    , m_load(appointments, schedules, live)
    , m_search(patients)
    , m_bookingSearch(patients)
    , m_paletteSearch(patients)
    , m_booking(appointments, m_catalogue, m_clock, session.staff.role)
    , m_patientForm(patients, m_clock)
    , m_record(patients, live, m_clock)
    , m_visits(appointments, live)
    , m_card(patients)
    , m_commands(appointments, m_clock)
    , m_moves(appointments, live, m_day, m_catalogue, m_clock, session)
    , m_roomChange(appointments, m_clock)
    , m_walkIn(appointments, m_catalogue, m_clock)
    , m_visitOverride(appointments, live)
    , m_shelf(appointments, live, m_catalogue, session)
    , m_notifications(executor, live, m_clock)
    , m_requests(appointments, live)
    , m_outcomes(appointments, executor, m_connection, session)
{
    connect(&m_commands, &AppointmentCommands::started, &m_day,
            [this](AppointmentId id) { m_day.setSaving(id, true); });
    connect(&m_commands, &AppointmentCommands::finished, &m_day,
            [this](AppointmentId id) { m_day.setSaving(id, false); });
    connect(&m_booking, &BookingModel::booked, &m_commands, [this](const BookedVisit &visit) {
        m_commands.remember(
            {DoneCommand::Kind::Booked, visit.appointment, visit.familyName, visit.givenName, {}});
    });
    connect(&m_moves, &MoveModel::moved, &m_commands, &AppointmentCommands::remember);
    connect(&m_roomChange, &RoomChange::done, &m_commands, &AppointmentCommands::remember);
    connect(&m_moves, &MoveModel::moved, &m_shelf,
            [this](const DoneCommand &command) { m_shelf.takeOff(command.appointment.id); });
    // A desk has one hold: what the search for another place took is the booking's again.
    connect(&m_moves, &MoveModel::collisionOver, &m_booking, &BookingModel::recheck,
            Qt::QueuedConnection);
    connect(&live, &LiveUpdates::caughtUp, &m_booking, &BookingModel::recheck);
    connect(&m_outcomes, &Outcomes::checking, this, [this](const QUuid &operation) {
        if (!m_booking.onChecking(operation))
            Q_EMIT checkingOutcome();
    });
    connect(&m_outcomes, &Outcomes::settled, this,
            [this](const QUuid &operation, const OperationOutcome &outcome,
                   const QDateTime &startedAt) {
                if (!m_booking.settle(operation, outcome))
                    Q_EMIT outcomeSettled(outcome, startedAt);
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
    auto *visit = new OpenVisit(m_appointments, m_live, m_session, owner);
    const auto take = [visit](const DoneCommand &command) { visit->takeOwn(command.appointment); };
    connect(&m_commands, &AppointmentCommands::done, visit, take);
    connect(&m_moves, &MoveModel::moved, visit, take);
    return visit;
}

void ReceptionModels::findVisit(AppointmentId id)
{
    runTask(this, m_appointments.appointment(id), [this](const Result<AppointmentRow> &row) {
        if (row)
            Q_EMIT visitFound(*row);
        else
            Q_EMIT findFailed(row.error());
    });
}

} // namespace ClinicDesk
