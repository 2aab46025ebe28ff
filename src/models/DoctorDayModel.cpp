#include "models/DoctorDayModel.h"

#include "domain/ErrorText.h"
#include "domain/Patient.h"
#include "models/AppointmentCommands.h"
#include "models/AppointmentFeed.h"
#include "models/TaskRunner.h"
#include "services/appointments/AppointmentService.h"

#include <algorithm>
#include <tuple>

using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {

bool comesBefore(const AppointmentRow &first, const AppointmentRow &second)
{
    return std::tuple(first.appointment.start, first.appointment.id)
        < std::tuple(second.appointment.start, second.appointment.id);
}

bool isDropped(AppointmentStatus status)
{
    return status == AppointmentStatus::Cancelled || status == AppointmentStatus::Rejected;
}

} // namespace

DoctorDayModel::DoctorDayModel(AppointmentService &appointments, AppointmentFeed &feed,
                               AppointmentCommands &commands, const ClinicClock &clock,
                               QObject *parent)
    : QAbstractListModel(parent)
    , m_appointments(appointments)
    , m_feed(feed)
    , m_commands(commands)
    , m_clock(clock)
    , m_day(clock.today())
{
    connect(&feed, &AppointmentFeed::rowsRead, this, [this](const QList<AppointmentRow> &rows) {
        for (const AppointmentRow &row : rows)
            take(row);
    });
    connect(&feed, &AppointmentFeed::rowsGone, this, [this](const QList<AppointmentId> &ids) {
        for (const AppointmentId id : ids)
            remove(id);
    });
    connect(&feed, &AppointmentFeed::gapClosed, this, &DoctorDayModel::load);
    connect(&m_tick, &QTimer::timeout, this, &DoctorDayModel::tick);
    m_tick.start(20s);
}

int DoctorDayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DoctorDayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const AppointmentRow &row = m_rows.at(index.row());
    return listName(row.familyName, row.givenName);
}

int DoctorDayModel::rowOf(AppointmentId id) const
{
    const auto found
        = std::find_if(m_rows.cbegin(), m_rows.cend(),
                       [id](const AppointmentRow &row) { return row.appointment.id == id; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

int DoctorDayModel::minutesOf(const AppointmentRow &row) const
{
    const Appointment &appointment = row.appointment;
    std::optional<QDateTime> since;
    if (appointment.status == AppointmentStatus::InProgress)
        since = appointment.startedAt;
    else if (appointment.status == AppointmentStatus::Confirmed)
        since = appointment.checkedInAt;
    return since ? static_cast<int>(qMax<qint64>(0, since->secsTo(m_clock.now())) / 60) : -1;
}

int DoctorDayModel::presentRow() const
{
    const auto first = [this](auto matches) {
        const auto found
            = std::find_if(m_rows.cbegin(), m_rows.cend(),
                           [&](const AppointmentRow &row) { return matches(row.appointment); });
        return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
    };
    const int running = first([](const Appointment &appointment) {
        return appointment.status == AppointmentStatus::InProgress;
    });
    if (running >= 0)
        return running;
    return first([now = m_clock.now()](const Appointment &appointment) {
        return appointment.status == AppointmentStatus::Confirmed
            && (appointment.checkedInAt || appointment.end > now);
    });
}

int DoctorDayModel::seenCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [](const AppointmentRow &row) {
            return row.appointment.status == AppointmentStatus::Completed;
        }));
}

int DoctorDayModel::plannedCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.cbegin(), m_rows.cend(), [](const AppointmentRow &row) {
            const AppointmentStatus status = row.appointment.status;
            return !isDropped(status) && status != AppointmentStatus::Pending;
        }));
}

void DoctorDayModel::load()
{
    const QDate day = m_clock.today();
    runTask(this, m_appointments.day(day), [this, day](const Result<QList<AppointmentRow>> &rows) {
        if (!rows) {
            Q_EMIT loadFailed(errorText(rows.error(), m_clock.zone(), m_clock.now()));
            return;
        }
        m_day = day;
        QList<AppointmentId> missing;
        for (const AppointmentRow &shown : std::as_const(m_rows)) {
            if (!belongs(shown))
                missing.append(shown.appointment.id);
        }
        for (const AppointmentId id : std::as_const(missing))
            remove(id);
        for (const AppointmentRow &row : *rows)
            take(row);
        m_loaded = true;
        Q_EMIT loaded();
        Q_EMIT countsChanged();
    });
}

