#include "widgets/agenda/AgendaInput.h"

#include "widgets/HeldKey.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"

#include <QKeyEvent>

#include <algorithm>

namespace ClinicDesk {

AgendaInput::AgendaInput(AgendaView &view)
    : m_view(view)
    , m_column(view.scene().columnOf(view.cursor().doctor, view.cursor().start))
{
}

bool AgendaInput::keyPressed(const QKeyEvent &event)
{
    if (m_column < 0)
        return false;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        return arrow(event.key(), modifiers);
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (modifiers != Qt::NoModifier)
            return false;
        moveByMinutes(event.key() == Qt::Key_PageUp ? -60 : 60);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        return edge(event.key(), modifiers);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers != Qt::NoModifier || HeldKey::isRepeat(event))
            return false;
        m_view.activateCursor();
        return true;
    case Qt::Key_F10:
        if (modifiers != Qt::ShiftModifier)
            return false;
        m_view.requestContextMenu();
        return true;
    default:
        break;
    }
    const QString text = event.text();
    const bool plain = !(modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || text.isEmpty() || !text.at(0).isLetterOrNumber())
        return false;
    if (m_view.cursor().kind != AgendaCell::Kind::Free)
        return false;
    Q_EMIT m_view.typedOnFreeSlot(text);
    return true;
}

bool AgendaInput::arrow(int key, Qt::KeyboardModifiers modifiers)
{
    const bool vertical = key == Qt::Key_Up || key == Qt::Key_Down;
    int direction = key == Qt::Key_Up || key == Qt::Key_Left ? -1 : 1;
    if (!vertical && m_view.isRightToLeft())
        direction = -direction;
    if (modifiers == Qt::NoModifier)
        vertical ? moveByCell(direction) : moveByColumn(direction);
    else if (modifiers == Qt::ControlModifier && vertical)
        moveToVisit(direction);
    else if (modifiers == Qt::ControlModifier)
        Q_EMIT m_view.dayStepRequested(direction);
    else if (modifiers == Qt::ShiftModifier && vertical)
        lengthen(direction);
    else
        return false;
    return true;
}

bool AgendaInput::edge(int key, Qt::KeyboardModifiers modifiers)
{
    const bool end = key == Qt::Key_End;
    if (modifiers == Qt::NoModifier)
        moveToColumn(end ? int(m_view.scene().columns().size()) - 1 : 0);
    else if (modifiers == Qt::ControlModifier)
        moveToDayEdge(end);
    else
        return false;
    return true;
}

const AgendaCell *AgendaInput::cell() const
{
    const AgendaCursor cursor = m_view.cursor();
    const AgendaCell *visit = m_view.scene().cellOf(m_column, cursor.visit);
    return visit ? visit : m_view.scene().cellAt(m_column, cursor.start);
}

void AgendaInput::goTo(int column, const QDateTime &instant)
{
    if (const AgendaCell *target = m_view.scene().cellAt(column, instant))
        m_view.moveCursor(column, *target, int(target->start.secsTo(target->end) / 60));
}

void AgendaInput::moveByCell(int direction)
{
    const AgendaCell *from = cell();
    if (!from)
        return;
    const QDateTime end
        = std::max(from->end, m_view.cursor().start.addSecs(m_view.cursor().minutes * 60));
    goTo(m_column, direction < 0 ? from->start.addSecs(-1) : end);
}

void AgendaInput::moveByColumn(int columns)
{
    moveToColumn(m_column + columns);
}

void AgendaInput::moveToColumn(int column)
{
    if (column >= 0 && column < m_view.scene().columns().size() && column != m_column)
        goTo(column,
             m_view.cursor().start.addSecs(m_view.scene().shiftOf(column)
                                           - m_view.scene().shiftOf(m_column)));
}

void AgendaInput::moveByMinutes(int minutes)
{
    const AgendaScene &scene = m_view.scene();
    const QDateTime wanted = m_view.cursor().start.addSecs(minutes * 60);
    goTo(m_column,
         std::clamp(wanted, scene.rangeStart(m_column), scene.rangeEnd(m_column).addSecs(-1)));
}

void AgendaInput::moveToDayEdge(bool end)
{
    const AgendaScene &scene = m_view.scene();
    const QList<AgendaCell> &cells = scene.cells(m_column);
    const auto isOpen
        = [](const AgendaCell &cell) { return cell.kind != AgendaCell::Kind::Closed; };
    if (end) {
        const auto last = std::find_if(cells.rbegin(), cells.rend(), isOpen);
        goTo(m_column, last == cells.rend() ? scene.rangeEnd(m_column).addSecs(-1) : last->start);
    } else {
        const auto first = std::find_if(cells.begin(), cells.end(), isOpen);
        goTo(m_column, first == cells.end() ? scene.rangeStart(m_column) : first->start);
    }
}

void AgendaInput::moveToVisit(int direction)
{
    const QList<AgendaCell> &cells = m_view.scene().cells(m_column);
    const AgendaCell *from = cell();
    if (!from)
        return;
    const qsizetype step = direction < 0 ? -1 : 1;
    for (qsizetype index = from - cells.constData() + step; index >= 0 && index < cells.size();
         index += step) {
        if (cells[index].kind == AgendaCell::Kind::Visit) {
            const AgendaCell target = cells[index];
            m_view.moveCursor(m_column, target, int(target.start.secsTo(target.end) / 60));
            return;
        }
    }
}

void AgendaInput::lengthen(int direction)
{
    const AgendaCursor cursor = m_view.cursor();
    const AgendaScene &scene = m_view.scene();
    const AgendaCell *first = scene.cellAt(m_column, cursor.start);
    if (cursor.kind != AgendaCell::Kind::Free || !first)
        return;
    const QDateTime end = cursor.start.addSecs(cursor.minutes * 60);
    const AgendaCell *edgeCell = scene.cellAt(m_column, direction > 0 ? end : end.addSecs(-1));
    if (!edgeCell || edgeCell->kind != AgendaCell::Kind::Free
        || (direction < 0 && edgeCell == first))
        return;
    const QDateTime newEnd = direction > 0 ? edgeCell->end : edgeCell->start;
    m_view.moveCursor(m_column, *first, int(cursor.start.secsTo(newEnd) / 60));
}

} // namespace ClinicDesk
