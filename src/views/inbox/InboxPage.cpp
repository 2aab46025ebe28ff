#include "views/inbox/InboxPage.h"

#include "domain/Patient.h"
#include "models/DoctorModels.h"
#include "views/inbox/InboxRows.h"
#include "views/shell/CommandButton.h"
#include "views/shell/MenuPlace.h"
#include "views/visits/ReasonMenu.h"
#include "widgets/Announce.h"
#include "widgets/Format.h"
#include "widgets/RowList.h"
#include "widgets/WrapLayout.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr qint64 speakEveryMs = 10'000;

/// A command of the list: its keys act only there, and once a press.
QAction *make(RowList &list, const QString &text, const QKeySequence &key, const char *name)
{
    auto *const action = new QAction(text, &list);
    action->setObjectName(QLatin1StringView(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setAutoRepeat(false);
    list.addAction(action);
    return action;
}

} // namespace

InboxPage::InboxPage(DoctorModels &models, QWidget *parent)
    : Page(tr("Requests"), parent)
    , m_models(models)
    , m_title(new QLabel(this))
    , m_titleLine(new QHBoxLayout)
    , m_list(new RowList(this))
    , m_confirm(make(*m_list, tr("&Confirm"), Qt::Key_C, "confirmAction"))
    , m_reject(make(*m_list, tr("&Reject..."), Qt::Key_R, "rejectAction"))
    , m_takeBack(make(*m_list, tr("&Undo the last answer"), Qt::Key_U, "takeBackAction"))
{
    makeList();
    makeActions();
    connectModels();
    restyle();
    showCount();
    showEmptyText();
    showCurrent();
}

void InboxPage::makeList()
{
    m_title->setObjectName(u"inboxTitle"_s);
    m_title->setBuddy(m_list);
    m_titleLine->addWidget(m_title);
    m_titleLine->addStretch(1);
    m_list->setObjectName(u"inboxList"_s);
    m_list->setModel(new InboxRows(m_models.inbox(), this));
    m_list->setItemDelegate(new InboxDelegate(m_models.inbox(), this));
    m_list->setAccessibleName(title());
    auto *const buttons = new WrapLayout;
    for (QAction *const action : {m_confirm, m_reject})
        buttons->addWidget(new CommandButton(*action, *this, this));
    auto *const layout = new QVBoxLayout(this);
    layout->addLayout(m_titleLine);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(m_list, &RowList::currentRowChanged, this, &InboxPage::showCurrent);
}

void InboxPage::makeActions()
{
    m_confirm->setIcon(icon(IconName::Tick));
    m_reject->setIcon(icon(IconName::Cross));
    const auto waits = [this](const Current &current) {
        const int row = m_models.inbox().rowOf(current.visit->appointment.id);
        return row >= 0 && m_models.inbox().request(row).state == InboxRequest::State::Waiting;
    };
    addCommand(*m_confirm, Effect::Writes, waits,
               [this](const Current &current) { confirm(current); });
    addCommand(*m_reject, Effect::Writes, waits,
               [this](const Current &current) { reject(current); });
}

void InboxPage::addMenus(QMenuBar &bar)
{
    menuAt(bar, MenuPlace::Request).addActions({m_confirm, m_reject, m_takeBack});
}

void InboxPage::setUndo(QAction &undo)
{
    connect(m_takeBack, &QAction::triggered, &undo, &QAction::trigger);
    const auto follow = [this, &undo] {
        m_takeBack->setEnabled(undo.isEnabled());
        m_takeBack->setToolTip(undo.toolTip());
    };
    connect(&undo, &QAction::changed, this, follow);
    follow();
}

void InboxPage::addToTitle(QWidget *part)
{
    m_titleLine->addWidget(part);
}

void InboxPage::connectModels()
{
    RequestInboxModel &inbox = m_models.inbox();
    connect(&inbox, &RequestInboxModel::loaded, this, [this] {
        m_failure.clear();
        showEmptyText();
        showCount();
    });
    connect(&inbox, &RequestInboxModel::loadFailed, this, [this](const QString &text) {
        m_failure = text;
        showEmptyText();
    });
    connect(&inbox, &RequestInboxModel::waitingCountChanged, this, &InboxPage::showCount);
    connect(&inbox, &RequestInboxModel::arrived, this, &InboxPage::speakWaiting);
    connect(&m_models.commands(), &AppointmentCommands::done, this,
            [this](const DoneCommand &command) {
                if (!command.isRedoable())
                    return;
                m_takenBack = command.appointment.id;
                selectTakenBack(); // its row may have come before the answer
            });
    connect(m_list->model(), &QAbstractItemModel::rowsInserted, this, &InboxPage::selectTakenBack);
    // The message speaks of that one, and the next key shall not meet another.
    connect(&m_models.commands(), &AppointmentCommands::failed, this,
            [this](const DoneCommand &wanted) {
                const int row = m_models.inbox().rowOf(wanted.appointment.id);
                if (row >= 0)
                    m_list->setCurrentIndex(m_list->model()->index(row, 0));
            });
}

void InboxPage::focusFirst()
{
    m_list->setFocus(Qt::TabFocusReason);
}

QList<Pane> InboxPage::panes()
{
    return {{this, [this] { focusFirst(); }}};
}

KeyGroup InboxPage::otherKeys() const
{
    return {tr("Lists"),
            {{tr("Up, Down"), tr("next request or appointment")},
             {tr("1 to 6"), tr("in the list of reasons: take that one")},
             {tr("Tab"), tr("from the requests to the day and back")}}};
}

bool InboxPage::goTo(AppointmentId id)
{
    const int row = m_models.inbox().rowOf(id);
    if (row < 0)
        return false;
    m_list->goTo(row);
    m_list->setFocus(Qt::OtherFocusReason);
    return true;
}

void InboxPage::showCurrent()
{
    const int row = m_list->chosenRow();
    setCurrent(row < 0 ? Current() : Current::of(m_models.inbox().request(row).row));
    refreshCommands();
}

void InboxPage::showCount()
{
    m_title->setText(
        tr("Requests %1").arg(Format::isolated(QString::number(m_models.inbox().waitingCount()))));
}

void InboxPage::showEmptyText()
{
    m_list->setEmptyText(!m_failure.isEmpty() ? m_failure
                             : m_models.inbox().isLoaded()
                             ? tr("No requests. New ones appear here.")
                             : tr("Loading..."));
}

void InboxPage::speakWaiting()
{
    if (m_spoken.isValid() && m_spoken.elapsed() < speakEveryMs)
        return;
    m_spoken.start();
    announce(m_title,
             tr("%n requests wait for an answer", nullptr, m_models.inbox().waitingCount()));
}

void InboxPage::confirm(const Current &current)
{
    const AppointmentId id = current.visit->appointment.id;
    if (m_models.inbox().confirm(id))
        goToNext(id);
}

void InboxPage::reject(const Current &current)
{
    const AppointmentRow &request = *current.visit;
    const QString name = listName(request.familyName, request.givenName);
    ReasonDialog::Question question;
    question.title = tr("Reject");
    question.text = tr("Reject the request of %1?").arg(name);
    question.reasons = {tr("Away"), tr("Wrong visit type"), tr("Needs a longer visit"),
                        tr("See a colleague"), tr("Call the patient first")};
    question.words = tr("Reason &for reception");
    question.empty = tr("Enter a reason: reception tells it to the patient.");
    question.act = tr("Reject");
    question.acting = tr("Rejecting...");
    question.back = tr("&Back");
    question.possible
        = [](const Appointment &now) { return now.status == AppointmentStatus::Pending; };
    const auto ownName = [this](DoctorId) { return m_models.session().name(); };
    const AppointmentId id = request.appointment.id;
    new ReasonMenu(request, question,
                   {*m_list, m_models.clock(), ownName,
                    [this](QObject *owner) { return m_models.makeOpenVisit(owner); },
                    [this, id] { goToNext(id); }},
                   [this](const AppointmentRow &seen, const QString &reason) {
                       const Appointment &visit = seen.appointment;
                       return m_models.inbox().reject(visit.id, reason, visit.version);
                   });
}

void InboxPage::goToNext(AppointmentId answered)
{
    const RequestInboxModel &inbox = m_models.inbox();
    const int from = inbox.rowOf(answered);
    const auto choose = [&](int row) {
        if (inbox.request(row).state != InboxRequest::State::Waiting)
            return false;
        m_list->setCurrentIndex(m_list->model()->index(row, 0));
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

void InboxPage::selectTakenBack()
{
    const int row = m_models.inbox().rowOf(m_takenBack);
    if (row < 0)
        return;
    m_takenBack = {};
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
}

void InboxPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void InboxPage::restyle()
{
    const Theme &theme = Theme::of(this);
    m_title->setFont(theme.font(TextRole::Section));
    layout()->setContentsMargins(theme.px(2), 0, theme.px(2), 0);
    layout()->setSpacing(theme.px(8));
}

} // namespace ClinicDesk
