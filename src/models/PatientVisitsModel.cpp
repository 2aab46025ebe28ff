#include "models/PatientVisitsModel.h"

#include "models/AppointmentFeed.h"
#include "models/TaskRunner.h"
#include "services/Services.h"

#include <algorithm>

namespace ClinicDesk {

namespace {

bool comesBefore(const AppointmentRow &left, const AppointmentRow &right)
{
    if (left.appointment.start != right.appointment.start)
        return left.appointment.start > right.appointment.start;
    return left.appointment.id > right.appointment.id;
}

} // namespace

PatientVisitsModel::PatientVisitsModel(Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
}

PatientVisitsModel::~PatientVisitsModel() = default;

void PatientVisitsModel::show(PatientId patient)
{
    ++m_generation;
    beginResetModel();
    m_rows.clear();
    m_patient = patient;
    m_isComplete = !patient.isValid();
    m_isReading = false;
    endResetModel();
    m_feed.reset();
    if (!patient.isValid())
        return;
    m_feed = std::make_unique<AppointmentFeed>(m_services);
    connect(m_feed.get(), &AppointmentFeed::rowsRead, this,
            [this](const QList<AppointmentRow> &rows) {
                for (const AppointmentRow &row : rows)
                    take(row);
            });
    connect(m_feed.get(), &AppointmentFeed::rowsGone, this,
            [this](const QList<AppointmentId> &ids) {
                for (const AppointmentId id : ids)
                    remove(id);
            });
    connect(m_feed.get(), &AppointmentFeed::gapClosed, this, &PatientVisitsModel::readAnew);
    fetchMore({});
}

int PatientVisitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PatientVisitsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant PatientVisitsModel::data(const QModelIndex &index, int role) const
{
    if (role != RowRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return QVariant::fromValue(m_rows.at(index.row()));
}

bool PatientVisitsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isComplete && !m_isReading;
}

void PatientVisitsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isReading = true;
    std::optional<VisitCursor> after;
    if (!m_rows.isEmpty()) {
        const Appointment &last = m_rows.constLast().appointment;
        after = VisitCursor {last.start, last.id};
    }
    runTask(this, m_services.appointments.ofPatient(m_patient, after, pageSize),
            [this, generation = m_generation](const Result<QList<AppointmentRow>> &page) {
                if (generation != m_generation)
                    return;
                m_isReading = false;
                if (page) {
                    append(*page);
                    Q_EMIT read();
                } else {
                    Q_EMIT failed(page.error());
                }
            });
}

void PatientVisitsModel::readAnew()
{
    const int known = std::max(pageSize, static_cast<int>(m_rows.size()));
    runTask(this, m_services.appointments.ofPatient(m_patient, std::nullopt, known),
            [this, generation = m_generation, known](const Result<QList<AppointmentRow>> &rows) {
                // Without an answer the next gap reads them.
                if (generation != m_generation || !rows)
                    return;
                replace(*rows);
                m_isComplete = rows->size() < known;
                Q_EMIT read();
            });
}

void PatientVisitsModel::append(const QList<AppointmentRow> &page)
{
    m_isComplete = page.size() < pageSize;
    QList<AppointmentRow> fresh;
    for (const AppointmentRow &row : page) {
        // A visit may have been taken from the feed while the page was under way.
        if (m_rows.isEmpty() || comesBefore(m_rows.constLast(), row))
            fresh << row;
    }
    if (fresh.isEmpty())
        return;
    const auto first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_rows << fresh;
    endInsertRows();
}

void PatientVisitsModel::replace(const QList<AppointmentRow> &rows)
{
    QSet<AppointmentId> there;
    for (const AppointmentRow &row : rows)
        there.insert(row.appointment.id);
    const QList<AppointmentRow> old = m_rows;
    for (const AppointmentRow &row : old) {
        if (!there.contains(row.appointment.id))
            remove(row.appointment.id);
    }
    m_isComplete = true; // else the last ones of `rows` would be left for the next page
    for (const AppointmentRow &row : rows)
        take(row);
}

void PatientVisitsModel::take(const AppointmentRow &row)
{
    const auto known = std::ranges::find_if(m_rows, [&](const AppointmentRow &other) {
        return other.appointment.id == row.appointment.id;
    });
    if (known != m_rows.end()) {
        if (row.appointment.patient == m_patient
            && known->appointment.start == row.appointment.start) {
            *known = row;
            const auto at = static_cast<int>(known - m_rows.begin());
            Q_EMIT dataChanged(index(at, 0), index(at, columns - 1));
            return;
        }
        remove(row.appointment.id);
    }
    if (row.appointment.patient != m_patient)
        return;
    const auto place = std::ranges::lower_bound(m_rows, row, comesBefore);
    if (place == m_rows.end() && !m_isComplete)
        return; // comes with its page
    const auto at = static_cast<int>(place - m_rows.begin());
    beginInsertRows({}, at, at);
    m_rows.insert(at, row);
    endInsertRows();
}

void PatientVisitsModel::remove(AppointmentId id)
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).appointment.id != id)
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
        return;
    }
}

} // namespace ClinicDesk
