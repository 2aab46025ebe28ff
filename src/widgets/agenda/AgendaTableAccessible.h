#pragma once

#include "widgets/agenda/AgendaTypes.h"

#include <QAccessibleWidget>
#include <QHash>

namespace ClinicDesk {

class AgendaView;

/// Which cell an accessible child stands for, however the grid is cut anew.
struct AgendaCellKey
{
    DoctorId doctor;
    qint64 start = 0; ///< ms since epoch
    AppointmentId visit;

    bool operator==(const AgendaCellKey &) const = default;
    friend size_t qHash(const AgendaCellKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.doctor.value, key.start, key.visit.value);
    }
};

/// The grid as a table: a row every ten minutes, a column a doctor. Children are the cells, column
/// by column; each keeps its QAccessible::Id as long as its cell exists.
class AgendaTableAccessible final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit AgendaTableAccessible(AgendaView *view);
    ~AgendaTableAccessible() override;
    Q_DISABLE_COPY_MOVE(AgendaTableAccessible)

    [[nodiscard]] AgendaView *view() const;
    /// Index of the child at a place, -1 if there is none.
    [[nodiscard]] int childIndex(int column, const AgendaCell &cell) const;
    [[nodiscard]] int cursorChild() const;
    /// Lets go of children whose cells are gone.
    void forgetOldCells();

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    int selectedCellCount() const override;
    QList<QAccessibleInterface *> selectedCells() const override;
    QString columnDescription(int column) const override;
    QString rowDescription(int row) const override;
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    int columnCount() const override;
    int rowCount() const override;
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { forgetOldCells(); }

private:
    QAccessibleInterface *interfaceOf(int column, const AgendaCell &cell) const;

    mutable QHash<AgendaCellKey, QAccessible::Id> m_cells;
};

} // namespace ClinicDesk
