#pragma once

#include "widgets/agenda/AgendaTableAccessible.h"

#include <QPointer>

namespace ClinicDesk {

/// One slot, visit, hold or closed time as a screen reader's table cell: press opens or books, show
/// menu asks for the context menu. Invalid once its cell is gone.
class AgendaCellAccessible final : public QAccessibleInterface,
                                   public QAccessibleTableCellInterface,
                                   public QAccessibleActionInterface
{
public:
    AgendaCellAccessible(AgendaView *view, const AgendaCellKey &key);

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text type) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    bool isSelected() const override;
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override;
    int rowIndex() const override;
    int columnExtent() const override { return 1; }
    int rowExtent() const override;
    QAccessibleInterface *table() const override { return parent(); }

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &name) const override;

    /// nullptr when the cell is gone.
    [[nodiscard]] const AgendaCell *cell() const;

private:
    QPointer<AgendaView> m_view;
    AgendaCellKey m_key;
};

} // namespace ClinicDesk
