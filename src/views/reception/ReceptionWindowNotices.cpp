#include "domain/ErrorText.h"
#include "models/ReceptionModels.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionTexts.h"
#include "views/reception/ReceptionWindow.h"
#include "widgets/Toast.h"

namespace ClinicDesk {

namespace {
constexpr int messageSeconds = 8;
constexpr int failureSeconds = 12;
} // namespace

void ReceptionWindow::connectNotices()
{
    AppointmentCommands &commands = m_models.commands();
    connect(m_actions->undo, &QAction::triggered, &commands, &AppointmentCommands::undo);
    connect(m_actions->redo, &QAction::triggered, &commands, &AppointmentCommands::redo);
    connect(&commands, &AppointmentCommands::undoChanged, this, &ReceptionWindow::refreshActions);
    connect(m_toast, &Toast::actionTriggered, this, [this] {
        if (m_toastAction)
            m_toastAction->trigger();
    });
}

void ReceptionWindow::say(const QString &text, QAction *action, const QString &label)
{
    m_toastAction = action;
    m_toast->present(text, action ? label : QString(),
                     action ? AppointmentCommands::undoSeconds : messageSeconds);
}

void ReceptionWindow::onDone(const DoneCommand &command)
{
    const QString text = ReceptionTexts::done(command, m_models.clock());
    if (command.isRedoable())
        say(text, m_actions->redo, ReceptionTexts::redoLabel());
    else
        say(text, m_actions->undo, ReceptionTexts::undoLabel());
}

void ReceptionWindow::onFailed(const Error &error)
{
    m_toastAction = nullptr;
    m_toast->present(errorText(error, m_models.clock().zone(), m_models.clock().now()), {},
                     failureSeconds);
}

} // namespace ClinicDesk
