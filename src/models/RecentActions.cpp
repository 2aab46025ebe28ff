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
    m_stack.add({after.id, after.version, text, m_clock.now()});
    dropOld();
    emit added(text);
}

void RecentActions::undoLatest()
{
    if (const std::optional<Action> action = m_stack.takeUndo(m_clock.now()))
        takeBack(*action, false);
}

void RecentActions::redoLatest()
{
    if (const std::optional<Action> action = m_stack.takeRedo(m_clock.now()))
        takeBack(*action, true);
}

void RecentActions::takeBack(const Action &action, bool again)
{
    emit canUndoChanged();
    runTask(this, m_appointments.undo({QUuid::createUuid(), action.id, action.version}),
            [this, action, again](const Result<Appointment> &answer) {
                if (!answer) {
                    emit refused(action.id,
                                 errorText(answer.error(), m_clock.zone(), m_clock.now()));
                    return;
                }
                const Action after {action.id, answer->version, action.text, m_clock.now()};
                again ? m_stack.addRedone(after) : m_stack.addUndone(after);
                dropOld();
                if (again)
                    emit redone(action.id, tr("Done again: %1").arg(action.text));
                else
                    emit undone(action.id, tr("Undone: %1").arg(action.text));
            });
}

void RecentActions::dropOld()
{
    if (const std::optional<qint64> wait = m_stack.dropOld(m_clock.now()))
        m_timer.start(static_cast<int>(*wait));
    emit canUndoChanged();
}

} // namespace ClinicDesk
