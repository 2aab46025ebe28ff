#include "views/doctor/DoctorWindow.h"

#include "ui_DoctorWindow.h"
#include "views/doctor/DoctorRows.h"
#include "widgets/Announce.h"
#include "widgets/Format.h"
#include "widgets/Toast.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {
constexpr qint64 speakEveryMs = 10'000;
constexpr int lowHeight = 560;
} // namespace

DoctorWindow::DoctorWindow(DoctorModels &models, QWidget *parent)
    : QMainWindow(parent)
    , m_models(models)
    , m_ui(std::make_unique<::Ui::DoctorWindow>())
{
    m_ui->setupUi(this);
    m_toastStrip = new QWidget(m_ui->patientBar);
    m_ui->patientBar->setBeside(m_toastStrip);
    m_toast = new Toast(m_toastStrip);
    m_ui->doctorLabel->setText(models.session().name());
    setWindowTitle(
        tr("%1 - %2 - ClinicDesk").arg(models.session().name(), models.session().clinic.name));
    makeLists();
    makeRequestActions();
    makeVisitActions();
    makeWindowActions();
    addBell();
    wireInbox();
    wireDay();
    wireConnection();
    restyle();
    showCounts();
    showEmptyTexts();
    showConnection();
    showSelected();
    m_ui->inboxList->setFocus();
}

DoctorWindow::~DoctorWindow() = default;

void DoctorWindow::makeLists()
{
    m_ui->inboxList->setModel(new InboxRows(m_models.inbox(), this));
    m_ui->inboxList->setItemDelegate(new InboxDelegate(m_models.inbox(), this));
    m_ui->inboxList->setAccessibleName(tr("Requests"));
    m_ui->dayList->setModel(new DayRows(m_models.day(), this));
    m_ui->dayList->setItemDelegate(new DayDelegate(m_models.day(), this));
    m_ui->dayList->setAccessibleName(tr("Today"));
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 1);
    const auto choose = [this](bool day) {
        m_dayChosen = day;
        showSelected();
    };
    connect(m_ui->inboxList, &RowList::focused, this, [choose] { choose(false); });
    connect(m_ui->dayList, &RowList::focused, this, [choose] { choose(true); });
    connect(m_ui->inboxList, &RowList::currentRowChanged, this, &DoctorWindow::showSelected);
    connect(m_ui->dayList, &RowList::currentRowChanged, this, &DoctorWindow::showSelected);
}

void DoctorWindow::wireInbox()
{
    RequestInboxModel &inbox = m_models.inbox();
    connect(&inbox, &RequestInboxModel::loaded, this, [this] {
        m_inboxFailure.clear();
        showEmptyTexts();
        showCounts();
    });
    connect(&inbox, &RequestInboxModel::loadFailed, this, [this](const QString &text) {
        m_inboxFailure = text;
        showEmptyTexts();
    });
    connect(&inbox, &RequestInboxModel::waitingCountChanged, this, &DoctorWindow::showCounts);
    connect(&inbox, &RequestInboxModel::arrived, this, &DoctorWindow::speakWaiting);
    connect(&inbox, &RequestInboxModel::answered, this, &DoctorWindow::onAnswered);
    connect(&inbox, &RequestInboxModel::refused, this, &DoctorWindow::onRefused);
    RecentActions &actions = m_models.actions();
    connect(&actions, &RecentActions::added, this,
            [this](const QString &text) { say(text, true); });
    connect(&actions, &RecentActions::undone, this, [this](AppointmentId id, const QString &text) {
        m_takenBack = id;
        selectTakenBack(); // its row may have come before the answer
        say(text);
    });
    connect(&actions, &RecentActions::redone, this,
            [this](AppointmentId, const QString &text) { say(text, true); });
    connect(m_ui->inboxList->model(), &QAbstractItemModel::rowsInserted, this,
            &DoctorWindow::selectTakenBack);
    connect(&actions, &RecentActions::refused, this,
            [this](AppointmentId, const QString &text) { say(text); });
    connect(&actions, &RecentActions::canUndoChanged, this, &DoctorWindow::showActions);
    connect(m_toast, &Toast::dismissed, this, &DoctorWindow::fitHeight);
    connect(m_toast, &Toast::actionTriggered, this, [this] {
        if (m_toastUndoes)
            undoLatest();
    });
}

