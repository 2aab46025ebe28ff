#pragma once

#include "models/RequestInboxModel.h"

#include <QIdentityProxyModel>
#include <QStyledItemDelegate>

namespace ClinicDesk {

/// Puts the sentences of the requests before a screen reader; same rows as the source.
class InboxRows final : public QIdentityProxyModel
{
    Q_OBJECT
public:
    explicit InboxRows(RequestInboxModel &inbox, QObject *parent = nullptr);
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    RequestInboxModel &m_inbox;
};

/// When and note, name, details: three lines that need no width for each other.
class InboxDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit InboxDelegate(RequestInboxModel &inbox, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    RequestInboxModel &m_inbox;
};

} // namespace ClinicDesk
