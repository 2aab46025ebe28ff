#include "widgets/agenda/AgendaMove.h"

#include <algorithm>
#include <cstdlib>

namespace ClinicDesk {

namespace {

constexpr int closedGridMinutes = 20;
constexpr int finestGridToHalve = 20;

QDateTime nearest(const QDateTime &instant, const QDateTime &origin, qint64 step)
{
    const auto seconds = static_cast<double>(origin.secsTo(instant));
    return origin.addSecs(qRound64(seconds / static_cast<double>(step)) * step);
}

} // namespace

bool AgendaTarget::isSamePlace(const AgendaMoving &moving) const
{
    return doctor == moving.doctor && start == moving.start && end == moving.end;
}

AgendaMove::AgendaMove(const AgendaScene &scene, const AgendaMoving &moving)
    : m_scene(scene)
    , m_moving(moving)
{
}

bool AgendaMove::isMovable(const AgendaVisit &visit)
{
    return !visit.saving
        && (visit.status == AppointmentStatus::Pending
            || visit.status == AppointmentStatus::Confirmed);
}

AgendaTarget AgendaMove::at(int column, const QDateTime &wanted) const
{
    if (column < 0 || column >= m_scene.columns().size())
        return {};
    const QDateTime last = std::max(m_scene.rangeStart(column),
                                    m_scene.rangeEnd(column).addSecs(-m_moving.seconds()));
    const QDateTime start
        = nearestStart(column, std::clamp(wanted, m_scene.rangeStart(column), last));
    return exactly(m_scene.columns().at(column).doctor, start, start.addSecs(m_moving.seconds()));
}

AgendaTarget AgendaMove::exactly(DoctorId doctor, const QDateTime &start,
                                 const QDateTime &end) const
{
    return judged({doctor, start.toUTC(), end.toUTC(), AgendaTarget::Refusal::None, {}});
}

AgendaTarget AgendaMove::stepped(const AgendaTarget &from, int direction) const
{
    const int column = m_scene.columnOf(from.doctor, from.start);
    if (column < 0)
        return judged(from);
    QDateTime start;
    if (direction < 0) {
        const Grid grid = gridAt(column, from.start.addSecs(-1));
        start = AgendaLayout::snapped(from.start.addSecs(-1), grid.origin, grid.minutes);
    } else {
        const Grid grid = gridAt(column, from.start);
        start = AgendaLayout::snapped(from.start, grid.origin, grid.minutes)
                    .addSecs(qint64(grid.minutes) * 60);
        if (from.start < grid.to)
            start = std::min(start, grid.to);
    }
    for (const AgendaCell &other : others(column)) {
        const bool between = direction < 0 ? start < other.end && other.end < from.start
                                           : from.start < other.end && other.end < start;
        if (between)
            start = other.end;
    }
    const QDateTime end = start.addSecs(from.start.secsTo(from.end));
    if (start < m_scene.rangeStart(column) || end > m_scene.rangeEnd(column))
        return judged(from);
    return exactly(from.doctor, start, end);
}

AgendaTarget AgendaMove::beside(const AgendaTarget &from, int columns) const
{
    const int old = m_scene.columnOf(from.doctor, from.start);
    const int column = old + columns;
    if (old < 0 || column < 0 || column >= m_scene.columns().size())
        return judged(from);
    const qint64 shift = m_scene.shiftOf(column) - m_scene.shiftOf(old);
    return exactly(m_scene.columns().at(column).doctor, from.start.addSecs(shift),
                   from.end.addSecs(shift));
}

AgendaTarget AgendaMove::withEnd(const AgendaTarget &from, const QDateTime &wanted) const
{
    const int column = m_scene.columnOf(from.doctor, from.start);
    if (column < 0)
        return judged(from);
    const Grid grid = gridAt(column, from.start);
    const qint64 step = resizeStep(grid);
    QDateTime limit = grid.to;
    for (const AgendaCell &other : others(column)) {
        if (other.start >= from.start)
            limit = std::min(limit, other.start);
    }
    // One that is too long already may stay so.
    limit = std::max(limit, from.end);
    const QDateTime shortest = from.start.addSecs(step);
    const QDateTime end = std::min(nearest(wanted, grid.origin, step), limit);
    return exactly(from.doctor, from.start, std::max(end, std::min(shortest, from.end)));
}

AgendaTarget AgendaMove::withStart(const AgendaTarget &from, const QDateTime &wanted) const
{
    const int column = m_scene.columnOf(from.doctor, from.start);
    if (column < 0)
        return judged(from);
    const Grid grid = gridAt(column, from.start);
    const qint64 step = resizeStep(grid);
    QDateTime limit = grid.from;
    for (const AgendaCell &other : others(column)) {
        if (other.end <= from.end && other.start < from.end)
            limit = std::max(limit, other.end);
    }
    limit = std::min(limit, from.start);
    const QDateTime latest = std::max(from.end.addSecs(-step), from.start);
    const QDateTime start = std::max(nearest(wanted, grid.origin, step), limit);
    return exactly(from.doctor, std::min(start, latest), from.end);
}

AgendaTarget AgendaMove::lengthened(const AgendaTarget &from, int direction) const
{
    const int column = m_scene.columnOf(from.doctor, from.start);
    if (column < 0)
        return judged(from);
    const qint64 step = resizeStep(gridAt(column, from.start));
    return withEnd(from, from.end.addSecs(direction * step));
}

AgendaMove::Grid AgendaMove::gridAt(int column, const QDateTime &instant) const
{
    Grid grid {m_scene.rangeStart(column), m_scene.rangeStart(column), m_scene.rangeEnd(column),
               closedGridMinutes};
    for (const OpenSpan &span : m_scene.columns().at(column).open) {
        if (span.start <= instant && instant < span.end)
            return {span.start, span.start, span.end, std::max(1, span.slotMinutes)};
        if (span.start > instant) {
            grid.to = span.start;
            break;
        }
        grid.from = span.end;
    }
    return grid;
}

qint64 AgendaMove::resizeStep(const Grid &grid)
{
    const bool halves = grid.minutes >= finestGridToHalve && grid.minutes % 2 == 0;
    return qint64(halves ? grid.minutes / 2 : grid.minutes) * 60;
}

QList<AgendaCell> AgendaMove::others(int column) const
{
    QList<AgendaCell> found;
    for (const AgendaCell &cell : m_scene.cells(column)) {
        const AgendaVisit *visit = m_scene.visit(cell.visit);
        const bool keepsTime = cell.kind == AgendaCell::Kind::Hold
            || (visit && cell.visit != m_moving.visit && holdsSlot(visit->status));
        if (keepsTime)
            found.append(cell);
    }
    return found;
}

QDateTime AgendaMove::nearestStart(int column, const QDateTime &wanted) const
{
    const Grid grid = gridAt(column, wanted);
    const QDateTime row = AgendaLayout::snapped(wanted, grid.origin, grid.minutes);
    const QDateTime next = row.addSecs(qint64(grid.minutes) * 60);
    QList<QDateTime> candidates {std::max(row, grid.from), std::min(next, grid.to)};
    for (const AgendaCell &other : others(column)) {
        if (other.end > row && other.end < next)
            candidates.append(other.end);
    }
    return *std::min_element(candidates.cbegin(), candidates.cend(),
                             [&wanted](const QDateTime &left, const QDateTime &right) {
                                 return std::abs(left.secsTo(wanted))
                                     < std::abs(right.secsTo(wanted));
                             });
}

bool AgendaMove::isOpen(int column, const QDateTime &start, const QDateTime &end) const
{
    QDateTime reached = start;
    for (const OpenSpan &span : m_scene.columns().at(column).open) {
        if (span.start <= reached && reached < span.end)
            reached = span.end;
    }
    return reached >= end;
}

AgendaTarget AgendaMove::judged(AgendaTarget target) const
{
    using Refusal = AgendaTarget::Refusal;
    target.refusal = Refusal::None;
    target.who.clear();
    const int column = m_scene.columnOf(target.doctor, target.start);
    if (column < 0 || target.start < m_scene.rangeStart(column)
        || target.end > m_scene.rangeEnd(column)) {
        target.refusal = column < 0 ? Refusal::NotShown : Refusal::Closed;
        return target;
    }
    if (target.isSamePlace(m_moving))
        return target;
    const bool anew = target.doctor != m_moving.doctor || target.start != m_moving.start;
    const Grid grid = gridAt(column, target.start);
    // The slot that is running can still be taken.
    if (anew && m_scene.now().isValid()
        && target.start.addSecs(qint64(grid.minutes) * 60) <= m_scene.now())
        target.refusal = Refusal::Past;
    else if (anew && !isOpen(column, target.start, target.end))
        target.refusal = Refusal::Closed;
    else
        judgeOthers(column, target);
    return target;
}

void AgendaMove::judgeOthers(int column, AgendaTarget &target) const
{
    for (const AgendaCell &other : others(column)) {
        if (other.start >= target.end || other.end <= target.start)
            continue;
        if (const AgendaVisit *visit = m_scene.visit(other.visit)) {
            target.refusal = AgendaTarget::Refusal::Taken;
            target.who = visit->fullName;
        } else {
            target.refusal
                = other.mine ? AgendaTarget::Refusal::HeldHere : AgendaTarget::Refusal::Held;
            target.who = other.who;
        }
        return;
    }
}

} // namespace ClinicDesk
