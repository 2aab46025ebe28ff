#include "widgets/agenda/AgendaLayout.h"

#include <algorithm>
#include <numeric>

namespace ClinicDesk {

namespace {
constexpr qint64 secondsPerTenMinutes = 600;
}

QList<AgendaLane> placeInLanes(const QList<AgendaSpan> &spans)
{
    QList<qsizetype> order(spans.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype left, qsizetype right) {
        return spans[left].start < spans[right].start;
    });
    QList<AgendaLane> lanes(spans.size());
    QList<QDateTime> laneEnds;
    QList<qsizetype> cluster;
    QDateTime clusterEnd;
    const auto closeCluster = [&] {
        for (const qsizetype index : std::as_const(cluster))
            lanes[index].lanes = int(laneEnds.size());
        cluster.clear();
        laneEnds.clear();
    };
    for (const qsizetype index : std::as_const(order)) {
        const AgendaSpan &span = spans[index];
        if (!cluster.isEmpty() && span.start >= clusterEnd)
            closeCluster();
        clusterEnd = cluster.isEmpty() ? span.end : std::max(clusterEnd, span.end);
        const auto free = std::find_if(laneEnds.begin(), laneEnds.end(),
                                       [&](const QDateTime &end) { return end <= span.start; });
        lanes[index].lane = int(free - laneEnds.begin());
        if (free == laneEnds.end())
            laneEnds.append(span.end);
        else
            *free = span.end;
        cluster.append(index);
    }
    closeCluster();
    return lanes;
}

void AgendaLayout::setRange(const QDateTime &from, const QDateTime &to)
{
    m_from = from;
    m_to = to;
}

QPoint AgendaLayout::maximumScroll() const
{
    const QRect grid = gridRect();
    return {std::max(0, contentWidth() - grid.width()),
            std::max(0, contentHeight() - grid.height())};
}

QRect AgendaLayout::cornerRect() const
{
    return mirrored({0, 0, m_metrics.axisWidth, m_metrics.headerHeight});
}

QRect AgendaLayout::headerRect() const
{
    return mirrored({m_metrics.axisWidth, 0, std::max(0, m_viewport.width() - m_metrics.axisWidth),
                     m_metrics.headerHeight});
}

QRect AgendaLayout::axisRect() const
{
    return mirrored({0, m_metrics.headerHeight, m_metrics.axisWidth,
                     std::max(0, m_viewport.height() - m_metrics.headerHeight)});
}

QRect AgendaLayout::gridRect() const
{
    return mirrored({m_metrics.axisWidth, m_metrics.headerHeight,
                     std::max(0, m_viewport.width() - m_metrics.axisWidth),
                     std::max(0, m_viewport.height() - m_metrics.headerHeight)});
}

QRect AgendaLayout::headerCell(int column) const
{
    const int left = m_metrics.axisWidth + columnLeft(column) - m_scroll.x();
    const int right = m_metrics.axisWidth + columnLeft(column + 1) - m_scroll.x();
    return mirrored({left, 0, right - left, m_metrics.headerHeight});
}

QRect AgendaLayout::columnRect(int column) const
{
    const QRect header = headerCell(column);
    const QRect grid = gridRect();
    return {header.left(), grid.top(), header.width(), grid.height()};
}

QRect AgendaLayout::spanRect(int column, const QDateTime &start, const QDateTime &end,
                             AgendaLane lane) const
{
    const int columnStart = columnLeft(column);
    const int width = columnLeft(column + 1) - columnStart;
    const int left = columnStart + width * lane.lane / lane.lanes;
    const int right = columnStart + width * (lane.lane + 1) / lane.lanes;
    const qint64 shift = m_shifts.value(column);
    const int top = yOf(start.addSecs(-shift));
    const int bottom = yOf(end.addSecs(-shift));
    return mirrored({m_metrics.axisWidth + left - m_scroll.x(), top, right - left, bottom - top});
}

