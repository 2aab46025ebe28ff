#include "views/doctor/DoctorWindow.h"

#include "domain/ErrorText.h"
#include "domain/Patient.h"
#include "ui_DoctorWindow.h"
#include "views/commands/CommandPalette.h"
#include "views/commands/KeysDialog.h"
#include "views/doctor/CommandButton.h"
#include "views/doctor/RowList.h"
#include "views/notices/Bell.h"
#include "views/visits/EventTexts.h"
#include "widgets/TextLabel.h"
#include "widgets/Toast.h"
#include "widgets/WrapLayout.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QMenu>
#include <QMessageBox>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

QAction *DoctorWindow::addCommand(QMenu *menu, const QString &text, const QList<QKeySequence> &keys,
                                  QWidget *onlyIn, void (DoctorWindow::*act)())
{
    QAction *action = menu->addAction(text);
    action->setShortcuts(keys);
    action->setAutoRepeat(false);
    if (onlyIn) {
        action->setShortcutContext(Qt::WidgetShortcut);
        onlyIn->addAction(action);
    } else {
        addAction(action);
    }
    connect(action, &QAction::triggered, this, act);
    return action;
}

void DoctorWindow::makeRequestActions()
{
    m_actions.confirm = addCommand(m_ui->requestMenu, tr("&Confirm"), {Qt::Key_C}, m_ui->inboxList,
                                   &DoctorWindow::confirmRequest);
    m_actions.reject = addCommand(m_ui->requestMenu, tr("&Reject..."), {Qt::Key_R}, m_ui->inboxList,
                                  &DoctorWindow::rejectRequest);
    m_actions.takeBack = addCommand(m_ui->requestMenu, tr("&Undo the last answer"), {Qt::Key_U},
                                    m_ui->inboxList, &DoctorWindow::undoLatest);
    m_actions.confirm->setObjectName(u"confirmAction"_s);
    m_actions.reject->setObjectName(u"rejectAction"_s);
    m_actions.takeBack->setObjectName(u"takeBackAction"_s);
    m_actions.confirm->setIcon(icon(IconName::Tick));
    m_actions.confirm->setIconText(tr("Confirm  C"));
    m_actions.reject->setIcon(icon(IconName::Cross));
    m_actions.reject->setIconText(tr("Reject  R"));
    auto *buttons = new WrapLayout;
    m_ui->inboxButtons->addLayout(buttons);
    for (QAction *action : {m_actions.confirm, m_actions.reject})
        buttons->addWidget(new CommandButton(*action, this));
}

void DoctorWindow::makeVisitActions()
{
    m_actions.next
        = addCommand(m_ui->visitMenu, tr("&Start the visit"), {Qt::Key_Return, Qt::Key_Enter},
                     m_ui->dayList, &DoctorWindow::takeNextStep);
    m_actions.noShow = addCommand(m_ui->visitMenu, tr("Did &not come"), {Qt::CTRL | Qt::Key_F9},
                                  nullptr, &DoctorWindow::markNoShow);
    m_actions.cancel = addCommand(m_ui->visitMenu, tr("C&ancel..."), {Qt::Key_Delete},
                                  m_ui->dayList, &DoctorWindow::cancelVisit);
    m_actions.next->setObjectName(u"nextStepAction"_s);
    m_actions.noShow->setObjectName(u"noShowAction"_s);
    m_actions.cancel->setObjectName(u"cancelAction"_s);
    m_actions.next->setIcon(icon(IconName::Play));
    m_actions.noShow->setIcon(icon(IconName::BarredCircle));
    m_actions.noShow->setIconText(tr("No-show  Ctrl+F9"));
    m_actions.cancel->setIcon(icon(IconName::Cross));
    m_actions.cancel->setIconText(tr("Cancel  Del"));
    auto *buttons = new WrapLayout;
    m_ui->dayButtons->addLayout(buttons);
    for (QAction *action : {m_actions.next, m_actions.noShow, m_actions.cancel})
        buttons->addWidget(new CommandButton(*action, this));
}

