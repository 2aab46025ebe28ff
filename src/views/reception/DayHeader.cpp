#include "views/reception/DayHeader.h"

#include "views/reception/ReceptionActions.h"
#include "widgets/Format.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace ClinicDesk {

DayHeader::DayHeader(const ReceptionActions &actions, QWidget *parent)
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
    layout->addStretch();
    layout->addWidget(cancelled);
    m_today = today;
    m_cancelled = cancelled;
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
    for (QWidget *part : std::initializer_list<QWidget *> {m_today, m_cancelled, m_note}) {
        needed += part->sizeHint().width() + layout()->spacing();
        part->setVisible(needed <= width());
    }
}

void DayHeader::setDay(QDate day, QDate today, bool loading)
{
    m_day->setText(Format::dayAndDate(day));
    const qint64 distance = today.daysTo(day);
    if (loading)
        m_note->setText(tr("loading..."));
    else if (distance == 0)
        m_note->setText(tr("today"));
    else if (distance == 1)
        m_note->setText(tr("tomorrow"));
    else if (distance == -1)
        m_note->setText(tr("yesterday"));
    else if (distance > 0)
        m_note->setText(tr("in %n days", nullptr, static_cast<int>(distance)));
    else
        m_note->setText(tr("%n days ago", nullptr, static_cast<int>(-distance)));
    fitParts();
}

} // namespace ClinicDesk
