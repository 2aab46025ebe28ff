#include "views/shell/Shell.h"

#include "domain/ErrorText.h"
#include "models/AppointmentCommands.h"
#include "models/ConnectionModel.h"
#include "views/commands/CommandPalette.h"
#include "views/commands/KeysDialog.h"
#include "views/notices/Bell.h"
#include "views/notices/Messages.h"
#include "views/shell/CommonActions.h"
#include "views/visits/DoneTexts.h"
#include "views/visits/ReasonDialog.h"
#include "widgets/Banner.h"
#include "widgets/HeldKey.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QMenuBar>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {
constexpr int regainedMs = 4000;
constexpr int checkingSeconds = 60; ///< its answer replaces it
} // namespace

Shell::Shell(const Models &models, QWidget *parent)
    : QMainWindow(parent)
    , m_models(models)
    , m_common(new CommonActions(this))
{
    auto *const central = new QWidget(this);
    m_rows = new QVBoxLayout(central);
    m_banner = new Banner(central);
    m_columns = new QHBoxLayout;
    m_pages = new PageStack(central);
    m_columns->addWidget(m_pages, 1);
    m_rows->addWidget(m_banner);
    m_rows->addLayout(m_columns, 1);
    setCentralWidget(central);
    restyle();
    m_bellButton = new QPushButton(central);
    m_messages = new Messages(models.notifications, models.commands.undoSeconds(), *central,
                              nullptr, this);
    auto *const bell = new Bell(models.notifications, *m_common->bell, *m_bellButton, central);
    connect(bell, &Bell::chosen, this, &Shell::newsChosen);
    connectCommon();
}

void Shell::connectCommon()
{
    const auto on
        = [this](QAction *action, auto act) { connect(action, &QAction::triggered, this, act); };
    on(m_common->undo, [this] {
        if (HeldKey::isRepeat())
            return; // it would be somebody else's change
        m_messages->dismiss();
        m_models.commands.undo();
    });
    on(m_common->redo, [this] {
        if (HeldKey::isRepeat())
            return;
        m_messages->dismiss();
        m_models.commands.redo();
    });
    on(m_common->nextPane, &Shell::focusNextPane);
    on(m_common->newestToast, [this] { m_messages->focusAction(); });
    on(m_common->reconnect, [this] { m_models.connection.reconnectNow(); });
    on(m_common->palette, &Shell::openPalette);
    on(m_common->keys, &Shell::showKeys);
    auto *const escape = new QShortcut(Qt::Key_Escape, this);
    connect(escape, &QShortcut::activated, this, &Shell::stepBack);
    connect(m_banner, &Banner::actionTriggered, m_common->reconnect, &QAction::trigger);
    connect(&m_models.connection, &ConnectionModel::stateChanged, this, &Shell::showConnection);
    connect(&m_models.commands, &AppointmentCommands::undoChanged, this, &Shell::refreshUndo);
    connect(&m_models.commands, &AppointmentCommands::done, this, &Shell::onDone);
    connect(&m_models.commands, &AppointmentCommands::failed, this, &Shell::onFailed);
    connect(&m_models.commands, &AppointmentCommands::checking, this,
            [this] { m_messages->hint(DoneTexts::checking(), checkingSeconds); });
    connect(&m_models.commands, &AppointmentCommands::settled, this,
            [this](const OperationOutcome &outcome, const QDateTime &startedAt) {
                m_messages->say(DoneTexts::settled(outcome, startedAt, m_models.clock),
                                m_models.commands.undoSeconds());
            });
}

void Shell::setHeader(QWidget *header)
{
    m_rows->insertWidget(0, header);
}

void Shell::setFooter(QWidget *footer)
{
    m_rows->addWidget(footer);
}

void Shell::addSide(QWidget *part, Side side)
{
    m_columns->insertWidget(side == Side::Start ? 0 : m_columns->count(), part);
}

void Shell::placeMessages(QWidget &host, const QWidget *floor)
{
    m_messages->place(host, floor);
}

