#include "views/ownday/OwnDayPage.h"

#include "domain/Patient.h"
#include "models/DoctorModels.h"
#include "views/ownday/OwnDayRows.h"
#include "views/shell/CommandButton.h"
#include "views/shell/MenuPlace.h"
#include "views/visits/ReasonMenu.h"
#include "widgets/Format.h"
#include "widgets/RowList.h"
#include "widgets/WrapLayout.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// A command whose keys act within `place`, once a press.
QAction *make(QWidget &place, const QString &text, const QList<QKeySequence> &keys,
              Qt::ShortcutContext context, const char *name)
{
    auto *const action = new QAction(text, &place);
    action->setObjectName(QLatin1StringView(name));
    action->setShortcuts(keys);
    action->setShortcutContext(context);
    action->setAutoRepeat(false);
    place.addAction(action);
    return action;
}

} // namespace

OwnDayPage::OwnDayPage(DoctorModels &models, QWidget *parent)
    : Page(tr("Today"), parent)
    , m_models(models)
    , m_title(new QLabel(this))
    , m_seen(new QLabel(this))
    , m_list(new RowList(this))
    , m_next(make(*m_list, tr("&Start the visit"), {Qt::Key_Return, Qt::Key_Enter},
                  Qt::WidgetShortcut, "nextStepAction"))
    , m_noShow(make(*this, tr("Did &not come"), {Qt::CTRL | Qt::Key_F9}, Qt::WindowShortcut,
                    "noShowAction"))
    , m_cancel(
          make(*m_list, tr("C&ancel..."), {Qt::Key_Delete}, Qt::WidgetShortcut, "cancelAction"))
{
    makeActions();
    makeList();
    connectModels();
    restyle();
    showCounts();
    showEmptyText();
    showCurrent();
}

void OwnDayPage::makeList()
{
    m_title->setObjectName(u"dayTitle"_s);
    m_title->setBuddy(m_list);
    m_seen->setObjectName(u"seenLabel"_s);
    m_seen->setAlignment(Qt::AlignRight | Qt::AlignTrailing | Qt::AlignVCenter);
    auto *const titleLine = new QHBoxLayout;
    titleLine->addWidget(m_title);
    titleLine->addWidget(m_seen);
    m_list->setObjectName(u"dayList"_s);
    m_list->setModel(new OwnDayRows(m_models.day(), this));
    m_list->setItemDelegate(new OwnDayDelegate(m_models.day(), this));
    m_list->setAccessibleName(title());
    auto *const buttons = new WrapLayout;
    for (QAction *const action : {m_next, m_noShow, m_cancel})
        buttons->addWidget(new CommandButton(*action, *this, this));
    auto *const layout = new QVBoxLayout(this);
    layout->addLayout(titleLine);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(m_list, &RowList::currentRowChanged, this, &OwnDayPage::showCurrent);
    connect(m_list, &QAbstractItemView::doubleClicked, m_next, &QAction::trigger);
}

void OwnDayPage::makeActions()
{
    m_next->setIcon(icon(IconName::Play));
    m_noShow->setIcon(icon(IconName::BarredCircle));
    m_noShow->setIconText(tr("No-show"));
    m_cancel->setIcon(icon(IconName::Cross));
    m_cancel->setIconText(tr("Cancel"));
    DoctorDayModel &day = m_models.day();
    const auto can = [&day](AppointmentStatus to) {
        return [&day, to](const Current &current) {
            return day.can(current.visit->appointment.id, to);
        };
    };
    const Possible canComplete = can(AppointmentStatus::Completed);
    const Possible canStart = can(AppointmentStatus::InProgress);
    addCommand(
        *m_next, Effect::Writes,
        [canComplete, canStart](const Current &current) {
            return canComplete(current) || canStart(current);
        },
        [&day](const Current &current) {
            const AppointmentId id = current.visit->appointment.id;
            if (!day.complete(id))
                day.start(id);
        });
    addCommand(*m_noShow, Effect::Writes, can(AppointmentStatus::NoShow),
               [&day](const Current &current) { day.markNoShow(current.visit->appointment.id); });
    addCommand(*m_cancel, Effect::Writes, can(AppointmentStatus::Cancelled),
               [this](const Current &current) { cancel(current); });
}

