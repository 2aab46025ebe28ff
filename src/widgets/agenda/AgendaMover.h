#pragma once

#include "widgets/agenda/AgendaMove.h"

#include <QObject>
#include <QPoint>
#include <QTimer>

class QKeyEvent;
class QMouseEvent;

namespace ClinicDesk {

class AgendaView;

/// Moves and resizes the visits of its view: by a drag with the mouse, or by placing with keys or a
/// click. It shows a ghost and asks for one change at the end; what that does is its owner's
/// business. While a drag is under way the view keeps its picture, so that nothing slips away from
/// under the pointer. GUI thread.
class AgendaMover final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AgendaMover)

public:
    enum class State { Idle, Pressed, Dragging, Placing };
    enum class Step { Earlier, Later, Left, Right, Shorter, Longer };

    explicit AgendaMover(AgendaView &view);

    /// Off: nothing can be taken hold of, and what is under way ends.
    void setEnabled(bool enabled);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isActive() const
    {
        return m_state == State::Dragging || m_state == State::Placing;
    }
    [[nodiscard]] const AgendaMoving &moving() const { return m_moving; }
    [[nodiscard]] const AgendaTarget &target() const { return m_target; }
    /// The ghost is to be drawn.
    [[nodiscard]] bool isShown() const { return isActive() && !m_outside && m_target.isValid(); }

    /// The ghost stands where the visit is; step(), arrows or the pointer move it, Enter or a click
    /// wants it there, Esc gives up.
    void beginPlacing(const AgendaMoving &moving);
    /// Moves the ghost, or takes hold of the visit under the cursor and does so. Left and right are
    /// the screen's.
    void step(Step step);
    /// A drag that comes from elsewhere; dragTo() and drop() follow.
    void beginDrag(const AgendaMoving &moving);
    void dragTo(const QPoint &globalPosition);
    void drop(const QPoint &globalPosition);
    void cancel();

    /// Of the view: true when the event was the mover's.
    bool mousePressed(const QMouseEvent &event, const AgendaCell &cell, const QRect &rect);
    bool mouseMoved(const QMouseEvent &event, const AgendaCell &cell, const QRect &rect);
    bool mouseReleased(const QMouseEvent &event);
    bool keyPressed(const QKeyEvent &event);
    [[nodiscard]] bool wantsKey(const QKeyEvent &event) const;
    /// Cells, columns or time changed.
    void rejudge();
    /// Another day is shown: the same time on it.
    void turnDay(QDate day);

Q_SIGNALS:
    void begun(const ClinicDesk::AgendaMoving &moving);
    void targetChanged(const ClinicDesk::AgendaTarget &target);
    void dragged(const QPoint &globalPosition);
    /// Dropped or confirmed on an allowed place that is not its own.
    void wanted(const ClinicDesk::AgendaMoving &moving, const ClinicDesk::AgendaTarget &target);
    /// Dropped or confirmed where it cannot go.
    void refused(const ClinicDesk::AgendaTarget &target);
    void droppedOutside(const ClinicDesk::AgendaMoving &moving, const QPoint &globalPosition);
    /// After wanted(), a drop, or giving up.
    void ended();

private:
    enum class Grip { Whole, Start, End };

    void begin(State state, const AgendaMoving &moving);
    void finish();
    void confirm();
    void turnTo(QDate day);
    void follow(const QPoint &position);
    void setTarget(const AgendaTarget &target);
    void scrollAtEdge();
    void showShape(const QMouseEvent &event, const AgendaCell &cell, const QRect &rect);
    bool placingKey(int key);
    bool takeHoldOfCursor();
    void showTarget();
    [[nodiscard]] Grip gripAt(const QPoint &position, const QRect &rect) const;
    [[nodiscard]] AgendaMoving movingOf(const AgendaCell &cell) const;
    [[nodiscard]] AgendaTarget origin() const;

    AgendaView &m_view;
    bool m_enabled = false;
    State m_state = State::Idle;
    Grip m_grip = Grip::Whole;
    AgendaMoving m_moving;
    AgendaTarget m_target;
    QPoint m_pressedAt;
    QPoint m_pointer; ///< in the viewport
    qint64 m_gripSeconds = 0; ///< from the visit's start to where it was taken hold of
    bool m_outside = false;
    QTimer m_edgeTimer;
};

} // namespace ClinicDesk
