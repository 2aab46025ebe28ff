#include "widgets/StatusPill.h"

#include "widgets/Format.h"
#include "widgets/StatusIcon.h"
#include "widgets/theme/Theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace ClinicDesk {

StatusPill::StatusPill(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStatus(AppointmentStatus::Pending);
}

void StatusPill::setStatus(AppointmentStatus status, bool checkedIn)
{
    m_status = status;
    m_checkedIn = checkedIn;
    setAccessibleName(Format::status(status, checkedIn));
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics metrics(theme.font(TextRole::SlotDetail));
    const int text = metrics.horizontalAdvance(Format::status(m_status, m_checkedIn));
    return {theme.px(8) + theme.px(14) + theme.px(4) + text + theme.px(10),
            qMax(theme.px(22), metrics.height() + theme.px(4))};
}

void StatusPill::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
        update();
    }
}

void StatusPill::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const StatusLook look = statusLook(m_status, m_checkedIn);
    const StatusColours colours = theme.status(look);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen edge(colours.bar);
    if (look == StatusLook::Pending)
        edge.setDashPattern({3, 2});
    painter.setPen(edge);
    painter.setBrush(colours.fill);
    const double radius = height() / 2.0 - 1;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QRect icon(theme.px(8), 0, theme.px(14), height());
    drawIcon(painter, statusIcon(look), QStyle::visualRect(layoutDirection(), rect(), icon),
             colours.bar);
    const QRect text = rect().adjusted(icon.right() + theme.px(4), 0, -theme.px(8), 0);
    painter.setFont(theme.font(TextRole::SlotDetail));
    painter.setPen(colours.text);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), text),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
                         | Qt::AlignVCenter,
                     Format::status(m_status, m_checkedIn));
}

} // namespace ClinicDesk
