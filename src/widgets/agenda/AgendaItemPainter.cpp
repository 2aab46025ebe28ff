#include "widgets/agenda/AgendaPainter.h"

#include "widgets/Format.h"
#include "widgets/StatusIcon.h"
#include "widgets/agenda/AgendaText.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr double blockRadius = 5;

bool isHatched(StatusLook look)
{
    return look == StatusLook::Hold || look == StatusLook::NoShow;
}

QPen edgeOf(StatusLook look, const QColor &colour)
{
    switch (look) {
    case StatusLook::Pending: {
        QPen pen(colour, 1.25);
        pen.setDashPattern({4, 3});
        return pen;
    }
    case StatusLook::InProgress:
        return QPen(colour, 2);
    case StatusLook::Completed:
        return QPen(Qt::NoPen);
    case StatusLook::Confirmed:
    case StatusLook::CheckedIn:
    case StatusLook::NoShow:
    case StatusLook::Cancelled:
    case StatusLook::Hold: {
        QColor soft = colour;
        soft.setAlphaF(0.45F);
        return QPen(soft, 1);
    }
    }
    Q_UNREACHABLE();
}

} // namespace

void AgendaPainter::paintFree(QPainter &painter, const AgendaCell &cell, const QRect &rect,
                              bool hovered) const
{
    painter.fillRect(rect.left(), rect.top(), rect.width(), 1, m_theme.colour(Token::GridLine));
    const QRect inside = rect.adjusted(3, 2, -4, -2);
    if (hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Token::Hover));
        painter.drawRoundedRect(inside, blockRadius, blockRadius);
    }
    const int line = detailHeight();
    const bool past = m_scene.now().isValid() && cell.end <= m_scene.now();
    if (past || rect.height() < line)
        return;
    const int top = freeTextTop(rect);
    if (top < 0)
        return;
    const QRect text(rect.left() + m_theme.px(12), top, rect.width() - m_theme.px(24), line);
    painter.setFont(m_detail);
    painter.setPen(m_theme.colour(Token::SecondaryText));
    const QString free = AgendaText::freeText();
    painter.drawText(text, startAligned(),
                     hovered ? QString(Format::time(cell.start, m_scene.zone()) + u"  "_s + free)
                             : free);
}

int AgendaPainter::freeTextTop(const QRect &rect) const
{
    const int line = detailHeight();
    const int usual = rect.top() + qMin(m_theme.px(5), (rect.height() - line) / 2);
    if (nowLabelRect().isEmpty())
        return usual;
    const int now = m_layout.yOf(m_scene.todayNow());
    const int apart = 3;
    if (now + apart <= usual || now - apart >= usual + line)
        return usual;
    const int below = now + apart;
    return below + line <= rect.bottom() ? below : -1;
}

