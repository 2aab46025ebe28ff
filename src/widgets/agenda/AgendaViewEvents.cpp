#include "widgets/agenda/AgendaAccessible.h"
#include "widgets/agenda/AgendaInput.h"
#include "widgets/agenda/AgendaMover.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaText.h"
#include "widgets/agenda/AgendaView.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <utility>

namespace ClinicDesk {

AgendaView::Place AgendaView::placeAt(const QPoint &position) const
{
    if (!m_layout->gridRect().contains(position))
        return {};
    const int column = m_layout->columnAt(position.x());
    if (column < 0)
        return {};
    const AgendaCell *found = nullptr;
    for (const AgendaCell &cell : m_scene->cells(column)) {
        const QRect rect
            = m_layout->spanRect(column, cell.start, cell.end, m_scene->laneOf(column, cell));
        if (rect.contains(position))
            found = &cell;
    }
    // Free time is drawn in its whole width; beside a cancelled visit the rest of it is meant.
    if (!found)
        found = m_scene->cellAt(column, m_layout->timeAt(column, position.y()));
    return found ? Place {column, *found} : Place {};
}

QString AgendaView::toolTipAt(const QPoint &position) const
{
    if (m_layout->headerRect().contains(position)) {
        const AgendaColumn column = m_scene->columns().value(m_layout->columnAt(position.x()));
        return column.subtitle.isEmpty() ? column.title
                                         : QString(column.title + u'\n' + column.subtitle);
    }
    const Place place = placeAt(position);
    return place.column < 0 ? QString() : AgendaText::toolTip(*m_scene, place.column, place.cell);
}

QRect AgendaView::placeRect(const Place &place) const
{
    if (place.column < 0)
        return {};
    return m_layout->spanRect(place.column, place.cell.start, place.cell.end,
                              m_scene->laneOf(place.column, place.cell));
}

bool AgendaView::event(QEvent *event)
{
    // Esc is the window's too; while something is being moved it gives that up.
    if (event->type() == QEvent::ShortcutOverride
        && m_mover->wantsKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

bool AgendaView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHover({});
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = toolTipAt(help->pos());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void AgendaView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const bool wasSeen
        = m_cursor.visit.isValid() && m_layout->gridRect().contains(cursorRect().center());
    relayout();
    if (m_followsNow && m_placed)
        followNow();
    // A card or panel takes room: what it is about stays in sight beside it.
    if (wasSeen)
        showScroll(m_layout->scrollToShow(cursorRect()));
}

void AgendaView::scrollContentsBy(int, int)
{
    const QPoint before = m_layout->scroll();
    m_layout->setScroll({horizontalScrollBar()->value(), verticalScrollBar()->value()});
    if (!m_scrollsItself)
        m_followsNow = false;
    shiftPicture(before - m_layout->scroll());
}

void AgendaView::keyPressEvent(QKeyEvent *event)
{
    if (!m_mover->keyPressed(*event) && !AgendaInput(*this).keyPressed(*event))
        event->ignore();
}

void AgendaView::mousePressEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position().toPoint());
    if (!m_mover->mousePressed(*event, place.cell, placeRect(place)) && place.column >= 0)
        moveCursor(place.column, place.cell, int(place.cell.start.secsTo(place.cell.end) / 60));
}

void AgendaView::mouseMoveEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position().toPoint());
    if (m_mover->mouseMoved(*event, place.cell, placeRect(place)))
        setHover({});
    else
        setHover(place);
}

void AgendaView::mouseReleaseEvent(QMouseEvent *event)
{
    m_mover->mouseReleased(*event);
}

void AgendaView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_mover->isActive() && event->button() == Qt::LeftButton
        && placeAt(event->position().toPoint()).column >= 0)
        activateCursor();
}

void AgendaView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / QWheelEvent::DefaultDeltasPerStep;
    m_wheel -= steps * QWheelEvent::DefaultDeltasPerStep;
    if (steps)
        setRowZoom(m_rowZoom + steps * 10);
    event->accept();
}

void AgendaView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        if (placeAt(event->pos()).column >= 0)
            Q_EMIT contextMenuRequested(event->globalPos());
    } else {
        requestContextMenu();
    }
    event->accept();
}

void AgendaView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    // After Qt, which says only now that the table as a whole has the focus.
    QMetaObject::invokeMethod(
        this, [this] { notifyAgendaCursor(*this); }, Qt::QueuedConnection);
}

void AgendaView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void AgendaView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        relayout();
}

void AgendaView::setFrozen(bool frozen)
{
    if (frozen == m_frozen)
        return;
    m_frozen = frozen;
    if (frozen)
        return;
    if (m_waitingColumns)
        setColumns(*std::exchange(m_waitingColumns, std::nullopt));
    if (m_waitingHolds)
        setHolds(*std::exchange(m_waitingHolds, std::nullopt));
    if (std::exchange(m_waitingRows, false))
        reload();
}

bool AgendaView::scrollBy(const QPoint &distance)
{
    const QPoint before = m_layout->scroll();
    showScroll(before + distance);
    m_followsNow = m_followsNow && m_layout->scroll() == before;
    return m_layout->scroll() != before;
}

void AgendaView::showSpan(int column, const QDateTime &start, const QDateTime &end)
{
    const QPoint wanted = m_layout->scrollToShow(m_layout->spanRect(column, start, end));
    scrollBy(wanted - m_layout->scroll());
}

void AgendaView::setHover(const Place &place)
{
    if (place.column == m_hover.column && place.cell == m_hover.cell)
        return;
    const auto repaint = [this](const Place &old) {
        if (old.column >= 0)
            viewport()->update(cellRect(old.column, old.cell));
    };
    repaint(m_hover);
    m_hover = place;
    repaint(m_hover);
}

void AgendaView::activateCursor()
{
    if (!m_cursor.isValid())
        return;
    switch (m_cursor.kind) {
    case AgendaCell::Kind::Visit:
        // One that came to lie there is chosen first, and acted on when it is seen to be.
        if (m_cursor.visit.isValid())
            Q_EMIT visitActivated(m_cursor.visit);
        else
            setCursor(m_cursor.doctor, m_cursor.start);
        break;
    case AgendaCell::Kind::Hold:
        Q_EMIT holdActivated(m_cursor.doctor, m_cursor.start);
        break;
    case AgendaCell::Kind::Free:
    case AgendaCell::Kind::Closed:
        Q_EMIT slotActivated(m_cursor.doctor, m_cursor.start, m_cursor.minutes);
        break;
    }
}

void AgendaView::requestContextMenu()
{
    const QRect seen = cursorRect() & m_layout->gridRect();
    if (m_cursor.isValid())
        Q_EMIT contextMenuRequested(
            viewport()->mapToGlobal(seen.isEmpty() ? rect().center() : seen.center()));
}

} // namespace ClinicDesk
