#pragma once

#include <QStyledItemDelegate>
#include <QTimeZone>

namespace ClinicDesk {

/// Draws a visit on the shelf: the name, and below it the time and doctor it is still booked for.
class ShelfDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShelfDelegate)
public:
    explicit ShelfDelegate(const QTimeZone &zone, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] int rowHeight(const QWidget *widget) const;

private:
    QTimeZone m_zone;
};

} // namespace ClinicDesk
