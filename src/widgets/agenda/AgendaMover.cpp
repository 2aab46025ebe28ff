#include "widgets/agenda/AgendaMover.h"

#include "widgets/HeldKey.h"
#include "widgets/agenda/AgendaView.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {
constexpr int gripPixels = 6;
constexpr int edgePixels = 24;
constexpr int pixelsPerTick = 10;
} // namespace

AgendaMover::AgendaMover(AgendaView &view)
    : QObject(&view)
    , m_view(view)
{
    m_edgeTimer.setInterval(16ms);
    connect(&m_edgeTimer, &QTimer::timeout, this, &AgendaMover::scrollAtEdge);
}

void AgendaMover::setEnabled(bool enabled)
{
    m_enabled = enabled;
    if (!enabled)
        cancel();
}

void AgendaMover::beginPlacing(const AgendaMoving &moving)
{
    cancel();
    m_grip = Grip::Whole;
    // Under the pointer there is no middle to keep: the visit hangs by its start.
    m_gripSeconds = 0;
    begin(State::Placing, moving);
    if (m_state != State::Placing)
        return;
    m_view.viewport()->setCursor(Qt::CrossCursor);
    m_pointer = m_view.viewport()->mapFromGlobal(QCursor::pos());
    showTarget();
}

void AgendaMover::beginDrag(const AgendaMoving &moving)
{
    cancel();
    m_grip = Grip::Whole;
    m_gripSeconds = 0;
    begin(State::Dragging, moving);
    m_outside = true;
}

void AgendaMover::begin(State state, const AgendaMoving &moving)
{
    if (!m_enabled || !moving.isValid())
        return;
    m_state = state;
    m_moving = moving;
    m_outside = false;
    m_target = origin();
    // The same time of the shown day, for one that comes from another day.
    if (m_view.day().isValid())
        turnDay(m_view.day());
    Q_EMIT begun(m_moving);
    if (isActive())
        Q_EMIT targetChanged(m_target);
}

void AgendaMover::dragTo(const QPoint &globalPosition)
{
    if (m_state != State::Dragging)
        return;
    m_view.setFrozen(true);
    const QPoint position = m_view.viewport()->mapFromGlobal(globalPosition);
    const bool outside = !m_view.viewport()->rect().contains(position);
    if (std::exchange(m_outside, outside) != outside)
        m_view.viewport()->update();
    if (outside) {
        m_edgeTimer.stop();
    } else {
        follow(position);
        m_edgeTimer.start();
    }
    Q_EMIT dragged(globalPosition);
}

void AgendaMover::drop(const QPoint &globalPosition)
{
    if (m_state != State::Dragging)
        return;
    const AgendaMoving moving = m_moving;
    if (m_outside) {
        finish();
        Q_EMIT droppedOutside(moving, globalPosition);
        Q_EMIT ended();
        return;
    }
    confirm();
}

void AgendaMover::cancel()
{
    const bool wasActive = isActive();
    finish();
    if (wasActive)
        Q_EMIT ended();
}

void AgendaMover::finish()
{
    m_edgeTimer.stop();
    const bool wasActive = isActive();
    m_state = State::Idle;
    m_outside = false;
    if (!wasActive)
        return;
    m_view.viewport()->unsetCursor();
    m_view.setFrozen(false);
    m_view.viewport()->update();
}

void AgendaMover::confirm()
{
    const AgendaMoving moving = m_moving;
    const AgendaTarget target = m_target;
    if (m_state == State::Placing && !target.isAllowed()) {
        Q_EMIT refused(target);
        return;
    }
    finish();
    if (!target.isAllowed())
        Q_EMIT refused(target);
    else if (!target.isSamePlace(moving))
        Q_EMIT wanted(moving, target);
    Q_EMIT ended();
}

bool AgendaMover::mousePressed(const QMouseEvent &event, const AgendaCell &cell, const QRect &rect)
{
    const QPoint position = event.position().toPoint();
    if (m_state == State::Placing) {
        if (event.button() == Qt::LeftButton
            && m_view.agendaLayout().gridRect().contains(position)) {
            follow(position);
            confirm();
        }
        return true;
    }
    if (m_state != State::Idle || !m_enabled || event.button() != Qt::LeftButton)
        return isActive();
    const AgendaMoving moving = movingOf(cell);
    if (!moving.isValid())
        return false;
    m_state = State::Pressed;
    m_moving = moving;
    m_pressedAt = position;
    m_grip = gripAt(position, rect);
    m_gripSeconds = moving.start.secsTo(m_view.agendaLayout().timeAt(
        m_view.scene().columnOf(moving.doctor, moving.start), position.y()));
    return false;
}

