#include "widgets/agenda/AgendaPainter.h"

#include "widgets/Format.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace ClinicDesk {

AgendaPainter::AgendaPainter(const AgendaScene &scene, const AgendaLayout &layout,
                             const Theme &theme, const AgendaMarks &marks)
    : m_scene(scene)
    , m_layout(layout)
    , m_theme(theme)
    , m_marks(marks)
    , m_title(theme.font(TextRole::BodyStrong))
    , m_detail(theme.font(TextRole::SlotDetail))
    , m_strong(theme.font(TextRole::SlotDetail))
{
    m_title.setPointSizeF(m_title.pointSizeF() * 0.95);
    m_strong.setWeight(QFont::Bold);
}

void AgendaPainter::paint(QPainter &painter, const QRect &dirty) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    // Names keep their own direction, whichever way the interface runs.
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    // The part before left its own clip, and what is not erased shows through.
    painter.setClipRect(dirty);
    painter.fillRect(dirty, m_theme.colour(Token::Grid));
    const QRect grid = m_layout.gridRect() & dirty;
    painter.setClipRect(grid);
    const auto [first, last] = m_layout.shownColumns();
    for (int column = first; column <= last; ++column)
        paintColumn(painter, column, grid);
    // Over the blocks it is faint, so that it strikes no name through.
    for (int column = first; column <= last; ++column) {
        if (m_scene.isTodaysColumn(column))
            paintNow(painter, m_layout.columnRect(column) & grid, 0.4);
    }
    paintCursor(painter);
    painter.setClipRect(dirty);
    paintAxis(painter, dirty);
    paintHeader(painter, dirty);
}

QRect AgendaPainter::placed(const QRect &whole, const QRect &part) const
{
    return QStyle::visualRect(m_layout.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight, whole,
                              part);
}

