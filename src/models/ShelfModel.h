#pragma once

#include "domain/StatusMoves.h"
#include "models/VisitWatch.h"

#include <QAbstractListModel>
#include <QTimeZone>

namespace ClinicDesk {

class Catalogue;
class Services;

/// Visits set aside to be placed later, perhaps on another day; their old time stays booked until
/// then. Entries follow every desk's changes, and one that can no longer be moved leaves the
/// shelf. Roles are AgendaRole and those below. GUI thread.
class ShelfModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShelfModel)
public:
    enum Role {
        FamilyName = Qt::UserRole + 200,
        GivenName,
        DoctorName,
    };

    ShelfModel(Services &services, const Catalogue &catalogue, const Session &session,
               QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// False when it is there already.
    bool park(const AppointmentRow &row);
    void takeOff(AppointmentId id);
    [[nodiscard]] int indexOf(AppointmentId id) const;
    /// nullptr when it is not on the shelf; valid until the next change.
    [[nodiscard]] const AppointmentRow *row(AppointmentId id) const;

Q_SIGNALS:
    /// It left the shelf since it was cancelled, started or the like at another desk.
    void dropped(const ClinicDesk::VisitChange &change);

private:
    void onChanged(const VisitChange &change);
    [[nodiscard]] QString spoken(const AppointmentRow &row) const;

    const Catalogue &m_catalogue;
    QTimeZone m_zone;
    StatusMoves m_moves;
    VisitWatch m_watch;
    QList<AppointmentRow> m_rows;
};

} // namespace ClinicDesk