bool AgendaMover::mouseMoved(const QMouseEvent &event, const AgendaCell &cell, const QRect &rect)
{
    const QPoint position = event.position().toPoint();
    if (m_state == State::Placing) {
        // A nudge of the mouse takes nothing away from the keys.
        if (m_view.agendaLayout().gridRect().contains(position)
            && (position - m_pointer).manhattanLength() >= QApplication::startDragDistance())
            follow(position);
        return true;
    }
    if (m_state == State::Pressed
        && (position - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
        begin(State::Dragging, m_moving);
    if (m_state == State::Dragging) {
        dragTo(m_view.viewport()->mapToGlobal(position));
        return true;
    }
    if (m_state == State::Idle)
        showShape(event, cell, rect);
    return m_state == State::Pressed;
}

bool AgendaMover::mouseReleased(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return isActive();
    if (m_state == State::Pressed)
        m_state = State::Idle;
    if (m_state != State::Dragging)
        return false;
    drop(m_view.viewport()->mapToGlobal(event.position().toPoint()));
    return true;
}

bool AgendaMover::wantsKey(const QKeyEvent &event) const
{
    return isActive() && event.key() == Qt::Key_Escape;
}

bool AgendaMover::keyPressed(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (isActive() && event.key() == Qt::Key_Escape) {
        cancel();
        return true;
    }
    if (m_state == State::Dragging)
        return true;
    if (m_state != State::Placing || modifiers != Qt::NoModifier)
        return false;
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) {
        if (!HeldKey::isRepeat(event))
            confirm();
        return true;
    }
    return placingKey(event.key()) || !event.text().isEmpty();
}

bool AgendaMover::placingKey(int key)
{
    constexpr std::pair<Qt::Key, Step> arrows[] = {{Qt::Key_Up, Step::Earlier},
                                                   {Qt::Key_Down, Step::Later},
                                                   {Qt::Key_Left, Step::Left},
                                                   {Qt::Key_Right, Step::Right}};
    const auto *const arrow = std::ranges::find(arrows, key, &std::pair<Qt::Key, Step>::first);
    if (arrow == std::end(arrows))
        return false;
    step(arrow->second);
    return true;
}

void AgendaMover::step(Step step)
{
    if (m_state == State::Dragging || (m_state != State::Placing && !takeHoldOfCursor()))
        return;
    const AgendaMove move(m_view.scene(), m_moving);
    const bool isBack = step == Step::Earlier || step == Step::Shorter
        || step == (m_view.isRightToLeft() ? Step::Right : Step::Left);
    const int by = isBack ? -1 : 1;
    if (step == Step::Left || step == Step::Right)
        setTarget(move.beside(m_target, by));
    else if (step == Step::Earlier || step == Step::Later)
        setTarget(move.stepped(m_target, by));
    else
        setTarget(move.lengthened(m_target, by));
    showTarget();
}

bool AgendaMover::takeHoldOfCursor()
{
    const AgendaCursor cursor = m_view.cursor();
    const int column = m_view.scene().columnOf(cursor.doctor, cursor.start);
    const AgendaCell *cell = m_view.scene().cellOf(column, cursor.visit);
    const AgendaMoving moving = cell ? movingOf(*cell) : AgendaMoving {};
    if (!m_enabled || !moving.isValid())
        return false;
    beginPlacing(moving);
    return m_state == State::Placing;
}

void AgendaMover::rejudge()
{
    if (!isActive())
        return;
    // In a week the days turn with the columns: the same weekday of the one shown now.
    const AgendaScene &scene = m_view.scene();
    const int weekday = m_target.start.toTimeZone(scene.zone()).date().dayOfWeek();
    if (scene.columnOf(m_target.doctor, m_target.start) < 0) {
        for (const AgendaColumn &column : scene.columns()) {
            if (column.doctor == m_target.doctor && column.day.isValid()
                && column.day.dayOfWeek() == weekday)
                turnTo(column.day);
        }
    }
    setTarget(AgendaMove(scene, m_moving).exactly(m_target.doctor, m_target.start, m_target.end));
}

void AgendaMover::turnDay(QDate day)
{
    if (!isActive())
        return;
    const AgendaScene &scene = m_view.scene();
    const int column = scene.columnOf(m_target.doctor, m_target.start);
    if (column < 0 || !scene.columns().at(column).day.isValid())
        turnTo(day);
}

void AgendaMover::turnTo(QDate day)
{
    const QTimeZone &zone = m_view.scene().zone();
    const QDateTime start(day, m_target.start.toTimeZone(zone).time(), zone);
    const qint64 seconds = m_target.start.secsTo(m_target.end);
    if (start.isValid())
        m_target = AgendaMove(m_view.scene(), m_moving)
                       .exactly(m_target.doctor, start, start.addSecs(seconds));
}

void AgendaMover::follow(const QPoint &position)
{
    m_pointer = position;
    const AgendaLayout &layout = m_view.agendaLayout();
    const QRect grid = layout.gridRect();
    const int column = layout.columnAt(
        std::clamp(position.x(), grid.left(), std::max(grid.left(), grid.right())));
    // An edge stays in its column, however far the pointer strays.
    const int own = m_view.scene().columnOf(m_moving.doctor, m_moving.start);
    const QDateTime time
        = layout.timeAt(m_grip == Grip::Whole ? column : own,
                        std::clamp(position.y(), grid.top(), std::max(grid.top(), grid.bottom())));
    const AgendaMove move(m_view.scene(), m_moving);
    if (m_grip == Grip::End)
        setTarget(move.withEnd(origin(), time));
    else if (m_grip == Grip::Start)
        setTarget(move.withStart(origin(), time));
    else if (column >= 0)
        setTarget(move.at(column, time.addSecs(-m_gripSeconds)));
    if (m_state == State::Dragging)
        m_view.viewport()->setCursor(!m_target.isAllowed()       ? Qt::ForbiddenCursor
                                         : m_grip == Grip::Whole ? Qt::ClosedHandCursor
                                                                 : Qt::SizeVerCursor);
}

void AgendaMover::setTarget(const AgendaTarget &target)
{
    if (target == m_target)
        return;
    m_target = target;
    m_view.viewport()->update();
    Q_EMIT targetChanged(m_target);
}

void AgendaMover::scrollAtEdge()
{
    const QRect grid = m_view.agendaLayout().gridRect();
    const int edge = Theme::of(&m_view).px(edgePixels);
    const auto speed = [edge](int before, int after) {
        if (before < edge)
            return -std::min(pixelsPerTick, 1 + (edge - before) * pixelsPerTick / edge);
        return after < edge ? std::min(pixelsPerTick, 1 + (edge - after) * pixelsPerTick / edge)
                            : 0;
    };
    int across = speed(m_pointer.x() - grid.left(), grid.right() - m_pointer.x());
    if (m_view.isRightToLeft())
        across = -across;
    if (m_grip != Grip::Whole)
        across = 0;
    const QPoint step(across, speed(m_pointer.y() - grid.top(), grid.bottom() - m_pointer.y()));
    if (step.isNull() || !m_view.scrollBy(step))
        return;
    follow(m_pointer);
}

void AgendaMover::showShape(const QMouseEvent &event, const AgendaCell &cell, const QRect &rect)
{
    const bool grips = m_enabled && movingOf(cell).isValid()
        && gripAt(event.position().toPoint(), rect) != Grip::Whole;
    if (grips)
        m_view.viewport()->setCursor(Qt::SizeVerCursor);
    else
        m_view.viewport()->unsetCursor();
}

void AgendaMover::showTarget()
{
    const int column = m_view.scene().columnOf(m_target.doctor, m_target.start);
    if (column >= 0)
        m_view.showSpan(column, m_target.start, m_target.end);
}

AgendaMover::Grip AgendaMover::gripAt(const QPoint &position, const QRect &rect) const
{
    const int grip = std::min(Theme::of(&m_view).px(gripPixels), rect.height() / 4);
    if (position.y() < rect.top() + grip)
        return Grip::Start;
    return position.y() > rect.bottom() - grip ? Grip::End : Grip::Whole;
}

AgendaMoving AgendaMover::movingOf(const AgendaCell &cell) const
{
    const AgendaVisit *visit
        = cell.kind == AgendaCell::Kind::Visit ? m_view.scene().visit(cell.visit) : nullptr;
    if (!visit || !AgendaMove::isMovable(*visit))
        return {};
    return {visit->id, visit->doctor, visit->start, visit->end, visit->title};
}

AgendaTarget AgendaMover::origin() const
{
    return AgendaMove(m_view.scene(), m_moving)
        .exactly(m_moving.doctor, m_moving.start, m_moving.end);
}

} // namespace ClinicDesk