void DoctorWindow::makeWindowActions()
{
    m_actions.undo = addCommand(m_ui->editMenu, tr("&Undo"), {QKeySequence::Undo}, nullptr,
                                &DoctorWindow::undoLatest);
    m_actions.undo->setObjectName(u"undoAction"_s);
    m_actions.redo = addCommand(m_ui->editMenu, tr("&Redo"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z},
                                nullptr, &DoctorWindow::redoLatest);
    m_actions.redo->setObjectName(u"redoAction"_s);
    addCommand(m_ui->viewMenu, tr("&Next pane"), {Qt::Key_F6}, nullptr, &DoctorWindow::switchPane)
        ->setObjectName(u"nextPaneAction"_s);
    addCommand(m_ui->viewMenu, tr("Newest &message"), {Qt::Key_F8}, nullptr,
               &DoctorWindow::showNewestToast)
        ->setObjectName(u"newestToastAction"_s);
    m_actions.bell = m_ui->viewMenu->addAction(tr("&Bell"));
    m_actions.bell->setShortcut(Qt::Key_F7);
    m_actions.bell->setObjectName(u"bellAction"_s);
    addAction(m_actions.bell);
    addCommand(m_ui->viewMenu, tr("&Reconnect"), {Qt::Key_F5}, nullptr, &DoctorWindow::reconnect)
        ->setObjectName(u"reconnectAction"_s);
    addCommand(m_ui->helpMenu, tr("Do &anything..."), {Qt::CTRL | Qt::Key_K}, nullptr,
               &DoctorWindow::openPalette)
        ->setObjectName(u"paletteAction"_s);
    addCommand(m_ui->helpMenu, tr("&Keys"), {Qt::Key_F1}, nullptr, &DoctorWindow::showKeys)
        ->setObjectName(u"keysAction"_s);
}

void DoctorWindow::confirmRequest()
{
    const AppointmentId id = currentRequest();
    if (m_models.inbox().confirm(id))
        goToNextRequest(id);
}

void DoctorWindow::rejectRequest()
{
    const int row = m_ui->inboxList->currentIndex().row();
    if (row < 0)
        return;
    const AppointmentRow request = m_models.inbox().request(row).row;
    const AppointmentId id = request.appointment.id;
    const auto canReject
        = [](const Appointment &now) { return now.status == AppointmentStatus::Pending; };
    askReason(request,
              {tr("Reject the request of %1?").arg(listName(request.familyName, request.givenName)),
               tr("Reject"), tr("Rejecting..."), canReject},
              {tr("Away"), tr("Wrong visit type"), tr("Needs a longer visit"),
               tr("See a colleague"), tr("Call the patient first")},
              m_ui->inboxList, [this, id](const QString &reason, int version) {
                  return m_models.inbox().reject(id, reason, version);
              });
}

void DoctorWindow::undoLatest()
{
    m_toast->dismiss();
    m_models.actions().undoLatest();
}

void DoctorWindow::redoLatest()
{
    m_toast->dismiss();
    m_models.actions().redoLatest();
}

void DoctorWindow::takeNextStep()
{
    const AppointmentId id = currentVisit();
    if (!m_actions.next->isEnabled())
        return;
    if (!m_models.day().complete(id))
        m_models.day().start(id);
}

void DoctorWindow::markNoShow()
{
    m_models.day().markNoShow(currentVisit());
}

void DoctorWindow::cancelVisit()
{
    const int row = m_ui->dayList->currentIndex().row();
    if (row < 0)
        return;
    const AppointmentRow visit = m_models.day().appointment(row);
    const auto canCancel = [](const Appointment &now) { return holdsSlot(now.status); };
    askReason(visit,
              {tr("Cancel the appointment of %1?").arg(listName(visit.familyName, visit.givenName)),
               tr("Cancel the appointment"), tr("Cancelling..."), canCancel},
              {tr("The patient asked for it"), tr("Doctor away"), tr("Booked by mistake")},
              m_ui->dayList, [this, id = visit.appointment.id](const QString &reason, int version) {
                  return m_models.day().cancel(id, reason, version);
              });
}

void DoctorWindow::switchPane()
{
    (m_ui->inboxList->hasFocus() ? m_ui->dayList : m_ui->inboxList)
        ->setFocus(Qt::ShortcutFocusReason);
}

void DoctorWindow::showNewestToast()
{
    m_toast->focusAction();
}

void DoctorWindow::addBell()
{
    auto *bell = new Bell(m_models.notifications(), *m_actions.bell, *m_ui->bell, m_ui->centre);
    connect(bell, &Bell::chosen, this, &DoctorWindow::showNews);
}

/// Selects what it is about where that is in sight, else says it.
void DoctorWindow::showNews(const Notification &news)
{
    const auto select = [](RowList *list, int row) {
        if (row < 0)
            return false;
        list->goTo(row);
        list->setFocus(Qt::OtherFocusReason);
        return true;
    };
    if (!select(m_ui->inboxList, m_models.inbox().rowOf(news.appointment))
        && !select(m_ui->dayList, m_models.day().rowOf(news.appointment)))
        m_toast->present(EventTexts::of(news, m_models.clock()), {}, 8);
}

void DoctorWindow::reconnect()
{
    m_models.connection().reconnectNow();
}