void OwnDayPage::addMenus(QMenuBar &bar)
{
    menuAt(bar, MenuPlace::Appointment).addActions({m_next, m_noShow, m_cancel});
}

void OwnDayPage::connectModels()
{
    DoctorDayModel &day = m_models.day();
    connect(&day, &DoctorDayModel::loaded, this, [this] {
        m_failure.clear();
        showEmptyText();
        showCounts();
        if (!std::exchange(m_opened, true))
            m_list->goTo(m_models.day().presentRow());
    });
    connect(&day, &DoctorDayModel::dayChanged, this, [this] { m_opened = false; });
    connect(&day, &DoctorDayModel::loadFailed, this, [this](const QString &text) {
        m_failure = text;
        showEmptyText();
    });
    connect(&day, &DoctorDayModel::countsChanged, this, &OwnDayPage::showCounts);
}

void OwnDayPage::focusFirst()
{
    m_list->setFocus(Qt::TabFocusReason);
}

bool OwnDayPage::goTo(AppointmentId id)
{
    const int row = m_models.day().rowOf(id);
    if (row < 0)
        return false;
    m_list->goTo(row);
    m_list->setFocus(Qt::OtherFocusReason);
    return true;
}

void OwnDayPage::showCurrent()
{
    const int row = m_list->chosenRow();
    setCurrent(row < 0 ? Current() : Current::of(m_models.day().appointment(row)));
    const bool completes = current().visit
        && m_models.day().can(current().visit->appointment.id, AppointmentStatus::Completed);
    m_next->setText(completes ? tr("&Complete the visit") : tr("&Start the visit"));
    m_next->setIconText(completes ? tr("Complete") : tr("Start"));
    refreshCommands();
}

void OwnDayPage::showCounts()
{
    const DoctorDayModel &day = m_models.day();
    m_title->setText(tr("Today, %1").arg(Format::dayAndDate(day.day())));
    m_seen->setText(tr("seen %1 of %2")
                        .arg(Format::isolated(QString::number(day.seenCount())),
                             Format::isolated(QString::number(day.plannedCount()))));
}

void OwnDayPage::showEmptyText()
{
    m_list->setEmptyText(
        !m_failure.isEmpty() ? m_failure
            : m_models.day().isLoaded()
            ? tr("No appointments today. Confirmed requests for today appear here.")
            : tr("Loading..."));
}

void OwnDayPage::cancel(const Current &current)
{
    const AppointmentRow &visit = *current.visit;
    ReasonDialog::Question question;
    question.title = tr("Cancel the appointment");
    question.text
        = tr("Cancel the appointment of %1?").arg(listName(visit.familyName, visit.givenName));
    question.reasons = {tr("The patient asked for it"), tr("Doctor away"), tr("Booked by mistake")};
    question.words = tr("Reason &for reception");
    question.empty = tr("Enter a reason: reception tells it to the patient.");
    question.act = tr("Cancel the appointment");
    question.acting = tr("Cancelling...");
    question.back = tr("&Back");
    question.possible = [&commands = m_models.commands()](const Appointment &now) {
        return commands.canCancel(now);
    };
    const auto ownName = [this](DoctorId) { return m_models.session().name(); };
    new ReasonMenu(visit, question,
                   {*m_list, m_models.clock(), ownName,
                    [this](QObject *owner) { return m_models.makeOpenVisit(owner); }},
                   [this](const AppointmentRow &seen, const QString &reason) {
                       const Appointment &looked = seen.appointment;
                       return m_models.day().cancel(looked.id, reason, looked.version);
                   });
}

void OwnDayPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void OwnDayPage::restyle()
{
    const Theme &theme = Theme::of(this);
    m_title->setFont(theme.font(TextRole::Section));
    layout()->setContentsMargins(theme.px(2), 0, theme.px(2), 0);
    layout()->setSpacing(theme.px(8));
}

} // namespace ClinicDesk
