#include "views/reception/DayHeader.h"

#include "views/reception/ReceptionActions.h"
#include "widgets/Format.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QCheckBox>
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
    const auto step = [this, layout](QAction *action, IconName name) {
        auto *button = new QToolButton(this);
        button->setIcon(icon(name));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setAccessibleName(action->text().remove(u'&'));
        button->setToolTip(action->toolTip());
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        layout->addWidget(button);
    };
    step(actions.previousDay, IconName::ArrowLeft);
    step(actions.nextDay, IconName::ArrowRight);
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
    else if (distance > 0)
        m_note->setText(tr("in %n day(s)", nullptr, static_cast<int>(distance)));
    else
        m_note->setText(tr("%n day(s) ago", nullptr, static_cast<int>(-distance)));
    fitParts();
}

} // namespace ClinicDesk
