#pragma once

#include <QDateTime>
#include <QList>
#include <QPoint>
#include <QRect>
#include <QSize>

namespace ClinicDesk {

/// Sizes in device-independent pixels, zoom included.
struct AgendaMetrics
{
    int headerHeight = 48;
    int axisWidth = 56;
    int minimumColumnWidth = 120;
    int tenMinuteHeight = 32;
};

/// A time in one column, for placing side by side what overlaps.
struct AgendaSpan
{
    QDateTime start;
    QDateTime end;
};

struct AgendaLane
{
    int lane = 0;
    int lanes = 1;

    bool operator==(const AgendaLane &) const = default;
};

/// Where each span stands: alone it has the whole width, overlapping ones share it. The order of
/// the answer is the order of `spans`; earlier ones of equal start get the first lanes.
[[nodiscard]] QList<AgendaLane> placeInLanes(const QList<AgendaSpan> &spans);

/// Geometry of a day grid. Time runs in elapsed time, so the day a clock is put forward is an hour
/// shorter. All rectangles are in viewport coordinates: scrolled, and mirrored when right to left.
class AgendaLayout
{
public:
    void setMetrics(const AgendaMetrics &metrics) { m_metrics = metrics; }
    [[nodiscard]] const AgendaMetrics &metrics() const { return m_metrics; }
    void setRange(const QDateTime &from, const QDateTime &to);
    [[nodiscard]] QDateTime from() const { return m_from; }
    [[nodiscard]] QDateTime to() const { return m_to; }
    void setColumnCount(int columns) { m_columns = columns; }
    /// Seconds that each column's time runs after the range; missing ones are 0.
    void setColumnShifts(const QList<qint64> &shifts) { m_shifts = shifts; }
    [[nodiscard]] int columnCount() const { return m_columns; }
    void setViewport(const QSize &viewport) { m_viewport = viewport; }
    void setRightToLeft(bool rightToLeft) { m_rightToLeft = rightToLeft; }
    [[nodiscard]] bool isRightToLeft() const { return m_rightToLeft; }
    /// Distance scrolled from the first column and the first row, never negative.
    void setScroll(const QPoint &scroll) { m_scroll = scroll; }
    [[nodiscard]] QPoint scroll() const { return m_scroll; }
    [[nodiscard]] QPoint maximumScroll() const;

    [[nodiscard]] QRect cornerRect() const;
    [[nodiscard]] QRect headerRect() const;
    [[nodiscard]] QRect axisRect() const;
    [[nodiscard]] QRect gridRect() const;
    [[nodiscard]] QRect headerCell(int column) const;
    /// The column's whole seen height.
    [[nodiscard]] QRect columnRect(int column) const;
    /// The rectangle of a time in a column, whether or not it is scrolled into view.
    [[nodiscard]] QRect spanRect(int column, const QDateTime &start, const QDateTime &end,
                                 AgendaLane lane = {}) const;

    [[nodiscard]] int yOf(const QDateTime &instant) const;
    /// The instant at a height, to the second, kept within the range.
    [[nodiscard]] QDateTime timeAt(int y) const;
    /// The column's own instant at a height.
    [[nodiscard]] QDateTime timeAt(int column, int y) const;
    /// -1 beside the columns.
    [[nodiscard]] int columnAt(int x) const;
    /// First and last column that are at least partly seen; last < first when there is none.
    [[nodiscard]] std::pair<int, int> shownColumns() const;
    /// `instant` moved down to the start of its row of `minutes`, counted from `origin`.
    [[nodiscard]] static QDateTime snapped(const QDateTime &instant, const QDateTime &origin,
                                           int minutes);
    /// The scroll position nearest to the present one that shows all of `rect` (a viewport
    /// rectangle of the grid), or its start where it is too large.
    [[nodiscard]] QPoint scrollToShow(const QRect &rect) const;

private:
    [[nodiscard]] int contentWidth() const;
    [[nodiscard]] int contentHeight() const;
    [[nodiscard]] int columnLeft(int column) const;
    [[nodiscard]] int offsetOf(const QDateTime &instant) const;
    [[nodiscard]] QRect mirrored(const QRect &rect) const;

    AgendaMetrics m_metrics;
    QDateTime m_from;
    QDateTime m_to;
    int m_columns = 0;
    QList<qint64> m_shifts;
    QSize m_viewport;
    QPoint m_scroll;
    bool m_rightToLeft = false;
};

} // namespace ClinicDesk
