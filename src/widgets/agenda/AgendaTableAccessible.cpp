#include "widgets/agenda/AgendaTableAccessible.h"

#include "widgets/Format.h"
#include "widgets/agenda/AgendaAccessible.h"
#include "widgets/agenda/AgendaCellAccessible.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"

namespace ClinicDesk {

namespace {

constexpr int rowSeconds = 600;

QAccessibleInterface *createInterface(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<AgendaView *>(object))
        return new AgendaTableAccessible(view);
    return nullptr;
}

AgendaTableAccessible *tableOf(AgendaView &view)
{
    return dynamic_cast<AgendaTableAccessible *>(QAccessible::queryAccessibleInterface(&view));
}

} // namespace

void installAgendaAccessibility()
{
    QAccessible::installFactory(createInterface); // the same factory is kept once
}

void notifyAgendaCursor(AgendaView &view)
{
    if (!QAccessible::isActive())
        return;
    const AgendaTableAccessible *table = tableOf(view);
    if (!table || table->cursorChild() < 0)
        return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(table->cursorChild());
    QAccessible::updateAccessibility(&event);
}

void notifyAgendaCells(AgendaView &view)
{
    if (!QAccessible::isActive())
        return;
    if (AgendaTableAccessible *table = tableOf(view))
        table->forgetOldCells();
    QAccessibleTableModelChangeEvent event(&view, QAccessibleTableModelChangeEvent::DataChanged);
    QAccessible::updateAccessibility(&event);
}

AgendaTableAccessible::AgendaTableAccessible(AgendaView *view)
    : QAccessibleWidget(view, QAccessible::Table)
{
}

AgendaTableAccessible::~AgendaTableAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
}

AgendaView *AgendaTableAccessible::view() const
{
    return static_cast<AgendaView *>(object());
}

int AgendaTableAccessible::childIndex(int column, const AgendaCell &cell) const
{
    const AgendaScene &scene = view()->scene();
    int index = 0;
    for (int before = 0; before < column; ++before)
        index += int(scene.cells(before).size());
    const qsizetype inColumn = scene.cells(column).indexOf(cell);
    return inColumn < 0 ? -1 : index + int(inColumn);
}

int AgendaTableAccessible::cursorChild() const
{
    const AgendaScene &scene = view()->scene();
    const AgendaCursor cursor = view()->cursor();
    const int column = scene.columnOf(cursor.doctor, cursor.start);
    if (column < 0)
        return -1;
    const AgendaCell *cell = scene.cellOf(column, cursor.visit);
    if (!cell)
        cell = scene.cellAt(column, cursor.start);
    return cell ? childIndex(column, *cell) : -1;
}

void AgendaTableAccessible::forgetOldCells()
{
    for (auto entry = m_cells.begin(); entry != m_cells.end();) {
        const QAccessibleInterface *known = QAccessible::accessibleInterface(entry.value());
        if (known && known->isValid()) {
            ++entry;
            continue;
        }
        QAccessible::deleteAccessibleInterface(entry.value());
        entry = m_cells.erase(entry);
    }
}

int AgendaTableAccessible::childCount() const
{
    int count = 0;
    for (int column = 0; column < columnCount(); ++column)
        count += int(view()->scene().cells(column).size());
    return count;
}

QAccessibleInterface *AgendaTableAccessible::child(int index) const
{
    for (int column = 0; index >= 0 && column < columnCount(); ++column) {
        const QList<AgendaCell> &cells = view()->scene().cells(column);
        if (index < cells.size())
            return interfaceOf(column, cells[index]);
        index -= int(cells.size());
    }
    return nullptr;
}

QAccessibleInterface *AgendaTableAccessible::interfaceOf(int column, const AgendaCell &cell) const
{
    const AgendaCellKey key {view()->scene().columns()[column].doctor,
                             cell.start.toMSecsSinceEpoch(), cell.visit};
    if (const auto known = m_cells.constFind(key); known != m_cells.constEnd())
        return QAccessible::accessibleInterface(known.value());
    auto *fresh = new AgendaCellAccessible(view(), key);
    m_cells.insert(key, QAccessible::registerAccessibleInterface(fresh));
    return fresh;
}

QAccessibleInterface *AgendaTableAccessible::childAt(int x, int y) const
{
    const QPoint position = view()->viewport()->mapFromGlobal(QPoint(x, y));
    const AgendaLayout &layout = view()->agendaLayout();
    if (!layout.gridRect().contains(position))
        return nullptr;
    const int column = layout.columnAt(position.x());
    const AgendaCell *cell = view()->scene().cellAt(column, layout.timeAt(column, position.y()));
    return cell ? interfaceOf(column, *cell) : nullptr;
}

QAccessibleInterface *AgendaTableAccessible::focusChild() const
{
    return view()->hasFocus() ? child(cursorChild()) : nullptr;
}

int AgendaTableAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *cellInterface = dynamic_cast<const AgendaCellAccessible *>(child);
    const AgendaCell *cell = cellInterface ? cellInterface->cell() : nullptr;
    return cell ? childIndex(cellInterface->columnIndex(), *cell) : -1;
}

void *AgendaTableAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessibleInterface *AgendaTableAccessible::cellAt(int row, int column) const
{
    const AgendaScene &scene = view()->scene();
    const AgendaCell *cell
        = scene.cellAt(column, scene.rangeStart(column).addSecs(qint64(row) * rowSeconds));
    return cell ? interfaceOf(column, *cell) : nullptr;
}

int AgendaTableAccessible::selectedCellCount() const
{
    return cursorChild() < 0 ? 0 : 1;
}

QList<QAccessibleInterface *> AgendaTableAccessible::selectedCells() const
{
    QAccessibleInterface *selected = child(cursorChild());
    return selected ? QList<QAccessibleInterface *> {selected} : QList<QAccessibleInterface *> {};
}

QString AgendaTableAccessible::columnDescription(int column) const
{
    return view()->scene().columns().value(column).title;
}

QString AgendaTableAccessible::rowDescription(int row) const
{
    const AgendaScene &scene = view()->scene();
    return Format::time(scene.rangeStart().addSecs(qint64(row) * rowSeconds), scene.zone());
}

int AgendaTableAccessible::columnCount() const
{
    return int(view()->scene().columns().size());
}

int AgendaTableAccessible::rowCount() const
{
    const AgendaScene &scene = view()->scene();
    return scene.columns().isEmpty()
        ? 0
        : int(scene.rangeStart().secsTo(scene.rangeEnd()) / rowSeconds);
}

} // namespace ClinicDesk