int AgendaPainter::startAligned() const
{
    return Qt::AlignVCenter | Qt::TextSingleLine
        | (m_layout.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
}

int AgendaPainter::endAligned() const
{
    return Qt::AlignVCenter | Qt::TextSingleLine
        | (m_layout.isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute;
}

void AgendaPainter::paintColumn(QPainter &painter, int column, const QRect &dirty) const
{
    const QRect whole = m_layout.columnRect(column);
    if (!whole.intersects(dirty))
        return;
    const QList<AgendaCell> &cells = m_scene.cells(column);
    for (const bool blocks : {false, true}) {
        for (const AgendaCell &cell : cells) {
            const bool isBlock
                = cell.kind == AgendaCell::Kind::Visit || cell.kind == AgendaCell::Kind::Hold;
            if (isBlock != blocks
                || !m_layout.spanRect(column, cell.start, cell.end).intersects(dirty))
                continue;
            const AgendaLane lane = isBlock ? m_scene.laneOf(column, cell) : AgendaLane {};
            const QRect rect = m_layout.spanRect(column, cell.start, cell.end, lane);
            if (!rect.intersects(dirty))
                continue;
            const bool hovered = m_marks.hoverColumn == column && m_marks.hover == cell;
            if (cell.kind == AgendaCell::Kind::Closed)
                paintClosed(painter, rect);
            else if (cell.kind == AgendaCell::Kind::Free)
                paintFree(painter, cell, rect, hovered);
            else if (cell.kind == AgendaCell::Kind::Hold)
                paintHold(painter, cell, rect);
            else if (const AgendaVisit *visit = m_scene.visit(cell.visit))
                paintVisit(painter, *visit, rect, hovered);
        }
        if (!blocks) {
            paintHourLines(painter, whole & dirty);
            if (m_scene.isTodaysColumn(column))
                paintNow(painter, whole, 1);
        }
    }
    const int edge = m_layout.isRightToLeft() ? whole.left() : whole.right();
    painter.fillRect(edge, whole.top(), 1, whole.height(), m_theme.colour(Token::Border));
}

void AgendaPainter::paintClosed(QPainter &painter, const QRect &rect) const
{
    painter.fillRect(rect, m_theme.colour(Token::Closed));
    QColor dots = m_theme.colour(Token::SecondaryText);
    if (!m_theme.isHighContrast())
        dots.setAlphaF(0.28F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(dots);
    const int step = 8;
    const QRect grid = m_layout.gridRect();
    const int firstY = rect.top() + step / 2;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int y = firstY; y <= rect.bottom(); y += step) {
        if (y < grid.top() || y > grid.bottom())
            continue;
        for (int x = rect.left() + step / 2; x < rect.right() - 1; x += step)
            painter.fillRect(x, y, 1, 1, dots);
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void AgendaPainter::paintHourLines(QPainter &painter, const QRect &dirty) const
{
    if (dirty.isEmpty())
        return;
    const QColor colour = m_theme.colour(Token::HourLine);
    QDateTime hour = AgendaLayout::snapped(m_layout.timeAt(dirty.top()), m_layout.from(), 60);
    for (; hour < m_layout.to(); hour = hour.addSecs(3600)) {
        const int y = m_layout.yOf(hour);
        if (y > dirty.bottom())
            break;
        painter.fillRect(dirty.left(), y, dirty.width(), 1, colour);
    }
}

int AgendaPainter::labelMinutes() const
{
    const int wanted = detailHeight();
    for (const int minutes : {10, 20, 30}) {
        if (m_layout.metrics().tenMinuteHeight * minutes / 10 >= wanted * 2)
            return minutes;
    }
    return 60;
}

void AgendaPainter::paintAxis(QPainter &painter, const QRect &dirty) const
{
    const QRect axis = m_layout.axisRect();
    if (!axis.intersects(dirty))
        return;
    painter.save();
    painter.setClipRect(axis & dirty);
    painter.fillRect(axis, m_theme.colour(Token::Surface));
    paintHours(painter, axis);
    paintNowLabel(painter);
    const int edge = m_layout.isRightToLeft() ? axis.left() : axis.right();
    painter.fillRect(edge, axis.top(), 1, axis.height(), m_theme.colour(Token::HourLine));
    painter.restore();
}

void AgendaPainter::paintHours(QPainter &painter, const QRect &axis) const
{
    // Before the first day there are no times to step through.
    if (!m_layout.from().isValid())
        return;
    const int step = labelMinutes();
    const int line = detailHeight();
    const QDateTime last = m_layout.timeAt(axis.bottom() + line);
    QDateTime at = AgendaLayout::snapped(m_layout.timeAt(axis.top()), m_layout.from(), step);
    const QRect nowRect = nowLabelRect();
    for (; at <= last; at = at.addSecs(step * 60)) {
        const int y = m_layout.yOf(at);
        QRect label(axis.left(), y + m_theme.px(2), axis.width(), line);
        const QRect padded = label.adjusted(m_theme.px(8), 0, -m_theme.px(8), 0);
        const bool isHour = m_layout.from().secsTo(at) % 3600 == 0;
        if (isHour)
            painter.fillRect(axis.left(), y, axis.width(), 1, m_theme.colour(Token::HourLine));
        if (nowRect.intersects(label))
            continue;
        painter.setFont(isHour ? m_strong : m_detail);
        painter.setPen(m_theme.colour(isHour ? Token::Text : Token::SecondaryText));
        painter.drawText(padded, endAligned(), Format::time(at, m_scene.zone()));
    }
}

void AgendaPainter::paintHeader(QPainter &painter, const QRect &dirty) const
{
    const QRect band = m_layout.headerRect() | m_layout.cornerRect();
    if (!band.intersects(dirty))
        return;
    painter.fillRect(band, m_theme.colour(Token::Surface));
    painter.save();
    painter.setClipRect(m_layout.headerRect() & dirty);
    const auto [first, last] = m_layout.shownColumns();
    for (int column = first; column <= last; ++column) {
        const AgendaColumn &doctor = m_scene.columns()[column];
        const QRect cell = m_layout.headerCell(column);
        const QRect text
            = cell.adjusted(m_theme.px(8), m_theme.px(5), -m_theme.px(8), -m_theme.px(5));
        const QRect upper(text.left(), text.top(), text.width(), text.height() / 2);
        const QRect lower(text.left(), upper.bottom() + 1, text.width(),
                          text.height() - upper.height());
        const bool current = m_marks.focused
            && m_scene.columnOf(m_marks.cursor.doctor, m_marks.cursor.start) == column;
        painter.setFont(m_title);
        painter.setPen(m_theme.colour(doctor.off    ? Token::SecondaryText
                                          : current ? Token::Accent
                                                    : Token::Text));
        painter.drawText(
            upper, startAligned(),
            QFontMetrics(m_title).elidedText(doctor.title, Qt::ElideRight, upper.width()));
        painter.setFont(m_detail);
        painter.setPen(m_theme.colour(Token::SecondaryText));
        painter.drawText(
            lower, startAligned(),
            QFontMetrics(m_detail).elidedText(doctor.subtitle, Qt::ElideRight, lower.width()));
        const int edge = m_layout.isRightToLeft() ? cell.left() : cell.right();
        painter.fillRect(edge, cell.top() + m_theme.px(8), 1, cell.height() - m_theme.px(8),
                         m_theme.colour(Token::Border));
    }
    painter.restore();
    painter.fillRect(band.left(), band.bottom(), band.width(), 1, m_theme.colour(Token::HourLine));
}

QRect AgendaPainter::nowLabelRect() const
{
    const QDateTime now = m_scene.todayNow();
    if (!now.isValid() || now < m_layout.from() || now >= m_layout.to())
        return {};
    const QRect axis = m_layout.axisRect();
    const int height = detailHeight() + m_theme.px(2);
    return {axis.left() + m_theme.px(4), m_layout.yOf(now) - height / 2,
            axis.width() - m_theme.px(8), height};
}

int AgendaPainter::detailHeight() const
{
    return QFontMetrics(m_detail).height();
}

void AgendaPainter::paintNowLabel(QPainter &painter) const
{
    const QRect label = nowLabelRect();
    if (label.isEmpty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Token::Now));
    painter.drawRoundedRect(label, 4, 4);
    painter.setFont(m_strong);
    painter.setPen(m_theme.colour(Token::NowText));
    painter.drawText(label, Qt::AlignCenter, Format::time(m_scene.now(), m_scene.zone()));
}

void AgendaPainter::paintNow(QPainter &painter, const QRect &area, double opacity) const
{
    if (nowLabelRect().isEmpty())
        return;
    QColor colour = m_theme.colour(Token::Now);
    colour.setAlphaF(float(opacity));
    painter.fillRect(area.left(), m_layout.yOf(m_scene.todayNow()) - 1, area.width(), 2, colour);
}

QRect AgendaPainter::cursorRect(const AgendaScene &scene, const AgendaLayout &layout,
                                const AgendaCursor &cursor)
{
    const int column = scene.columnOf(cursor.doctor, cursor.start);
    if (!cursor.isValid() || column < 0)
        return {};
    if (const AgendaCell *cell = scene.cellOf(column, cursor.visit))
        return layout.spanRect(column, cell->start, cell->end, scene.laneOf(column, *cell));
    return layout.spanRect(column, cursor.start, cursor.start.addSecs(cursor.minutes * 60));
}

void AgendaPainter::paintCursor(QPainter &painter) const
{
    const QRect rect = cursorRect(m_scene, m_layout, m_marks.cursor);
    if (rect.isEmpty())
        return;
    const QColor colour = m_theme.colour(Token::Focus);
    const QRectF ring = QRectF(rect).adjusted(2, 2, -3, -2);
    if (m_marks.cursor.kind == AgendaCell::Kind::Free) {
        QColor wash = colour;
        wash.setAlphaF(0.12F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(wash);
        painter.drawRoundedRect(ring, 4, 4);
    }
    painter.setBrush(Qt::NoBrush);
    // Without focus the place stays marked, in a thinner line; in a dotted one where a visit lies
    // that nobody chose.
    const bool isUnchosen
        = m_marks.cursor.kind == AgendaCell::Kind::Visit && !m_marks.cursor.visit.isValid();
    const bool isStrong = m_marks.focused && !isUnchosen;
    painter.setPen(QPen(isStrong ? colour : m_theme.colour(Token::FieldEdge), isStrong ? 2 : 1,
                        isUnchosen ? Qt::DotLine : Qt::SolidLine));
    painter.drawRoundedRect(ring, 4, 4);
}

} // namespace ClinicDesk