void DoctorWindow::wireDay()
{
    DoctorDayModel &day = m_models.day();
    connect(&day, &DoctorDayModel::loaded, this, [this] {
        m_dayFailure.clear();
        showEmptyTexts();
        showCounts();
        if (!std::exchange(m_dayOpened, true))
            m_ui->dayList->goTo(m_models.day().presentRow());
    });
    connect(&day, &DoctorDayModel::dayChanged, this, [this] { m_dayOpened = false; });
    connect(&day, &DoctorDayModel::loadFailed, this, [this](const QString &text) {
        m_dayFailure = text;
        showEmptyTexts();
    });
    connect(&day, &DoctorDayModel::countsChanged, this, &DoctorWindow::showCounts);
    connect(&day, &DoctorDayModel::changed, this, &DoctorWindow::onAnswered);
    connect(&day, &DoctorDayModel::refused, this, &DoctorWindow::onRefused);
    connect(m_ui->dayList, &QAbstractItemView::doubleClicked, this, &DoctorWindow::takeNextStep);
}

void DoctorWindow::wireConnection()
{
    ConnectionModel &connection = m_models.connection();
    connect(&connection, &ConnectionModel::stateChanged, this, &DoctorWindow::showConnection);
    connect(&connection, &ConnectionModel::regained, this, [this] {
        m_ui->banner->present(BannerTone::Success,
                              tr("The connection is back. Everything is up to date."), {}, {},
                              4000);
    });
    connect(m_ui->banner, &Banner::actionTriggered, this, &DoctorWindow::reconnect);
}

AppointmentId DoctorWindow::currentRequest() const
{
    const int row = m_ui->inboxList->currentIndex().row();
    return row < 0 ? AppointmentId() : m_models.inbox().request(row).id();
}

AppointmentId DoctorWindow::currentVisit() const
{
    const int row = m_ui->dayList->currentIndex().row();
    return row < 0 ? AppointmentId() : m_models.day().appointment(row).appointment.id;
}

void DoctorWindow::showSelected()
{
    const int row = (m_dayChosen ? m_ui->dayList : m_ui->inboxList)->currentIndex().row();
    if (row < 0)
        m_ui->patientBar->clear();
    else
        m_ui->patientBar->setAppointment(m_dayChosen ? m_models.day().appointment(row)
                                                     : m_models.inbox().request(row).row,
                                         m_models.clock());
    showActions();
}

void DoctorWindow::showActions()
{
    const bool live = m_models.connection().isLive();
    const int row = m_ui->inboxList->currentIndex().row();
    const bool waits
        = row >= 0 && m_models.inbox().request(row).state == InboxRequest::State::Waiting;
    m_actions.confirm->setEnabled(live && waits);
    m_actions.reject->setEnabled(live && waits);
    m_actions.undo->setEnabled(live && m_models.actions().canUndo());
    m_actions.takeBack->setEnabled(live && m_models.actions().canUndo());
    m_actions.redo->setEnabled(live && m_models.actions().canRedo());

    const DoctorDayModel &day = m_models.day();
    const AppointmentId visit = currentVisit();
    const bool completes = day.can(visit, AppointmentStatus::Completed);
    m_actions.next->setText(completes ? tr("&Complete the visit") : tr("&Start the visit"));
    m_actions.next->setIconText(completes ? tr("Complete  Enter") : tr("Start  Enter"));
    m_actions.next->setEnabled(live
                               && (completes || day.can(visit, AppointmentStatus::InProgress)));
    m_actions.noShow->setEnabled(live && day.can(visit, AppointmentStatus::NoShow));
    m_actions.cancel->setEnabled(live && day.can(visit, AppointmentStatus::Cancelled));
    const QString why = m_models.connection().whyReadOnly();
    for (QAction *action : {m_actions.confirm, m_actions.reject, m_actions.takeBack, m_actions.undo,
                            m_actions.redo, m_actions.next, m_actions.noShow, m_actions.cancel})
        action->setToolTip(why.isEmpty() ? action->iconText() : why);
}

void DoctorWindow::showCounts()
{
    m_ui->inboxTitle->setText(
        tr("Requests %1").arg(Format::isolated(QString::number(m_models.inbox().waitingCount()))));
    const DoctorDayModel &day = m_models.day();
    m_ui->dayTitle->setText(tr("Today, %1").arg(Format::dayAndDate(day.day())));
    m_ui->seenLabel->setText(tr("seen %1 of %2")
                                 .arg(Format::isolated(QString::number(day.seenCount())),
                                      Format::isolated(QString::number(day.plannedCount()))));
    showSelected();
}

