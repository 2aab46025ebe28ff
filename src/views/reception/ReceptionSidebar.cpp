#include "views/reception/ReceptionSidebar.h"

#include "models/ReceptionModels.h"
#include "views/reception/ReceptionTexts.h"
#include "views/reception/ShelfList.h"
#include "widgets/MiniMonth.h"
#include "widgets/TextLabel.h"

#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {
constexpr int doctorRole = Qt::UserRole;
constexpr int shownWeeks = 6;

DayMark markOf(DayFill fill)
{
    switch (fill) {
    case DayFill::Unknown:
        return DayMark::None;
    case DayFill::Free:
        return DayMark::Free;
    case DayFill::NearlyFull:
        return DayMark::NearlyFull;
    case DayFill::Full:
        return DayMark::Full;
    case DayFill::Closed:
        return DayMark::Closed;
    }
    Q_UNREACHABLE();
}
} // namespace

ReceptionSidebar::ReceptionSidebar(ReceptionModels &models, QWidget *parent)
    : QWidget(parent)
    , m_models(models)
    , m_month(new MiniMonth(this))
    , m_doctors(new QListWidget(this))
    , m_shelf(new ShelfList(models.shelf(), models.clock().zone(), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *title = new TextLabel(tr("Doctors"), TextRole::BodyStrong, Token::Text, this);
    title->setBuddy(m_doctors);
    m_month->setObjectName(u"miniMonth"_s);
    m_doctors->setObjectName(u"doctorList"_s);
    m_doctors->setAccessibleName(tr("Doctors shown"));
    m_doctors->setFrameShape(QFrame::NoFrame);
    m_doctors->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    layout->addWidget(m_month);
    layout->addWidget(title);
    layout->addWidget(m_doctors, 1);
    auto *shelfTitle = new TextLabel(tr("Shelf"), TextRole::BodyStrong, Token::Text, this);
    shelfTitle->setBuddy(m_shelf);
    layout->addWidget(shelfTitle);
    layout->addWidget(m_shelf);
    m_doctorParts = {title, m_doctors};
    m_shelfParts = {shelfTitle, m_shelf};
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&models.shelf(), signal, this, &ReceptionSidebar::fitLists);
    connect(m_month, &MiniMonth::monthShown, this, &ReceptionSidebar::watchMonth);
    connect(&models.catalogue(), &Catalogue::closedDaysChanged, this, &ReceptionSidebar::markDays);
    connect(&models.load(), &LoadModel::changed, this, &ReceptionSidebar::markDays);
    connect(&models.day(), &DayModel::doctorsChanged, this, &ReceptionSidebar::refreshDoctors);
    connect(m_doctors, &QListWidget::itemChanged, this, &ReceptionSidebar::onItemChanged);
    m_hidden = models.deskView().hiddenDoctors();
    watchMonth(m_month->shownMonth());
    models.load().setHidden(m_hidden);
    refreshDoctors();
}

void ReceptionSidebar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitLists();
}

void ReceptionSidebar::fitLists()
{
    // Large text on a small screen leaves room for one list below the month: the shelf's while
    // something is on it.
    int needed = m_month->sizeHint().height() + 6 * layout()->spacing();
    for (const QWidget *part : m_doctorParts + m_shelfParts)
        needed += part->minimumSizeHint().height();
    const bool both = height() >= needed;
    const bool filled = m_models.shelf().rowCount() > 0;
    for (QWidget *part : std::as_const(m_doctorParts))
        part->setVisible(both || !filled);
    for (QWidget *part : std::as_const(m_shelfParts))
        part->setVisible(both || filled);
}

void ReceptionSidebar::watchMonth(QDate first)
{
    const QDate monday = first.addDays(1 - first.dayOfWeek());
    m_models.catalogue().watchClosedDays(monday, monday.addDays(shownWeeks * 7 - 1));
    m_models.load().watch(LoadModel::Viewer::Sidebar, first);
}

void ReceptionSidebar::markDays()
{
    QMap<QDate, DayMark> marks;
    QMap<QDate, QString> notes;
    // What is over can neither be full nor free any more.
    const QDate first = LoadModel::firstShown(m_month->shownMonth());
    for (int index = 0; index < LoadModel::daysShown; ++index) {
        const QDate day = first.addDays(index);
        const DayLoad load = m_models.load().on(day);
        if (day < m_models.clock().today() || !load.known)
            continue;
        marks.insert(day, markOf(load.fill()));
        notes.insert(day, ReceptionTexts::load(load));
    }
    for (const ClosedDay &closed : m_models.catalogue().closedDays()) {
        marks.insert(closed.day, DayMark::Closed);
        notes.insert(closed.day, tr("closed, %1", "closed day's name").arg(closed.name));
    }
    m_month->setMarks(marks);
    m_month->setNotes(notes);
}

void ReceptionSidebar::refreshDoctors()
{
    const QSignalBlocker blocker(m_doctors);
    const QList<DoctorDay> &days = m_models.day().doctors();
    while (m_doctors->count() > days.size())
        delete m_doctors->takeItem(m_doctors->count() - 1);
    for (int row = 0; row < days.size(); ++row) {
        const DoctorDay &day = days.at(row);
        QListWidgetItem *item = m_doctors->item(row);
        if (!item) {
            item = new QListWidgetItem(m_doctors);
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        }
        item->setData(doctorRole, QVariant::fromValue(day.doctor));
        item->setCheckState(isShown(day.doctor) ? Qt::Checked : Qt::Unchecked);
        item->setText(day.isOff() ? tr("%1, off", "doctor").arg(day.name)
                          : day.freeSlots == DoctorDay::unknown ? day.name
                          : day.freeSlots == 0
                          ? tr("%1, full", "doctor").arg(day.name)
                          : tr("%1, %n free", "doctor", day.freeSlots).arg(day.name));
    }
    if (m_doctors->currentRow() < 0 && m_doctors->count() > 0)
        m_doctors->setCurrentRow(0);
}

void ReceptionSidebar::show(DoctorId doctor)
{
    for (int row = 0; row < m_doctors->count(); ++row) {
        QListWidgetItem *const item = m_doctors->item(row);
        if (item->data(doctorRole).value<DoctorId>() == doctor)
            item->setCheckState(Qt::Checked);
    }
}

void ReceptionSidebar::onItemChanged(QListWidgetItem *item)
{
    const auto doctor = item->data(doctorRole).value<DoctorId>();
    if (item->checkState() == Qt::Checked)
        m_hidden.remove(doctor);
    else
        m_hidden.insert(doctor);
    m_models.load().setHidden(m_hidden);
    m_models.deskView().setHiddenDoctors(m_hidden);
    Q_EMIT shownDoctorsChanged();
}

} // namespace ClinicDesk
