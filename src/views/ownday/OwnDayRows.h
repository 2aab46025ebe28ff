#pragma once

#include "models/DoctorDayModel.h"

#include <QIdentityProxyModel>
#include <QStyledItemDelegate>

namespace ClinicDesk {

/// Puts the sentences of the day's rows before a screen reader; same rows as the source.
class OwnDayRows final : public QIdentityProxyModel
{
    Q_OBJECT
public:
    explicit OwnDayRows(DoctorDayModel &day, QObject *parent = nullptr);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    DoctorDayModel &m_day;
};

/// Time, icon and name; below them status and details.
class OwnDayDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit OwnDayDelegate(DoctorDayModel &day, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    DoctorDayModel &m_day;
};

} // namespace ClinicDesk
