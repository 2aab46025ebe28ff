#include "widgets/agenda/AgendaCellAccessible.h"

#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"

#include <QWindow>

#include <algorithm>

namespace ClinicDesk {

namespace {
constexpr int rowSeconds = 600;
}

AgendaCellAccessible::AgendaCellAccessible(AgendaView *view, const AgendaCellKey &key)
    : m_view(view)
    , m_key(key)
{
}

const AgendaCell *AgendaCellAccessible::cell() const
{
    const int column = columnIndex();
    if (column < 0)
        return nullptr;
    if (m_key.visit.isValid())
        return m_view->scene().cellOf(column, m_key.visit);
    const QList<AgendaCell> &cells = m_view->scene().cells(column);
    const auto found = std::find_if(cells.begin(), cells.end(), [this](const AgendaCell &cell) {
        return !cell.visit.isValid() && cell.start.toMSecsSinceEpoch() == m_key.start;
    });
    return found == cells.end() ? nullptr : &*found;
}

bool AgendaCellAccessible::isValid() const
{
    return cell() != nullptr;
}

QWindow *AgendaCellAccessible::window() const
{
    return m_view ? m_view->window()->windowHandle() : nullptr;
}

QAccessibleInterface *AgendaCellAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QString AgendaCellAccessible::text(QAccessible::Text type) const
{
    const AgendaCell *place = cell();
    return place && type == QAccessible::Name ? m_view->cellName(columnIndex(), *place) : QString();
}

QRect AgendaCellAccessible::rect() const
{
    const AgendaCell *place = cell();
    if (!place)
        return {};
    const int column = columnIndex();
    const QRect local = m_view->agendaLayout().spanRect(column, place->start, place->end,
                                                        m_view->scene().laneOf(column, *place));
    return {m_view->viewport()->mapToGlobal(local.topLeft()), local.size()};
}

QAccessible::State AgendaCellAccessible::state() const
{
    QAccessible::State state;
    const AgendaCell *place = cell();
    if (!place) {
        state.invalid = true;
        return state;
    }
    state.focusable = true;
    state.selectable = true;
    state.selected = isSelected();
    state.focused = state.selected && m_view->hasFocus();
    const QRect shown = m_view->agendaLayout().gridRect();
    const QRect local(m_view->viewport()->mapFromGlobal(rect().topLeft()), rect().size());
    state.offscreen = !local.intersects(shown);
    return state;
}

void *AgendaCellAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

bool AgendaCellAccessible::isSelected() const
{
    const AgendaCell *place = cell();
    const AgendaCursor cursor = m_view ? m_view->cursor() : AgendaCursor();
    if (!place || cursor.doctor != m_key.doctor)
        return false;
    return cursor.visit.isValid() ? cursor.visit == place->visit
                                  : place->kind == cursor.kind && place->start == cursor.start;
}

int AgendaCellAccessible::columnIndex() const
{
    if (!m_view)
        return -1;
    if (m_key.visit.isValid()) {
        const AgendaVisit *visit = m_view->scene().visit(m_key.visit);
        return visit && visit->doctor == m_key.doctor ? m_view->scene().columnOf(*visit) : -1;
    }
    return m_view->scene().columnOf(m_key.doctor,
                                    QDateTime::fromMSecsSinceEpoch(m_key.start, Qt::UTC));
}

int AgendaCellAccessible::rowIndex() const
{
    const AgendaCell *place = cell();
    return place ? int(m_view->scene().rangeStart(columnIndex()).secsTo(place->start) / rowSeconds)
                 : -1;
}

int AgendaCellAccessible::rowExtent() const
{
    const AgendaCell *place = cell();
    return place ? std::max(1, int(place->start.secsTo(place->end) / rowSeconds)) : 0;
}

QStringList AgendaCellAccessible::actionNames() const
{
    return {pressAction(), showMenuAction()};
}

void AgendaCellAccessible::doAction(const QString &name)
{
    const AgendaCell *place = cell();
    if (!place)
        return;
    if (place->visit.isValid())
        m_view->selectVisit(place->visit);
    else
        m_view->setCursor(m_key.doctor, place->start);
    if (name == pressAction())
        m_view->activateCursor();
    else if (name == showMenuAction())
        m_view->requestContextMenu();
}

QStringList AgendaCellAccessible::keyBindingsForAction(const QString &) const
{
    return {};
}

} // namespace ClinicDesk