int AgendaLayout::yOf(const QDateTime &instant) const
{
    return m_metrics.headerHeight + offsetOf(instant) - m_scroll.y();
}

QDateTime AgendaLayout::timeAt(int y) const
{
    const qint64 offset = std::max(0, y - m_metrics.headerHeight + m_scroll.y());
    const qint64 seconds = offset * secondsPerTenMinutes / m_metrics.tenMinuteHeight;
    return std::clamp(m_from.addSecs(seconds), m_from, std::max(m_from, m_to.addSecs(-1)));
}

QDateTime AgendaLayout::timeAt(int column, int y) const
{
    return timeAt(y).addSecs(m_shifts.value(column));
}

int AgendaLayout::columnAt(int x) const
{
    const QRect grid = gridRect();
    if (m_columns == 0 || x < grid.left() || x > grid.right())
        return -1;
    const int fromStart = m_rightToLeft ? grid.right() - x : x - grid.left();
    const int position = fromStart + m_scroll.x();
    for (int column = 0; column < m_columns; ++column) {
        if (position < columnLeft(column + 1))
            return column;
    }
    return -1;
}

std::pair<int, int> AgendaLayout::shownColumns() const
{
    int first = m_columns;
    int last = -1;
    const int width = gridRect().width();
    for (int column = 0; column < m_columns; ++column) {
        if (columnLeft(column + 1) <= m_scroll.x() || columnLeft(column) >= m_scroll.x() + width)
            continue;
        first = std::min(first, column);
        last = column;
    }
    return {first, last};
}

QDateTime AgendaLayout::snapped(const QDateTime &instant, const QDateTime &origin, int minutes)
{
    const qint64 row = qint64(minutes) * 60;
    const qint64 seconds = origin.secsTo(instant);
    const qint64 rows = seconds >= 0 ? seconds / row : (seconds - row + 1) / row;
    return origin.addSecs(rows * row);
}

QPoint AgendaLayout::scrollToShow(const QRect &rect) const
{
    const QRect grid = gridRect();
    const QRect logical = mirrored(rect);
    const QRect seen = mirrored(grid);
    QPoint scroll = m_scroll;
    if (logical.right() > seen.right())
        scroll.rx() += logical.right() - seen.right();
    if (logical.left() - (scroll.x() - m_scroll.x()) < seen.left())
        scroll.setX(m_scroll.x() + logical.left() - seen.left());
    if (logical.bottom() > seen.bottom())
        scroll.ry() += logical.bottom() - seen.bottom();
    if (logical.top() - (scroll.y() - m_scroll.y()) < seen.top())
        scroll.setY(m_scroll.y() + logical.top() - seen.top());
    const QPoint most = maximumScroll();
    return {std::clamp(scroll.x(), 0, most.x()), std::clamp(scroll.y(), 0, most.y())};
}

int AgendaLayout::contentWidth() const
{
    const int room = std::max(0, m_viewport.width() - m_metrics.axisWidth);
    return std::max(room, m_columns * m_metrics.minimumColumnWidth);
}

int AgendaLayout::contentHeight() const
{
    return offsetOf(m_to);
}

int AgendaLayout::columnLeft(int column) const
{
    return m_columns == 0 ? 0 : contentWidth() * column / m_columns;
}

int AgendaLayout::offsetOf(const QDateTime &instant) const
{
    if (!m_from.isValid() || !instant.isValid())
        return 0;
    const qint64 scaled = m_from.secsTo(instant) * m_metrics.tenMinuteHeight;
    // Rounded up where timeAt() rounds down, so that a row's top pixel belongs to the row.
    return int(scaled > 0 ? (scaled + secondsPerTenMinutes - 1) / secondsPerTenMinutes
                          : scaled / secondsPerTenMinutes);
}

QRect AgendaLayout::mirrored(const QRect &rect) const
{
    if (!m_rightToLeft)
        return rect;
    return {m_viewport.width() - rect.left() - rect.width(), rect.top(), rect.width(),
            rect.height()};
}

} // namespace ClinicDesk
