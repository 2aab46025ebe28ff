#pragma once

#include "models/ClinicClock.h"

#include <QStyledItemDelegate>

namespace ClinicDesk {

class Theme;

/// A match of the patient search on two lines: name and phone's end; birth date, age and next
/// visit.
class PatientDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientDelegate)
public:
    explicit PatientDelegate(const ClinicClock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintMatch(QPainter &painter, const Theme &theme, const QRect &inside,
                    const QModelIndex &index, bool selected) const;

    ClinicClock m_clock;
};

} // namespace ClinicDesk
