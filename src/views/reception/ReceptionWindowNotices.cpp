#include "domain/ErrorText.h"
#include "models/ReceptionModels.h"
#include "views/notices/ReceptionNotices.h"
#include "views/reception/CancelDialog.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionTexts.h"
#include "views/reception/ReceptionTopBar.h"
#include "views/reception/ReceptionWindow.h"
#include "widgets/Toast.h"

namespace ClinicDesk {

namespace {
constexpr int messageSeconds = 8;
constexpr int failureSeconds = 12;
constexpr int checkingSeconds = 60; ///< its answer replaces it
} // namespace

void ReceptionWindow::connectNotices()
{
    AppointmentCommands &commands = m_models.commands();
    connect(m_actions->undo, &QAction::triggered, &commands, &AppointmentCommands::undo);
    connect(m_actions->redo, &QAction::triggered, &commands, &AppointmentCommands::redo);
    connect(&commands, &AppointmentCommands::undoChanged, this, &ReceptionWindow::refreshActions);
    m_notices = new ReceptionNotices(m_models, *m_actions, m_topBar->requests(), m_topBar->bell(),
                                     centralWidget());
    connect(m_notices, &ReceptionNotices::visitWanted, this,
            [this](PatientId patient, const QDateTime &start) { goToVisit(patient, start); });
    connect(&m_models, &ReceptionModels::visitFound, this, [this](const AppointmentRow &row) {
        goToVisit(row.appointment.patient, row.appointment.start);
    });
    connect(&m_models, &ReceptionModels::findFailed, this, &ReceptionWindow::onFailed);
    connect(&m_models, &ReceptionModels::checkingOutcome, this, [this] {
        m_toastAction = nullptr;
        m_toast->present(tr("Checking whether it was saved..."), {}, checkingSeconds);
    });
    connect(&m_models, &ReceptionModels::outcomeSettled, this,
            [this](const OperationOutcome &outcome, const QDateTime &startedAt) {
                m_toastAction = nullptr;
                const QString text = ReceptionTexts::settled(outcome, startedAt, m_models.clock());
                m_models.notifications().keep(text);
                m_toast->present(text, {}, AppointmentCommands::undoSeconds);
            });
    connect(m_toast, &Toast::actionTriggered, this, [this] {
        if (m_toastAction)
            m_toastAction->trigger();
    });
}

void ReceptionWindow::say(const QString &text, QAction *action, const QString &label)
{
    m_toastAction = action;
    m_models.notifications().keep(text);
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

void ReceptionWindow::onNotDone(const DoneCommand &wanted, const Error &error)
{
    // Where its form still stands, the form says it, with all that was typed.
    if (wanted.kind == DoneCommand::Kind::Cancelled && m_cancelDialog && m_cancelDialog->isSending()
        && m_cancelDialog->visit() == wanted.appointment.id) {
        if (!m_toastAction)
            m_toast->dismiss(); // it may say that the answer is being asked for
        m_cancelDialog->refuse(errorText(error, m_models.clock().zone(), m_models.clock().now()));
    } else {
        onFailed(error);
    }
}

void ReceptionWindow::onFailed(const Error &error)
{
    const QString text = errorText(error, m_models.clock().zone(), m_models.clock().now());
    m_toastAction = nullptr;
    m_models.notifications().keep(text);
    m_toast->present(text, {}, failureSeconds);
}

} // namespace ClinicDesk
