#pragma once

#include "domain/Session.h"
#include "models/OutcomeJournal.h"
#include "services/appointments/AppointmentService.h"

#include <QObject>
#include <QSet>

namespace ClinicDesk {

class ConnectionModel;
class Services;

/// What was being saved when the connection broke during the commit: the server is asked by the
/// operation's id, nothing is sent again. Up to 60 s while the operation itself waits; after that
/// whenever the connection is back, and at the next start. GUI thread.
class Outcomes final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Outcomes)
public:
    Outcomes(Services &services, ConnectionModel &connection, const Session &session,
             QObject *parent = nullptr);

    /// Asks for what is left over from earlier.
    void settle();

Q_SIGNALS:
    /// Being asked for right now; the operation's own answer follows.
    void checking(const QUuid &operation);
    /// An operation whose outcome was unknown for more than 60 s, or since an earlier start.
    void settled(const QUuid &operation, const ClinicDesk::OperationOutcome &outcome,
                 const QDateTime &startedAt);

private:
    void ask(const OutcomeJournal::Entry &entry);

    AppointmentService &m_appointments;
    QString m_login;
    QString m_clinic;
    OutcomeJournal m_journal;
    QSet<QUuid> m_checking; ///< by the operation itself
    QSet<QUuid> m_asking;
};

} // namespace ClinicDesk
