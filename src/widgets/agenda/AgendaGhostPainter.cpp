#include "widgets/agenda/AgendaGhostPainter.h"

#include "widgets/agenda/AgendaText.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace ClinicDesk {

namespace {
constexpr double radius = 5;
}

void AgendaGhostPainter::paint(QPainter &painter, const AgendaMoving &moving,
                               const AgendaTarget &target) const
{
    const int column = m_scene.columnOf(target.doctor, target.start);
    if (column < 0)
        return;
    const QRect rect = m_layout.spanRect(column, target.start, target.end);
    painter.save();
    painter.setClipRect(m_layout.gridRect());
    paintOutline(painter, rect, moving.title, target.isAllowed());
    paintTag(painter, rect, target);
    painter.restore();
}

void AgendaGhostPainter::paintOutline(QPainter &painter, const QRect &rect, const QString &title,
                                      bool allowed) const
{
    const QColor edge = m_theme.colour(allowed ? Token::Focus : Token::Error);
    painter.setPen(QPen(edge, 2.5));
    painter.setBrush(m_theme.colour(allowed ? Token::Selected : Token::ErrorFill));
    painter.drawRoundedRect(QRectF(rect).adjusted(2.5, 1.5, -3.5, -1.5), radius, radius);
    const QFont font = m_theme.font(TextRole::BodyStrong);
    const QFontMetrics metrics(font);
    const QRect line(rect.left() + m_theme.px(11),
                     rect.top() + std::min(m_theme.px(5), (rect.height() - metrics.height()) / 2),
                     rect.width() - m_theme.px(22), metrics.height());
    painter.setFont(font);
    painter.setPen(m_theme.colour(allowed ? Token::SelectedText : Token::ErrorText));
    painter.drawText(line,
                     Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignAbsolute
                         | (m_layout.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft),
                     metrics.elidedText(title, Qt::ElideRight, line.width()));
}

void AgendaGhostPainter::paintTag(QPainter &painter, const QRect &ghost,
                                  const AgendaTarget &target) const
{
    const QString where = AgendaText::target(m_scene, target);
    const QString why = AgendaText::refusal(target);
    const QFont strong = m_theme.font(TextRole::BodyStrong);
    const QFont body = m_theme.font(TextRole::Body);
    const QFontMetrics first(strong);
    const QFontMetrics second(body);
    const int icon = why.isEmpty() ? 0 : m_theme.px(20);
    const int pad = m_theme.px(8);
    const int gap = m_theme.px(4);
    const QRect grid = m_layout.gridRect();
    const int wanted
        = std::max(first.horizontalAdvance(where), second.horizontalAdvance(why) + icon) + 2 * pad;
    const int width = std::min(wanted, grid.width());
    const int height = first.height() + (why.isEmpty() ? 0 : second.height() + m_theme.px(2)) + pad;
    const int room = std::max(grid.left(), grid.right() + 1 - width);
    const int start = m_layout.isRightToLeft() ? ghost.right() + 1 - width : ghost.left();
    QRect tag(std::clamp(start, grid.left(), room), ghost.bottom() + gap, width, height);
    if (tag.bottom() > grid.bottom())
        tag.moveBottom(ghost.top() - gap);
    if (tag.top() < grid.top())
        tag.moveTop(std::clamp(ghost.top() + gap, grid.top(),
                               std::max(grid.top(), grid.bottom() + 1 - height)));
    const QColor edge = m_theme.colour(why.isEmpty() ? Token::Focus : Token::Error);
    painter.setPen(QPen(edge, 1.5));
    painter.setBrush(m_theme.colour(Token::Raised));
    painter.drawRoundedRect(QRectF(tag).adjusted(1, 1, -1, -1), radius, radius);
    const int align = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignAbsolute
        | (m_layout.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    QRect line = tag.adjusted(pad, pad / 2, -pad, 0);
    line.setHeight(first.height());
    painter.setFont(strong);
    painter.setPen(m_theme.colour(Token::Text));
    painter.drawText(line, align, first.elidedText(where, Qt::ElideRight, line.width()));
    if (why.isEmpty())
        return;
    line.translate(0, first.height() + m_theme.px(2));
    line.setHeight(second.height());
    const auto direction = m_layout.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
    const QRect iconPlace = QStyle::visualRect(
        direction, line, QRect(line.left(), line.top(), m_theme.px(14), line.height()));
    drawIcon(painter, IconName::Alert, iconPlace, m_theme.colour(Token::Error));
    const QRect text = QStyle::visualRect(direction, line, line.adjusted(icon, 0, 0, 0));
    painter.setFont(body);
    painter.setPen(m_theme.colour(Token::Error));
    painter.drawText(text, align, second.elidedText(why, Qt::ElideRight, text.width()));
}

} // namespace ClinicDesk