void Shell::finish()
{
    QMenuBar &bar = *menuBar();
    m_common->addTo(bar);
    for (Page *const page : m_pages->all())
        page->addMenus(bar);
    refreshUndo();
    showConnection();
    m_pages->active()->focusFirst();
}

void Shell::showConnection()
{
    const ConnectionModel &connection = m_models.connection;
    if (!connection.isLive())
        m_banner->present(BannerTone::Error, connection.lostText(),
                          CommonActions::label(*m_common->reconnect));
    else if (!m_banner->text().isEmpty())
        m_banner->present(BannerTone::Success, tr("Connected again. You see the day as it is now."),
                          {}, {}, regainedMs);
    for (Page *const page : m_pages->all())
        page->setReadOnly(connection.whyReadOnly());
    const QList<ReasonDialog *> forms = findChildren<ReasonDialog *>();
    for (ReasonDialog *const form : forms)
        form->setReadOnly(connection.whyReadOnly());
    refreshUndo();
}

void Shell::refreshUndo()
{
    const QString why = m_models.connection.whyReadOnly();
    m_common->undo->setEnabled(why.isEmpty() && m_models.commands.canUndo());
    m_common->redo->setEnabled(why.isEmpty() && m_models.commands.canRedo());
    for (QAction *const action : {m_common->undo, m_common->redo})
        action->setToolTip(why.isEmpty() ? CommonActions::toolTip(*action) : why);
}

void Shell::onDone(const DoneCommand &command)
{
    m_messages->offer(DoneTexts::done(command, m_models.clock), command.appointment.id,
                      command.isRedoable() ? *m_common->redo : *m_common->undo);
}

void Shell::onFailed(const DoneCommand &wanted, const Error &error)
{
    const QString text = errorText(error, m_models.clock.zone(), m_models.clock.now());
    // Where its form still stands, the form says it, with all that was typed.
    const QList<ReasonDialog *> forms = findChildren<ReasonDialog *>();
    for (ReasonDialog *const form : forms) {
        if (!form->isSending(wanted.appointment.id))
            continue;
        if (m_messages->isPlain())
            m_messages->dismiss(); // it may say that the answer is being asked for
        form->refuse(text);
        return;
    }
    m_messages->fail(DoneTexts::failed(wanted, text));
}

void Shell::openPalette()
{
    auto *const palette = new CommandPalette(*menuBar(), m_models.patients, m_models.clock, this);
    Q_EMIT paletteOpened(palette);
    palette->open();
}

void Shell::showKeys()
{
    QList<KeyGroup> groups;
    for (const Page *const page : m_pages->shown())
        groups.append(page->otherKeys());
    auto *const dialog = new KeysDialog(*menuBar(), groups, this);
    dialog->open();
}

QList<Pane> Shell::panes()
{
    QList<Pane> panes;
    for (Page *const page : m_pages->shown())
        panes.append(page->panes());
    return panes;
}

void Shell::focusNextPane()
{
    QList<Pane> all = panes();
    all.removeIf([](const Pane &pane) { return !pane.widget->isVisible(); });
    if (all.isEmpty())
        return;
    const QWidget *const now = QApplication::focusWidget();
    qsizetype next = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (now && (all.at(i).widget == now || all.at(i).widget->isAncestorOf(now)))
            next = i + 1;
    }
    const Pane &pane = all.at(next % all.size());
    if (pane.focus)
        pane.focus();
    else
        pane.widget->setFocus(Qt::TabFocusReason);
}

void Shell::stepBack()
{
    if (!m_pages->active()->stepBack())
        m_pages->goBack();
}

void Shell::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    Q_EMIT fitNeeded();
}

void Shell::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        restyle();
        Q_EMIT fitNeeded();
    }
}

void Shell::restyle()
{
    const Theme &theme = Theme::of(this);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_columns->setContentsMargins(theme.px(12), 0, theme.px(12), 0);
    m_columns->setSpacing(theme.px(12));
}

} // namespace ClinicDesk
