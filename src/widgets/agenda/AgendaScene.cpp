#include "widgets/agenda/AgendaScene.h"

#include <QModelIndex>

#include <algorithm>
#include <utility>

namespace ClinicDesk {

namespace {

constexpr int closedStepMinutes = 20;
constexpr int usualOpening = 8;
constexpr int usualClosing = 18;

QDateTime hourBefore(const QDateTime &instant, QDate day, const QTimeZone &zone)
{
    const QDateTime local = instant.toTimeZone(zone);
    const QDateTime dayStart = day.startOfDay(zone);
    if (local <= dayStart.addSecs(3600))
        return dayStart.toUTC();
    const QTime wanted(local.addSecs(-3600).time().hour(), 0);
    return QDateTime(day, wanted, zone).toUTC();
}

QDateTime hourAfter(const QDateTime &instant, QDate day, const QTimeZone &zone)
{
    const QDateTime dayEnd = day.addDays(1).startOfDay(zone);
    const QDateTime local = instant.toTimeZone(zone).addSecs(2 * 3600 - 1);
    if (local >= dayEnd)
        return dayEnd.toUTC();
    return std::min(QDateTime(day, QTime(local.time().hour(), 0), zone), dayEnd).toUTC();
}

bool overlaps(const AgendaCell &cell, const QDateTime &start, const QDateTime &end)
{
    return cell.start < end && start < cell.end;
}

/// Its open times in UTC and in order.
AgendaColumn ordered(AgendaColumn column)
{
    for (OpenSpan &span : column.open) {
        span.start = span.start.toUTC();
        span.end = span.end.toUTC();
    }
    std::sort(column.open.begin(), column.open.end(),
              [](const OpenSpan &left, const OpenSpan &right) { return left.start < right.start; });
    return column;
}

} // namespace

AgendaVisit agendaVisit(const QModelIndex &index)
{
    AgendaVisit visit;
    visit.id = index.data(AgendaRole::Id).value<AppointmentId>();
    visit.doctor = index.data(AgendaRole::Doctor).value<DoctorId>();
    visit.start = index.data(AgendaRole::Start).toDateTime().toUTC();
    visit.end = index.data(AgendaRole::End).toDateTime().toUTC();
    visit.title = index.data(AgendaRole::Title).toString();
    visit.fullName = index.data(AgendaRole::FullName).toString();
    visit.detail = index.data(AgendaRole::Detail).toString();
    visit.status = static_cast<AppointmentStatus>(index.data(AgendaRole::Status).toInt());
    visit.checkedInAt = index.data(AgendaRole::CheckedInAt).toDateTime().toUTC();
    visit.corner = index.data(AgendaRole::CornerColour).value<QColor>();
    visit.saving = index.data(AgendaRole::Saving).toBool();
    visit.stale = index.data(AgendaRole::Stale).toBool();
    return visit;
}

void AgendaScene::setDay(QDate day, const QTimeZone &zone)
{
    m_day = day;
    m_zone = zone;
    m_dayStart = day.startOfDay(zone).toUTC();
    m_dayEnd = day.addDays(1).startOfDay(zone).toUTC();
    invalidate();
}

QDateTime AgendaScene::todayNow() const
{
    if (!m_now.isValid() || !m_day.isValid())
        return {};
    const QDate today = m_now.toTimeZone(m_zone).date();
    for (int column = 0; column < m_columns.size(); ++column) {
        if (dayOf(column) == today)
            return m_now.addSecs(-shiftOf(column));
    }
    return m_columns.isEmpty() && today == m_day ? m_now : QDateTime();
}

bool AgendaScene::isTodaysColumn(int column) const
{
    return m_now.isValid() && dayOf(column) == m_now.toTimeZone(m_zone).date();
}

QDate AgendaScene::dayOf(int column) const
{
    const QDate own = m_columns.at(column).day;
    return own.isValid() ? own : m_day;
}

void AgendaScene::setColumns(const QList<AgendaColumn> &columns)
{
    m_columns.clear();
    for (const AgendaColumn &column : columns)
        m_columns << ordered(column);
    invalidate();
}

bool AgendaScene::retitle(const QList<AgendaColumn> &columns)
{
    QList<AgendaColumn> fresh;
    for (const AgendaColumn &column : columns)
        fresh << ordered(column);
    const auto isSame = [](AgendaColumn left, const AgendaColumn &right) {
        left.subtitle = right.subtitle;
        return left == right;
    };
    if (fresh.isEmpty() || !std::ranges::equal(fresh, m_columns, isSame))
        return false;
    m_columns = fresh;
    return true;
}

int AgendaScene::columnOf(DoctorId doctor, const QDateTime &instant) const
{
    for (int column = 0; column < m_columns.size(); ++column) {
        if (m_columns[column].doctor != doctor)
            continue;
        const auto &[start, end] = m_bounds[column];
        if (!m_columns[column].day.isValid() || !instant.isValid()
            || (start <= instant && instant < end))
            return column;
    }
    return -1;
}

int AgendaScene::columnOf(const AgendaVisit &visit) const
{
    return columnOf(visit.doctor, visit.start);
}

QDateTime AgendaScene::rangeStart(int column) const
{
    return m_from.addSecs(shiftOf(column));
}

QDateTime AgendaScene::rangeEnd(int column) const
{
    return m_to.addSecs(shiftOf(column));
}

void AgendaScene::setHolds(const QList<SlotHold> &holds)
{
    m_holds = holds;
    for (SlotHold &hold : m_holds) {
        hold.start = hold.start.toUTC();
        hold.end = hold.end.toUTC();
    }
    invalidate();
}

void AgendaScene::setVisits(const QList<AgendaVisit> &visits)
{
    m_visits = visits;
    invalidate();
}

bool AgendaScene::setVisit(qsizetype row, const AgendaVisit &visit)
{
    const AgendaVisit old = std::exchange(m_visits[row], visit);
    const bool sameCell = old.id == visit.id && old.doctor == visit.doctor
        && old.start == visit.start && old.end == visit.end && keepsTime(old) == keepsTime(visit);
    if (!sameCell)
        invalidate();
    return !sameCell;
}

void AgendaScene::setCancelledShown(bool shown)
{
    m_cancelledShown = shown;
    invalidate();
}

const AgendaVisit *AgendaScene::visit(AppointmentId id) const
{
    const auto found = std::find_if(m_visits.begin(), m_visits.end(),
                                    [id](const AgendaVisit &visit) { return visit.id == id; });
    return found != m_visits.end() && isShown(*found) ? &*found : nullptr;
}

const QList<AgendaCell> &AgendaScene::cells(int column) const
{
    if (!m_cells[column].built)
        build(column);
    return m_cells[column].cells;
}

AgendaLane AgendaScene::laneOf(int column, const AgendaCell &cell) const
{
    const qsizetype index = cells(column).indexOf(cell);
    return index < 0 ? AgendaLane {} : m_cells[column].lanes[index];
}

const AgendaCell *AgendaScene::cellAt(int column, const QDateTime &instant) const
{
    if (column < 0 || column >= m_columns.size())
        return nullptr;
    for (const AgendaCell &cell : cells(column)) {
        if (cell.start <= instant && instant < cell.end)
            return &cell;
    }
    return nullptr;
}

const AgendaCell *AgendaScene::cellOf(int column, AppointmentId visit) const
{
    if (column < 0 || column >= m_columns.size() || !visit.isValid())
        return nullptr;
    const QList<AgendaCell> &all = cells(column);
    const auto found = std::find_if(
        all.begin(), all.end(), [visit](const AgendaCell &cell) { return cell.visit == visit; });
    return found == all.end() ? nullptr : &*found;
}

int AgendaScene::waitMinutes(const AgendaVisit &visit) const
{
    if (visit.status != AppointmentStatus::Confirmed || !visit.checkedInAt.isValid()
        || !m_now.isValid())
        return -1;
    return int(std::max<qint64>(0, visit.checkedInAt.secsTo(m_now) / 60));
}

int AgendaScene::lateMinutes(const AgendaVisit &visit) const
{
    if (visit.status != AppointmentStatus::Confirmed || visit.checkedInAt.isValid()
        || !m_now.isValid())
        return 0;
    const qint64 minutes = visit.start.secsTo(m_now) / 60;
    return minutes >= 10 ? int(minutes) : 0;
}

int AgendaScene::overrunMinutes(const AgendaVisit &visit) const
{
    if (visit.status != AppointmentStatus::InProgress || !m_now.isValid())
        return 0;
    return int(std::max<qint64>(0, visit.end.secsTo(m_now) / 60));
}

void AgendaScene::invalidate()
{
    m_cells = QList<ColumnCells>(m_columns.size());
    reckonShifts();
    reckonRange();
}

void AgendaScene::reckonShifts()
{
    m_shifts.clear();
    m_bounds.clear();
    // From noon to noon: the hours people work stand side by side, also when a clock changes.
    const QDateTime noon(m_day, QTime(12, 0), m_zone);
    for (const AgendaColumn &column : std::as_const(m_columns)) {
        const bool own = column.day.isValid() && m_day.isValid();
        m_shifts << (own ? noon.secsTo(QDateTime(column.day, QTime(12, 0), m_zone)) : 0);
        m_bounds << std::pair(column.day.startOfDay(m_zone).toUTC(),
                              column.day.addDays(1).startOfDay(m_zone).toUTC());
    }
}

void AgendaScene::reckonRange()
{
    if (!m_day.isValid())
        return;
    QDateTime first;
    QDateTime last;
    const auto include = [&](const QDateTime &start, const QDateTime &end) {
        first = first.isValid() ? std::min(first, start) : start;
        last = last.isValid() ? std::max(last, end) : end;
    };
    for (int column = 0; column < m_columns.size(); ++column) {
        for (const OpenSpan &span : std::as_const(m_columns[column].open))
            include(span.start.addSecs(-shiftOf(column)), span.end.addSecs(-shiftOf(column)));
    }
    for (const AgendaVisit &visit : std::as_const(m_visits)) {
        const qint64 shift = shiftOf(columnOf(visit));
        if (isShown(visit))
            include(visit.start.addSecs(-shift), visit.end.addSecs(-shift));
    }
    if (!first.isValid())
        include(QDateTime(m_day, QTime(usualOpening, 0), m_zone).toUTC(),
                QDateTime(m_day, QTime(usualClosing, 0), m_zone).toUTC());
    m_from = hourBefore(first, m_day, m_zone);
    m_to = hourAfter(last, m_day, m_zone);
}

bool AgendaScene::isShown(const AgendaVisit &visit) const
{
    const bool gone = visit.status == AppointmentStatus::Cancelled
        || visit.status == AppointmentStatus::Rejected;
    const int column = columnOf(visit);
    if ((gone && !m_cancelledShown) || column < 0 || visit.end <= visit.start)
        return false;
    return m_columns[column].day.isValid() || (visit.start < m_dayEnd && visit.end > m_dayStart);
}

bool AgendaScene::keepsTime(const AgendaVisit &visit)
{
    return visit.status != AppointmentStatus::Cancelled
        && visit.status != AppointmentStatus::Rejected;
}

QList<AgendaCell> AgendaScene::takenCells(int column) const
{
    QList<AgendaCell> taken;
    const DoctorId doctor = m_columns[column].doctor;
    for (const AgendaVisit &visit : m_visits) {
        if (columnOf(visit) == column && isShown(visit) && keepsTime(visit))
            taken.append({AgendaCell::Kind::Visit, visit.start, visit.end, visit.id, false, {}});
    }
    for (const SlotHold &hold : m_holds) {
        const bool blocked = std::any_of(taken.begin(), taken.end(), [&](const AgendaCell &cell) {
            return overlaps(cell, hold.start, hold.end);
        });
        const bool inRange = hold.start < rangeEnd(column) && hold.end > rangeStart(column)
            && hold.start < hold.end;
        if (hold.doctor == doctor && inRange && !blocked)
            taken.append({AgendaCell::Kind::Hold, hold.start, hold.end, {}, hold.mine, hold.who});
    }
    std::stable_sort(
        taken.begin(), taken.end(),
        [](const AgendaCell &left, const AgendaCell &right) { return left.start < right.start; });
    return taken;
}

void AgendaScene::build(int column) const
{
    QList<AgendaCell> cells;
    QDateTime reached = rangeStart(column);
    const QList<AgendaCell> taken = takenCells(column);
    for (const AgendaCell &cell : taken) {
        if (reached < cell.start)
            fillGap(column, reached, cell.start, cells);
        cells.append(cell);
        reached = std::max(reached, cell.end);
    }
    fillGap(column, reached, rangeEnd(column), cells);
    for (const AgendaVisit &visit : m_visits) {
        if (columnOf(visit) == column && isShown(visit) && !keepsTime(visit))
            cells.append({AgendaCell::Kind::Visit, visit.start, visit.end, visit.id, false, {}});
    }
    std::stable_sort(
        cells.begin(), cells.end(),
        [](const AgendaCell &left, const AgendaCell &right) { return left.start < right.start; });
    QList<AgendaSpan> spans;
    spans.reserve(cells.size());
    for (const AgendaCell &cell : std::as_const(cells))
        spans.append({cell.start, cell.end});
    m_cells[column] = {true, cells, placeInLanes(spans)};
}

void AgendaScene::fillGap(int column, const QDateTime &from, const QDateTime &to,
                          QList<AgendaCell> &cells) const
{
    QDateTime reached = from;
    while (reached < to) {
        cells.append(nextFreeOrClosed(column, reached, to));
        reached = cells.last().end;
    }
}

AgendaCell AgendaScene::nextFreeOrClosed(int column, const QDateTime &from,
                                         const QDateTime &to) const
{
    QDateTime closedUntil = to;
    int step = closedStepMinutes;
    for (const OpenSpan &span : m_columns[column].open) {
        step = std::max(1, span.slotMinutes);
        if (span.start <= from && from < span.end) {
            const QDateTime next = AgendaLayout::snapped(from, span.start, step).addSecs(step * 60);
            return {AgendaCell::Kind::Free, from, std::min({next, span.end, to}), {}, false, {}};
        }
        if (span.start > from) {
            closedUntil = std::min(closedUntil, span.start);
            break;
        }
    }
    const QDateTime next = AgendaLayout::snapped(from, rangeStart(column), step).addSecs(step * 60);
    return {AgendaCell::Kind::Closed, from, std::min(next, closedUntil), {}, false, {}};
}

} // namespace ClinicDesk
