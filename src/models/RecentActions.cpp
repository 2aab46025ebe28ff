#include "models/RecentActions.h"

#include "domain/ErrorText.h"
#include "models/TaskRunner.h"
#include "services/appointments/AppointmentService.h"

namespace ClinicDesk {

RecentActions::RecentActions(AppointmentService &appointments, const ClinicClock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_appointments(appointments)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RecentActions::dropOld);
}

void RecentActions::add(const Appointment &after, const QString &text)
{
    m_actions.append({after.id, after.version, text, m_clock.now()});
    if (m_actions.size() > depth)
        m_actions.removeFirst();
    dropOld();
    emit canUndoChanged(canUndo());
    emit added(text);
}

QString RecentActions::latestText() const
{
    return m_actions.isEmpty() ? QString() : m_actions.constLast().text;
}

void RecentActions::undoLatest()
{
    dropOld();
    if (m_actions.isEmpty())
        return;
    const Action action = m_actions.takeLast();
    emit canUndoChanged(canUndo());
    runTask(this, m_appointments.undo({QUuid::createUuid(), action.id, action.version}),
            [this, action](const Result<Appointment> &answer) {
                if (answer)
                    emit undone(action.id, tr("Undone: %1").arg(action.text));
                else
                    emit refused(action.id,
                                 errorText(answer.error(), m_clock.zone(), m_clock.now()));
            });
}

void RecentActions::dropOld()
{
    const QDateTime oldest = m_clock.now().addSecs(-undoSeconds);
    const bool could = canUndo();
    while (!m_actions.isEmpty() && m_actions.constFirst().at <= oldest)
        m_actions.removeFirst();
    if (could != canUndo())
        emit canUndoChanged(canUndo());
    if (canUndo()) {
        const qint64 wait = m_clock.now().msecsTo(m_actions.constFirst().at.addSecs(undoSeconds));
        m_timer.start(static_cast<int>(qMax<qint64>(1, wait)));
    }
}

} // namespace ClinicDesk