void AgendaPainter::paintBlock(QPainter &painter, const QRect &rect, StatusLook look,
                               const AgendaVisit *visit, bool hovered) const
{
    const StatusColours colours = m_theme.status(look);
    const QRectF body = QRectF(rect).adjusted(2.5, 1.5, -3.5, -1.5);
    QPainterPath shape;
    shape.addRoundedRect(body, blockRadius, blockRadius);
    painter.save();
    painter.fillPath(shape,
                     hovered && !m_theme.isHighContrast() ? colours.fill.lighter(
                         m_theme.effectiveScheme() == ColourScheme::Dark ? 115 : 98)
                                                          : colours.fill);
    painter.setClipPath(shape, Qt::IntersectClip);
    if (isHatched(look))
        paintHatch(painter, rect, colours.bar, visit ? 2 : 1);
    const QRect bar = placed(rect, {rect.left() + 2, rect.top(), m_theme.px(4) + 1, rect.height()});
    painter.fillRect(bar, colours.bar);
    if (visit && visit->corner.isValid()) {
        const int size = m_theme.px(6);
        const QRect corner
            = placed(rect, {rect.right() - 3 - size, rect.top() + 1, size + 2, size});
        painter.fillRect(corner, visit->corner);
    }
    painter.restore();
    QPen edge = edgeOf(look, colours.bar);
    if (visit && (visit->saving || visit->stale)) {
        edge = QPen(colours.bar, 1.5);
        edge.setStyle(Qt::DotLine);
    }
    painter.setPen(edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(body, blockRadius, blockRadius);
}

void AgendaPainter::paintHatch(QPainter &painter, const QRect &rect, QColor colour, int lines) const
{
    painter.save();
    colour.setAlphaF(m_theme.isHighContrast() ? 0.8F : 0.22F);
    painter.setPen(QPen(colour, 1));
    // White lines behind white text would spoil it: the words get a plain ground.
    if (m_theme.isHighContrast()) {
        const int words
            = qMin(rect.height() - 4, m_theme.px(8) + lines * (detailHeight() + m_theme.px(2)));
        painter.setClipRect(rect.adjusted(0, words, 0, 0), Qt::IntersectClip);
    }
    const int step = 7;
    for (int x = rect.left() - rect.height(); x < rect.right(); x += step)
        painter.drawLine(x, rect.bottom(), x + rect.height(), rect.top());
    painter.restore();
}

void AgendaPainter::paintHold(QPainter &painter, const AgendaCell &hold, const QRect &rect) const
{
    const StatusColours colours = m_theme.status(StatusLook::Hold);
    paintBlock(painter, rect, StatusLook::Hold, nullptr, false);
    const int line = detailHeight();
    const QRect row(rect.left() + m_theme.px(12),
                    rect.top() + qMin(m_theme.px(5), (rect.height() - line) / 2),
                    rect.width() - m_theme.px(20), line);
    const QRect iconPlace(row.left(), row.top(), m_theme.px(14), line);
    drawIcon(painter, hold.mine ? IconName::Lock : IconName::Hand, placed(rect, iconPlace),
             colours.text);
    const QRect text = placed(rect, row.adjusted(m_theme.px(20), 0, 0, 0));
    painter.setFont(hold.mine ? m_strong : m_detail);
    painter.setPen(colours.text);
    painter.drawText(
        text, startAligned(),
        painter.fontMetrics().elidedText(AgendaText::holdText(hold), Qt::ElideRight, text.width()));
}

void AgendaPainter::paintVisit(QPainter &painter, const AgendaVisit &visit, const QRect &rect,
                               bool hovered) const
{
    const StatusLook look = statusLook(visit.status, visit.checkedInAt.isValid());
    painter.save();
    // Not yet committed: paler, dotted, and with the sign of work going on.
    if (visit.saving)
        painter.setOpacity(0.7);
    if (visit.id == m_marks.moving)
        painter.setOpacity(0.45);
    paintBlock(painter, rect, look, &visit, hovered);
    painter.setOpacity(visit.id == m_marks.moving ? 0.45 : 1);
    painter.setClipRect(rect, Qt::IntersectClip);
    paintVisitText(painter, visit, look, rect);
    painter.restore();
}

void AgendaPainter::paintVisitText(QPainter &painter, const AgendaVisit &visit, StatusLook look,
                                   const QRect &rect) const
{
    const StatusColours colours = m_theme.status(look);
    const bool tiny = rect.height() < QFontMetrics(m_title).height() + 2;
    QFont font = tiny ? m_detail : m_title;
    font.setStrikeOut(look == StatusLook::Cancelled);
    if (look == StatusLook::Completed || look == StatusLook::Cancelled)
        font.setWeight(QFont::Normal);
    const QFontMetrics titleMetrics(font);
    const int line = titleMetrics.height();
    const int top = rect.top() + qMin(m_theme.px(5), (rect.height() - line) / 2);
    const QRect row(rect.left() + m_theme.px(11), top, rect.width() - m_theme.px(22), line);
    const QRect second(row.left() + m_theme.px(18), row.bottom() + 1, row.width() - m_theme.px(18),
                       detailHeight());
    const bool hasSecond = second.bottom() <= rect.bottom() - 2;
    // A name is worth more than a badge: where both do not fit, the badge goes below.
    const int wanted = m_theme.px(18) + titleMetrics.horizontalAdvance(visit.title)
        + badgeWidth(visit, badgeText(visit, false));
    const bool cramped = wanted > row.width();
    const bool badgeBelow = hasSecond && cramped;
    painter.setPen(colours.text);
    const int used = paintBadge(painter, visit, badgeText(visit, cramped && !hasSecond),
                                badgeBelow ? second : row, rect);
    const QRect iconPlace(row.left(), row.top(), m_theme.px(14), line);
    drawIcon(painter, visit.saving ? IconName::Refresh : statusIcon(look), placed(rect, iconPlace),
             colours.bar);
    const QRect title = row.adjusted(m_theme.px(18), 0, badgeBelow ? 0 : -used, 0);
    painter.setFont(font);
    painter.drawText(placed(rect, title), startAligned(),
                     titleMetrics.elidedText(visit.title, Qt::ElideRight, title.width()));
    if (hasSecond)
        paintDetail(painter, visit, placed(rect, second.adjusted(0, 0, badgeBelow ? -used : 0, 0)));
}

QString AgendaPainter::rangeText(const AgendaVisit &visit) const
{
    QString &text = m_ranges[{visit.start.toMSecsSinceEpoch(), visit.end.toMSecsSinceEpoch()}];
    if (text.isEmpty())
        text = Format::timeRange(visit.start, visit.end, m_scene.zone());
    return text;
}

void AgendaPainter::paintDetail(QPainter &painter, const AgendaVisit &visit,
                                const QRect &below) const
{
    // The axis gives the times already: they stand here only where there is room for all of them.
    const QFontMetrics metrics(m_detail);
    const QString range = rangeText(visit);
    QString text = visit.detail.isEmpty() ? range : QString(range + u"  "_s + visit.detail);
    if (metrics.horizontalAdvance(text) > below.width())
        text = metrics.elidedText(visit.detail, Qt::ElideRight, below.width());
    painter.setFont(m_detail);
    painter.drawText(below, startAligned(), text);
}

QString AgendaPainter::badgeText(const AgendaVisit &visit, bool brief) const
{
    const QString text
        = brief ? AgendaText::shortBadge(m_scene, visit) : AgendaText::badge(m_scene, visit);
    return AgendaText::isUrgent(m_scene, visit) ? QString(text + u" !"_s) : text;
}

int AgendaPainter::badgeWidth(const AgendaVisit &visit, const QString &text) const
{
    if (text.isEmpty())
        return 0;
    const QFont &font = AgendaText::isUrgent(m_scene, visit) ? m_strong : m_detail;
    const int clock = m_scene.lateMinutes(visit) > 0 ? m_theme.px(17) : 0;
    return QFontMetrics(font).horizontalAdvance(text) + clock + m_theme.px(6);
}

int AgendaPainter::paintBadge(QPainter &painter, const AgendaVisit &visit, const QString &text,
                              const QRect &line, const QRect &block) const
{
    const int width = badgeWidth(visit, text);
    if (width == 0 || width > line.width())
        return 0;
    const QRect place(line.right() + 1 - width, line.top(), width, line.height());
    painter.setFont(AgendaText::isUrgent(m_scene, visit) ? m_strong : m_detail);
    painter.drawText(placed(block, place), endAligned(), text);
    if (m_scene.lateMinutes(visit) > 0) {
        const QRect clock(place.left() + m_theme.px(6), line.top(), m_theme.px(14), line.height());
        drawIcon(painter, IconName::Clock, placed(block, clock), painter.pen().color());
    }
    return width;
}

} // namespace ClinicDesk
