#include "views/reception/DayHeader.h"

#include "views/reception/ReceptionActions.h"
#include "views/reception/ViewActions.h"
#include "widgets/Format.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

DayHeader::DayHeader(const ReceptionActions &actions, const ViewActions &views, QWidget *parent)
    : QWidget(parent)
    , m_day(new TextLabel({}, TextRole::Section, Token::Text, this))
    , m_note(new TextLabel({}, TextRole::Body, Token::SecondaryText, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto step = [this, layout](QAction *action) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setAccessibleName(action->text().remove(u'&'));
        button->setToolTip(action->toolTip());
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        layout->addWidget(button);
        return button;
    };
    m_previous = step(actions.previousDay);
    m_next = step(actions.nextDay);
    pointArrows();
    auto *today = new QPushButton(tr("Today"), this);
    today->setFocusPolicy(Qt::NoFocus);
    connect(today, &QPushButton::clicked, actions.today, &QAction::trigger);
    auto *cancelled = new QCheckBox(tr("Cancelled"), this);
    cancelled->setFocusPolicy(Qt::NoFocus);
    cancelled->setToolTip(tr("Show cancelled and rejected appointments"));
    connect(cancelled, &QCheckBox::clicked, actions.showCancelled, &QAction::setChecked);
    connect(actions.showCancelled, &QAction::toggled, cancelled, &QCheckBox::setChecked);
    layout->addWidget(today);
    layout->addWidget(m_day);
    layout->addWidget(m_note);
    m_doctors = new QComboBox(this);
    m_doctors->setObjectName(u"weekDoctor"_s);
    m_doctors->setAccessibleName(tr("Doctor of the week"));
    m_doctors->hide();
    connect(m_doctors, &QComboBox::activated, this, [this](int index) {
        Q_EMIT doctorChosen(m_doctors->itemData(index).value<DoctorId>());
    });
    layout->addWidget(m_doctors);
    layout->addStretch();
    layout->addWidget(cancelled);
    addViews(views);
    m_today = today;
    m_cancelled = cancelled;
}

void DayHeader::addViews(const ViewActions &views)
{
    m_views = new QWidget(this);
    auto *row = new QHBoxLayout(m_views);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (QAction *view : {views.day, views.week, views.month}) {
        auto *button = new QToolButton(m_views);
        button->setDefaultAction(view);
        button->setFocusPolicy(Qt::NoFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        row->addWidget(button);
    }
    layout()->addWidget(m_views);
}

bool DayHeader::event(QEvent *event)
{
    // A part that grew, with the text or its size, needs the room of others.
    if (event->type() == QEvent::LayoutRequest)
        fitParts();
    return QWidget::event(event);
}

void DayHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        pointArrows();
}

void DayHeader::pointArrows()
{
    m_previous->setIcon(icon(isRightToLeft() ? IconName::ArrowRight : IconName::ArrowLeft));
    m_next->setIcon(icon(isRightToLeft() ? IconName::ArrowLeft : IconName::ArrowRight));
}

void DayHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitParts();
}

void DayHeader::fitParts()
{
    int needed = m_day->sizeHint().width() + 3 * Theme::of(this).controlHeight();
    if (!m_doctors->isHidden())
        needed += m_doctors->minimumSizeHint().width() + layout()->spacing();
    for (QWidget *part : std::initializer_list<QWidget *> {m_views, m_today, m_cancelled, m_note}) {
        needed += part->sizeHint().width() + layout()->spacing();
        part->setVisible(needed <= width());
    }
}

void DayHeader::setDay(QDate day, QDate today, bool loading)
{
    const qint64 distance = today.daysTo(day);
    const QString note = loading ? tr("loading...")
        : distance == 0          ? tr("today")
        : distance == 1          ? tr("tomorrow")
        : distance == -1         ? tr("yesterday")
        : distance > 0           ? tr("in %n days", nullptr, static_cast<int>(distance))
                                 : tr("%n days ago", nullptr, static_cast<int>(-distance));
    present(Format::dayAndDate(day), note);
}

void DayHeader::setWeek(QDate first, QDate today, bool loading)
{
    const qint64 weeks = today.addDays(1 - today.dayOfWeek()).daysTo(first) / 7;
    const QString note = loading ? tr("loading...")
        : weeks == 0             ? tr("this week")
        : weeks == 1             ? tr("next week")
        : weeks == -1            ? tr("last week")
        : weeks > 0              ? tr("in %n weeks", nullptr, static_cast<int>(weeks))
                                 : tr("%n weeks ago", nullptr, static_cast<int>(-weeks));
    present(Format::dayRange(first, first.addDays(6)), note);
}

void DayHeader::setMonth(QDate day, QDate today)
{
    const bool now = day.year() == today.year() && day.month() == today.month();
    present(Format::month(day), now ? tr("this month") : QString());
}

void DayHeader::present(const QString &title, const QString &note)
{
    m_day->setText(title);
    m_note->setText(note);
    fitParts();
}

void DayHeader::setDoctors(const QList<std::pair<DoctorId, QString>> &doctors, DoctorId shown)
{
    const QSignalBlocker blocker(m_doctors);
    QStringList names;
    for (const auto &[id, name] : doctors)
        names << name;
    QStringList present;
    for (int index = 0; index < m_doctors->count(); ++index)
        present << m_doctors->itemText(index);
    // An open list stays open while figures change.
    if (names != present) {
        m_doctors->clear();
        m_doctors->addItems(names);
    }
    for (int index = 0; index < doctors.size(); ++index) {
        m_doctors->setItemData(index, QVariant::fromValue(doctors.at(index).first));
        if (doctors.at(index).first == shown)
            m_doctors->setCurrentIndex(index);
    }
    m_doctors->setVisible(!doctors.isEmpty());
    fitParts();
}

} // namespace ClinicDesk
