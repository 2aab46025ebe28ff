#include "views/reception/ReceptionStatusBar.h"

#include "models/ReceptionModels.h"
#include "widgets/StatusPill.h"
#include "widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QResizeEvent>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {
constexpr int longWaitMinutes = 20;
}

ReceptionStatusBar::ReceptionStatusBar(ReceptionModels &models, QWidget *parent)
    : QWidget(parent)
    , m_models(models)
    , m_waiting(new TextLabel({}, TextRole::Body, Token::Text, this))
    , m_legend(new QWidget(this))
{
    const Theme &theme = Theme::of(this);
    m_waiting->setObjectName(u"waiting"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4));
    layout->addWidget(m_waiting);
    layout->addStretch();
    layout->addWidget(m_legend);
    auto *legend = new QHBoxLayout(m_legend);
    legend->setContentsMargins(0, 0, 0, 0);
    const std::pair<AppointmentStatus, bool> marks[]
        = {{AppointmentStatus::Confirmed, false}, {AppointmentStatus::Pending, false},
           {AppointmentStatus::Confirmed, true},  {AppointmentStatus::InProgress, false},
           {AppointmentStatus::Completed, false}, {AppointmentStatus::NoShow, false}};
    for (const auto &[status, checkedIn] : marks) {
        auto *pill = new StatusPill(m_legend);
        pill->setStatus(status, checkedIn);
        legend->addWidget(pill);
    }
    connect(&models.day(), &DayModel::figuresChanged, this, &ReceptionStatusBar::refresh);
    refresh();
}

void ReceptionStatusBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitLegend();
}

void ReceptionStatusBar::refresh()
{
    const Waiting waiting = m_models.day().waiting();
    const bool isLong = waiting.longestMinutes > longWaitMinutes;
    if (waiting.count == 0)
        m_waiting->setText(tr("Nobody is waiting"));
    else
        m_waiting->setText(
            tr("Waiting %1, longest %2 min").arg(waiting.count).arg(waiting.longestMinutes)
            + (isLong ? u" !"_s : QString()));
    m_waiting->setRole(isLong ? TextRole::BodyStrong : TextRole::Body);
    fitLegend();
}

void ReceptionStatusBar::fitLegend()
{
    m_legend->setVisible(m_waiting->sizeHint().width() + m_legend->sizeHint().width()
                             + Theme::of(this).px(48)
                         <= width());
}

} // namespace ClinicDesk
