#include "widgets/MiniMonth.h"

#include "widgets/Format.h"
#include "widgets/MiniMonthGrid.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace ClinicDesk {

MiniMonth::MiniMonth(QWidget *parent)
    : QWidget(parent)
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_title(new TextLabel({}, TextRole::BodyStrong, Token::Text, this))
    , m_grid(new MiniMonthGrid(this))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_previous->setToolTip(tr("Previous month"));
    m_next->setToolTip(tr("Next month"));
    for (QToolButton *button : {m_previous, m_next}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setAccessibleName(button->toolTip());
    }
    auto *top = new QHBoxLayout;
    top->addWidget(m_previous);
    top->addWidget(m_title, 1);
    top->addWidget(m_next);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addLayout(top);
    whole->addWidget(m_grid);
    setFocusProxy(m_grid);
    connect(m_previous, &QToolButton::clicked, this,
            [this] { m_grid->showMonth(shownMonth().addMonths(-1)); });
    connect(m_next, &QToolButton::clicked, this,
            [this] { m_grid->showMonth(shownMonth().addMonths(1)); });
    connect(m_grid, &MiniMonthGrid::daySelected, this, &MiniMonth::daySelected);
    connect(m_grid, &MiniMonthGrid::monthShown, this, [this](QDate first) {
        showTitle();
        Q_EMIT monthShown(first);
    });
    showTitle();
    restyle();
}

void MiniMonth::setSelectedDay(QDate day)
{
    m_grid->setSelectedDay(day);
}

QDate MiniMonth::selectedDay() const
{
    return m_grid->selectedDay();
}

void MiniMonth::setToday(QDate today)
{
    m_grid->setToday(today);
}

void MiniMonth::setMarks(const QMap<QDate, DayMark> &marks)
{
    m_grid->setMarks(marks);
}

void MiniMonth::setNotes(const QMap<QDate, QString> &notes)
{
    m_grid->setNotes(notes);
}

QDate MiniMonth::shownMonth() const
{
    return m_grid->shownMonth();
}

QDate MiniMonth::dayAt(const QPoint &globalPosition) const
{
    const QPoint position = m_grid->mapFromGlobal(globalPosition);
    return m_grid->isVisible() && m_grid->rect().contains(position) ? m_grid->dayAt(position)
                                                                    : QDate();
}

void MiniMonth::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        restyle();
}

void MiniMonth::showTitle()
{
    m_title->setText(Format::month(shownMonth()));
}

void MiniMonth::restyle()
{
    m_previous->setIcon(icon(isRightToLeft() ? IconName::ArrowRight : IconName::ArrowLeft));
    m_next->setIcon(icon(isRightToLeft() ? IconName::ArrowLeft : IconName::ArrowRight));
    layout()->setSpacing(Theme::of(this).px(4));
}

} // namespace ClinicDesk