void DoctorWindow::openPalette()
{
    auto *palette = new CommandPalette(*m_ui->menuBar, nullptr, m_models.clock(), this);
    palette->open();
}

void DoctorWindow::showKeys()
{
    const KeyGroup lists {tr("Lists"),
                          {{tr("Up, Down"), tr("next request or appointment")},
                           {tr("1 to 6"), tr("in the list of reasons: take that one")},
                           {tr("Tab"), tr("from the requests to the day and back")}}};
    auto *dialog = new KeysDialog(*m_ui->menuBar, {lists}, this);
    dialog->open();
}

/// A menu that digits choose from; the last entry takes the doctor's own words.
void DoctorWindow::askReason(const AppointmentRow &visit, const ReasonDialog::Question &question,
                             const QStringList &reasons, QWidget *at, const Send &send)
{
    auto *menu = new QMenu(at);
    menu->setObjectName(u"reasonMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new QWidgetAction(menu);
    auto *label = new TextLabel(question.text, TextRole::BodyStrong, Token::Text, menu);
    const int edge = Theme::of(this).px(12);
    label->setContentsMargins(edge, edge, edge, edge);
    const int most = Theme::of(this).px(420);
    if (label->sizeHint().width() > most) {
        label->setWordWrap(true);
        label->setFixedSize(most, label->heightForWidth(most));
    }
    title->setDefaultWidget(label);
    title->setEnabled(false);
    menu->addAction(title);
    // The title is no command, but as readable as one.
    label->setEnabled(true);
    int number = 0;
    for (const QString &reason : reasons) {
        QAction *action = menu->addAction(u"&%1   %2"_s.arg(++number).arg(reason));
        connect(action, &QAction::triggered, this,
                [this, at, send, reason, seen = visit.appointment] {
                    if (send(reason, seen.version) && at == m_ui->inboxList)
                        goToNextRequest(seen.id);
                });
    }
    QAction *other = menu->addAction(u"&%1   %2"_s.arg(++number).arg(tr("Other...")));
    connect(other, &QAction::triggered, this,
            [this, visit, question, send] { askOwnWords(visit, question, send); });
    const auto *list = qobject_cast<QAbstractItemView *>(at);
    const QRect row = list->visualRect(list->currentIndex());
    menu->popup(list->viewport()->mapToGlobal(row.bottomLeft()));
}

void DoctorWindow::askOwnWords(const AppointmentRow &visit, const ReasonDialog::Question &question,
                               const Send &send)
{
    OpenVisit *const open = m_models.makeOpenVisit(this);
    open->open(visit);
    const auto ownName = [this](DoctorId) { return m_models.session().name(); };
    auto *dialog = new ReasonDialog(question, *open, m_models.clock(), ownName, this);
    connect(dialog, &ReasonDialog::reasonGiven, this,
            [this, send, id = visit.appointment.id](const QString &reason, int version) {
                const Error changed {ErrorKind::InvalidTransition, {}, {}, {}};
                if (!send(reason, version))
                    onRefused(id, errorText(changed, m_models.clock().zone(), {}));
            });
    connect(dialog, &QDialog::finished, this, [this] { m_reasonDialog = nullptr; });
    m_reasonDialog = dialog;
    dialog->open();
}

void DoctorWindow::onAnswered(AppointmentId id)
{
    if (m_reasonDialog && m_reasonDialog->isSending(id))
        m_reasonDialog->accept();
}

void DoctorWindow::onRefused(AppointmentId id, const QString &text)
{
    if (m_reasonDialog && m_reasonDialog->isSending(id))
        m_reasonDialog->refuse(text);
    else
        say(text);
}

/// The row below that can be answered, else the one above.
void DoctorWindow::goToNextRequest(AppointmentId answered)
{
    const RequestInboxModel &inbox = m_models.inbox();
    const int from = inbox.rowOf(answered);
    const auto choose = [&](int row) {
        if (inbox.request(row).state != InboxRequest::State::Waiting)
            return false;
        m_ui->inboxList->setCurrentIndex(m_ui->inboxList->model()->index(row, 0));
        return true;
    };
    for (int row = from + 1; row < inbox.rowCount(); ++row) {
        if (choose(row))
            return;
    }
    for (int row = from - 1; row >= 0; --row) {
        if (choose(row))
            return;
    }
}

void DoctorWindow::selectTakenBack()
{
    const int row = m_models.inbox().rowOf(m_takenBack);
    if (row < 0)
        return;
    m_takenBack = {};
    m_ui->inboxList->setCurrentIndex(m_ui->inboxList->model()->index(row, 0));
}

} // namespace ClinicDesk
