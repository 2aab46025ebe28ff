#pragma once

#include <QStyledItemDelegate>

namespace ClinicDesk {

/// Data of one line of an OfferList beside its time (Qt::DisplayRole).
namespace OfferRole {
enum Role {
    Digit = Qt::UserRole + 1, ///< QString, the key that chooses it; may be empty
    DoctorName, ///< QString
    Note, ///< QString: "held for you", "same time"
    Held, ///< bool
};
}

/// Draws a free time: its digit as a key cap, time in bold, doctor, and what is special at the end.
class OfferDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OfferDelegate)
public:
    explicit OfferDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ClinicDesk
