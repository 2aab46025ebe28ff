#include "models/Outcomes.h"

#include "database/DatabaseExecutor.h"
#include "models/ConnectionModel.h"
#include "models/TaskRunner.h"
#include "services/Services.h"

namespace ClinicDesk {

Outcomes::Outcomes(Services &services, ConnectionModel &connection, const Session &session,
                   QObject *parent)
    : QObject(parent)
    , m_appointments(services.appointments)
    , m_login(session.login())
    , m_clinic(session.clinic.name)
{
    connect(&services.executor, &DatabaseExecutor::outcomeChecking, this,
            [this](const QUuid &operation) {
                // Written before the answer: the program may be closed while it waits.
                m_journal.add({operation, m_login, m_clinic, QDateTime::currentDateTimeUtc()});
                m_checking.insert(operation);
                Q_EMIT checking(operation);
            });
    connect(&services.executor, &DatabaseExecutor::outcomeSettled, this,
            [this](const QUuid &operation) {
                m_checking.remove(operation);
                m_journal.remove(operation);
            });
    connect(&services.executor, &DatabaseExecutor::outcomeUnknown, this,
            [this](const QUuid &operation) { m_checking.remove(operation); });
    connect(&connection, &ConnectionModel::regained, this, &Outcomes::settle);
}

void Outcomes::settle()
{
    const QList<OutcomeJournal::Entry> left = m_journal.entries(m_login, m_clinic);
    for (const OutcomeJournal::Entry &entry : left) {
        if (!m_checking.contains(entry.operation) && !m_asking.contains(entry.operation))
            ask(entry);
    }
}

void Outcomes::ask(const OutcomeJournal::Entry &entry)
{
    m_asking.insert(entry.operation);
    runTask(this, m_appointments.outcome(entry.operation),
            [this, entry](const Result<OperationOutcome> &outcome) {
                m_asking.remove(entry.operation);
                if (!outcome)
                    return; // asked again when the connection is back
                m_journal.remove(entry.operation);
                Q_EMIT settled(entry.operation, *outcome, entry.at);
            });
}

} // namespace ClinicDesk