void DoctorWindow::showEmptyTexts()
{
    const auto text = [](const QString &failure, bool loaded, const QString &empty) {
        return !failure.isEmpty() ? failure : loaded ? empty : tr("Loading...");
    };
    m_ui->inboxList->setEmptyText(text(m_inboxFailure, m_models.inbox().isLoaded(),
                                       tr("No requests. New ones appear here.")));
    m_ui->dayList->setEmptyText(
        text(m_dayFailure, m_models.day().isLoaded(),
             tr("No appointments today. Confirmed requests for today appear here.")));
}

void DoctorWindow::showConnection()
{
    const ConnectionModel &connection = m_models.connection();
    const bool live = connection.isLive();
    m_ui->liveLabel->setText(live ? tr("Live") : tr("No connection"));
    m_ui->zoneLabel->setText(foreignZoneText());
    const Theme &theme = Theme::of(this);
    m_ui->liveIcon->setPixmap(iconPixmap(live ? IconName::Tick : IconName::Alert, theme.px(16),
                                         theme.colour(live ? Token::Success : Token::Error),
                                         devicePixelRatioF()));
    if (!live)
        m_ui->banner->present(BannerTone::Error, connection.lostText(), tr("Reconnect F5"));
    if (m_reasonDialog)
        m_reasonDialog->setReadOnly(connection.whyReadOnly());
    showActions();
}

QString DoctorWindow::foreignZoneText() const
{
    const QTimeZone &zone = m_models.clock().zone();
    const QDateTime now = m_models.clock().now();
    if (zone.offsetFromUtc(now) == QTimeZone::systemTimeZone().offsetFromUtc(now))
        return {};
    return tr("Times of %1").arg(QString::fromLatin1(zone.id()));
}

void DoctorWindow::speakWaiting()
{
    if (m_spoken.isValid() && m_spoken.elapsed() < speakEveryMs)
        return;
    m_spoken.start();
    const int count = m_models.inbox().waitingCount();
    announce(m_ui->inboxTitle, tr("%n requests wait for an answer", nullptr, count));
}

void DoctorWindow::say(const QString &text, bool undoable)
{
    m_toastUndoes = undoable;
    m_models.notifications().keep(text);
    m_toastStrip->show();
    m_toast->present(text, undoable ? tr("Undo Ctrl+Z") : QString(),
                     undoable ? RecentActions::undoSeconds : 8);
}

void DoctorWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void DoctorWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitHeight();
}

void DoctorWindow::fitHeight()
{
    const bool low = height() < Theme::of(this).px(lowHeight);
    for (QWidget *part : std::initializer_list<QWidget *> {m_ui->doctorLabel, m_ui->zoneLabel,
                                                           m_ui->liveIcon, m_ui->liveLabel})
        part->setVisible(!low);
    // There the message goes below the patient, and takes its room only while it stands.
    m_ui->patientBar->setStacked(low);
    m_toastStrip->setVisible(!low || !m_toast->isHidden());
}

void DoctorWindow::restyle()
{
    const Theme &theme = Theme::of(this);
    m_ui->doctorLabel->setFont(theme.font(TextRole::Title));
    m_ui->inboxTitle->setFont(theme.font(TextRole::Section));
    m_ui->dayTitle->setFont(theme.font(TextRole::Section));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, theme.colour(Token::SecondaryText));
    m_ui->seenLabel->setPalette(muted);
    m_ui->liveLabel->setPalette(muted);
    m_ui->zoneLabel->setPalette(muted);
    for (QLayout *layout : std::initializer_list<QLayout *> {m_ui->inboxLayout, m_ui->dayLayout}) {
        layout->setContentsMargins(theme.px(2), 0, theme.px(2), 0);
        layout->setSpacing(theme.px(8));
    }
    // Room for one message, so that none covers a row or a button, nor moves one.
    m_toastStrip->setFixedHeight(theme.controlHeight() + theme.px(24));
    m_ui->centreLayout->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12));
    m_ui->centreLayout->setSpacing(theme.px(8));
    fitHeight();
    showConnection();
}

} // namespace ClinicDesk
