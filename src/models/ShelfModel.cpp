#include "models/ShelfModel.h"

#include "domain/AgendaRole.h"
#include "domain/Patient.h"
#include "domain/Session.h"
#include "models/Catalogue.h"
#include "services/Services.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ShelfModel::ShelfModel(Services &services, const Catalogue &catalogue, const Session &session,
                       QObject *parent)
    : QAbstractListModel(parent)
    , m_catalogue(catalogue)
    , m_zone(session.clinic.zone)
    , m_moves(session.moves)
    , m_watch(services, session)
{
    connect(&m_watch, &VisitWatch::changed, this, &ShelfModel::onChanged);
    connect(&m_watch, &VisitWatch::gone, this, &ShelfModel::takeOff);
}

int ShelfModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ShelfModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AppointmentRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return listName(row.familyName, row.givenName);
    case Qt::AccessibleTextRole:
        return spoken(row);
    case AgendaRole::Id:
        return QVariant::fromValue(row.appointment.id);
    case AgendaRole::Doctor:
        return QVariant::fromValue(row.appointment.doctor);
    case AgendaRole::Start:
        return row.appointment.start;
    case AgendaRole::End:
        return row.appointment.end;
    case FamilyName:
        return row.familyName;
    case GivenName:
        return row.givenName;
    case DoctorName:
        return m_catalogue.doctorName(row.appointment.doctor);
    default:
        return {};
    }
}

QString ShelfModel::spoken(const AppointmentRow &row) const
{
    const QDateTime start = row.appointment.start.toTimeZone(m_zone);
    return tr("%1, booked for %2 with %3", "patient, time, doctor")
        .arg(listName(row.familyName, row.givenName),
             QLocale().toString(start, tr("ddd dd-MMM-yyyy, HH:mm", "date pattern")),
             m_catalogue.doctorName(row.appointment.doctor));
}

bool ShelfModel::park(const AppointmentRow &row)
{
    if (indexOf(row.appointment.id) >= 0)
        return false;
    const int end = rowCount();
    beginInsertRows({}, end, end);
    m_rows << row;
    endInsertRows();
    m_watch.add(row.appointment.id);
    return true;
}

void ShelfModel::takeOff(AppointmentId id)
{
    const int place = indexOf(id);
    if (place < 0)
        return;
    beginRemoveRows({}, place, place);
    m_rows.removeAt(place);
    endRemoveRows();
    m_watch.remove(id);
}

int ShelfModel::indexOf(AppointmentId id) const
{
    const auto found = std::ranges::find_if(
        m_rows, [id](const AppointmentRow &row) { return row.appointment.id == id; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

const AppointmentRow *ShelfModel::row(AppointmentId id) const
{
    const int place = indexOf(id);
    return place < 0 ? nullptr : &m_rows.at(place);
}

void ShelfModel::onChanged(const VisitChange &change)
{
    const int place = indexOf(change.row.appointment.id);
    if (place < 0 || change.row.appointment.version < m_rows.at(place).appointment.version)
        return;
    if (!m_moves.canMove(change.row.appointment.status)) {
        takeOff(change.row.appointment.id);
        if (!change.own)
            Q_EMIT dropped(change);
        return;
    }
    m_rows[place] = change.row;
    Q_EMIT dataChanged(index(place), index(place));
}

} // namespace ClinicDesk