bool DoctorDayModel::start(AppointmentId id)
{
    return change(id, AppointmentStatus::InProgress, {});
}

bool DoctorDayModel::complete(AppointmentId id)
{
    return change(id, AppointmentStatus::Completed, {});
}

bool DoctorDayModel::markNoShow(AppointmentId id)
{
    return change(id, AppointmentStatus::NoShow, {});
}

bool DoctorDayModel::cancel(AppointmentId id, const QString &reason, std::optional<int> seen)
{
    return change(id, AppointmentStatus::Cancelled, reason, seen);
}

bool DoctorDayModel::can(AppointmentId id, AppointmentStatus to) const
{
    const int row = rowOf(id);
    if (row < 0 || m_saving.contains(id))
        return false;
    return m_commands.canStep(m_rows.at(row).appointment.status, to);
}

bool DoctorDayModel::change(AppointmentId id, AppointmentStatus to, const QString &reason,
                            std::optional<int> seen)
{
    if (!can(id, to))
        return false;
    const AppointmentRow before = m_rows.at(rowOf(id));
    m_saving.insert(id);
    touch(rowOf(id));
    runTask(
        this,
        m_appointments.changeStatus({QUuid::createUuid(), id, to, reason,
                                     seen.value_or(before.appointment.version),
                                     before.appointment}),
        [this, before, to](const Result<Appointment> &result) { onChanged(before, to, result); });
    return true;
}

void DoctorDayModel::onChanged(const AppointmentRow &before, AppointmentStatus to,
                               const Result<Appointment> &result)
{
    const AppointmentId id = before.appointment.id;
    const DoneCommand::Kind kind = DoneCommand::kindOf(to);
    m_saving.remove(id);
    if (!result) {
        if (const int row = rowOf(id); row >= 0)
            touch(row);
        m_commands.refuse(DoneCommand::of(kind, before, before.appointment), result.error());
        Q_EMIT refused(id, errorText(result.error(), m_clock.zone(), m_clock.now()));
        m_feed.refresh({id});
        return;
    }
    AppointmentRow after = before;
    after.appointment = *result;
    take(after);
    m_commands.remember(DoneCommand::of(kind, before, *result));
    Q_EMIT changed(id);
}

void DoctorDayModel::take(const AppointmentRow &fresh)
{
    const int row = rowOf(fresh.appointment.id);
    if (!belongs(fresh)) {
        remove(fresh.appointment.id);
        return;
    }
    if (row < 0) {
        if (isDropped(fresh.appointment.status))
            return;
        const auto spot = std::upper_bound(m_rows.cbegin(), m_rows.cend(), fresh, comesBefore);
        const int at = static_cast<int>(spot - m_rows.cbegin());
        beginInsertRows({}, at, at);
        m_rows.insert(at, fresh);
        endInsertRows();
    } else {
        if (fresh == m_rows.at(row)
            || fresh.appointment.version < m_rows.at(row).appointment.version)
            return;
        m_rows[row] = fresh;
        touch(row);
        place(row);
    }
    Q_EMIT countsChanged();
}

void DoctorDayModel::place(int row)
{
    int target = 0;
    for (int other = 0; other < rowCount(); ++other) {
        if (other != row && comesBefore(m_rows.at(other), m_rows.at(row)))
            ++target;
    }
    if (target == row)
        return;
    beginMoveRows({}, row, row, {}, target < row ? target : target + 1);
    m_rows.move(row, target);
    endMoveRows();
}

void DoctorDayModel::remove(AppointmentId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    Q_EMIT countsChanged();
}

void DoctorDayModel::touch(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

void DoctorDayModel::tick()
{
    if (m_clock.today() != m_day) {
        load();
        Q_EMIT dayChanged(m_clock.today());
        return;
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (minutesOf(m_rows.at(row)) >= 0)
            touch(row);
    }
}

bool DoctorDayModel::belongs(const AppointmentRow &row) const
{
    return m_clock.dayOf(row.appointment.start) == m_day;
}

} // namespace ClinicDesk
