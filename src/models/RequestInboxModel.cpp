#include "models/RequestInboxModel.h"

#include "domain/ErrorText.h"
#include "domain/Patient.h"
#include "models/AppointmentCommands.h"
#include "models/AppointmentFeed.h"
#include "models/TaskRunner.h"
#include "services/appointments/AppointmentService.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {

auto rank(const InboxRequest &request)
{
    const Appointment &appointment = request.row.appointment;
    return std::tuple(!request.unanswered, appointment.requestedAt.value_or(appointment.start),
                      appointment.id);
}

bool comesBefore(const InboxRequest &first, const InboxRequest &second)
{
    return rank(first) < rank(second);
}

} // namespace

RequestInboxModel::RequestInboxModel(AppointmentService &appointments, AppointmentFeed &feed,
                                     AppointmentCommands &commands, const ClinicClock &clock,
                                     QObject *parent)
    : QAbstractListModel(parent)
    , m_appointments(appointments)
    , m_feed(feed)
    , m_commands(commands)
    , m_clock(clock)
{
    connect(&feed, &AppointmentFeed::rowsRead, this,
            [this](const QList<AppointmentRow> &rows) { takeRows(rows, true); });
    connect(&feed, &AppointmentFeed::rowsGone, this, [this](const QList<AppointmentId> &ids) {
        for (const AppointmentId id : ids)
            remove(id);
    });
    connect(&feed, &AppointmentFeed::gapClosed, this, &RequestInboxModel::load);
    m_sweep.setInterval(1s);
    connect(&m_sweep, &QTimer::timeout, this, &RequestInboxModel::sweep);
    connect(&m_minute, &QTimer::timeout, this, &RequestInboxModel::markUnanswered);
    m_minute.start(30s);
}

int RequestInboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_requests.size());
}

QVariant RequestInboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const AppointmentRow &row = m_requests.at(index.row()).row;
    return listName(row.familyName, row.givenName);
}

int RequestInboxModel::rowOf(AppointmentId id) const
{
    const auto found
        = std::find_if(m_requests.cbegin(), m_requests.cend(),
                       [id](const InboxRequest &request) { return request.id() == id; });
    return found == m_requests.cend() ? -1 : static_cast<int>(found - m_requests.cbegin());
}

int RequestInboxModel::waitingCount() const
{
    return static_cast<int>(
        std::count_if(m_requests.cbegin(), m_requests.cend(), [](const InboxRequest &r) {
            return r.state != InboxRequest::State::Handled;
        }));
}

void RequestInboxModel::load()
{
    runTask(this, m_appointments.pending(), [this](const Result<QList<AppointmentRow>> &rows) {
        if (!rows) {
            Q_EMIT loadFailed(errorText(rows.error(), m_clock.zone(), m_clock.now()));
            return;
        }
        QList<AppointmentId> missing;
        for (const InboxRequest &request : std::as_const(m_requests)) {
            const bool listed
                = std::any_of(rows->cbegin(), rows->cend(), [&](const AppointmentRow &row) {
                      return row.appointment.id == request.id();
                  });
            if (!listed && request.state != InboxRequest::State::Handled)
                missing.append(request.id());
        }
        takeRows(*rows, m_loaded);
        m_feed.refresh(missing);
        m_loaded = true;
        Q_EMIT loaded();
    });
}

bool RequestInboxModel::confirm(AppointmentId id)
{
    return answer(id, AppointmentStatus::Confirmed, {});
}

bool RequestInboxModel::reject(AppointmentId id, const QString &reason, std::optional<int> seen)
{
    return answer(id, AppointmentStatus::Rejected, reason, seen);
}

bool RequestInboxModel::answer(AppointmentId id, AppointmentStatus to, const QString &reason,
                               std::optional<int> seen)
{
    const int row = rowOf(id);
    if (row < 0 || m_requests.at(row).state != InboxRequest::State::Waiting)
        return false;
    m_requests[row].state = InboxRequest::State::Answering;
    touch(row);
    const AppointmentRow before = m_requests.at(row).row;
    runTask(
        this,
        m_appointments.changeStatus({QUuid::createUuid(), id, to, reason,
                                     seen.value_or(before.appointment.version),
                                     before.appointment}),
        [this, before, to](const Result<Appointment> &result) { onAnswered(before, to, result); });
    return true;
}

void RequestInboxModel::onAnswered(const AppointmentRow &before, AppointmentStatus to,
                                   const Result<Appointment> &result)
{
    const AppointmentId id = before.appointment.id;
    const DoneCommand::Kind kind = DoneCommand::kindOf(to);
    if (result) {
        m_answered.insert(id, result->version);
        remove(id);
        m_commands.remember(DoneCommand::of(kind, before, *result));
        Q_EMIT answered(id);
        return;
    }
    if (const int row = rowOf(id);
        row >= 0 && m_requests.at(row).state == InboxRequest::State::Answering) {
        m_requests[row].state = InboxRequest::State::Waiting;
        touch(row);
    }
    m_commands.refuse(DoneCommand::of(kind, before, before.appointment), result.error());
    Q_EMIT refused(id, errorText(result.error(), m_clock.zone(), m_clock.now()));
    m_feed.refresh({id});
}

void RequestInboxModel::takeRows(const QList<AppointmentRow> &rows, bool announceNew)
{
    for (const AppointmentRow &row : rows)
        take(row, announceNew);
    countWaiting();
}

void RequestInboxModel::take(const AppointmentRow &fresh, bool announceNew)
{
    const AppointmentId id = fresh.appointment.id;
    const int row = rowOf(id);
    const int known = row >= 0 ? m_requests.at(row).row.appointment.version : m_answered.value(id);
    if (fresh.appointment.version < known)
        return;
    if (fresh.appointment.status == AppointmentStatus::Pending) {
        if (row >= 0) {
            update(row, fresh);
            return;
        }
        insert({fresh, InboxRequest::State::Waiting, isUnanswered(fresh), {}, {}});
        // A request that was answered and taken back has more than one version.
        if (announceNew && fresh.appointment.version == 1)
            Q_EMIT arrived(id);
    } else if (row >= 0 && m_requests.at(row).state == InboxRequest::State::Waiting) {
        m_requests[row].row = fresh;
        markHandled(row);
    }
}

void RequestInboxModel::insert(InboxRequest request)
{
    const auto place
        = std::upper_bound(m_requests.cbegin(), m_requests.cend(), request, comesBefore);
    const int row = static_cast<int>(place - m_requests.cbegin());
    beginInsertRows({}, row, row);
    m_requests.insert(row, std::move(request));
    endInsertRows();
}

void RequestInboxModel::update(int row, const AppointmentRow &fresh)
{
    InboxRequest &request = m_requests[row];
    if (request.state == InboxRequest::State::Handled)
        request.state = InboxRequest::State::Waiting;
    else if (request.row == fresh)
        return;
    request.row = fresh;
    touch(row);
    markUnanswered();
}

void RequestInboxModel::markHandled(int row)
{
    InboxRequest &request = m_requests[row];
    request.state = InboxRequest::State::Handled;
    request.handledAt = m_clock.now();
    touch(row);
    m_sweep.start();
    askWho(request.id());
}

void RequestInboxModel::askWho(AppointmentId id)
{
    runTask(this, m_appointments.history(id),
            [this, id](const Result<QList<AppointmentEvent>> &events) {
                const int row = rowOf(id);
                if (!events || events->isEmpty() || row < 0)
                    return;
                const auto last = std::max_element(
                    events->cbegin(), events->cend(),
                    [](const auto &a, const auto &b) { return a.version < b.version; });
                m_requests[row].handledBy = last->who;
                touch(row);
            });
}

void RequestInboxModel::remove(AppointmentId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_requests.removeAt(row);
    endRemoveRows();
    countWaiting();
}

void RequestInboxModel::sweep()
{
    const QDateTime oldest = m_clock.now().addMSecs(-handledStaysMs);
    bool any = false;
    for (int row = rowCount() - 1; row >= 0; --row) {
        const InboxRequest &request = m_requests.at(row);
        if (request.state != InboxRequest::State::Handled)
            continue;
        if (request.handledAt <= oldest) {
            remove(request.id());
            continue;
        }
        any = true;
        touch(row);
    }
    if (!any)
        m_sweep.stop();
}

void RequestInboxModel::touch(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

void RequestInboxModel::markUnanswered()
{
    for (int row = 0; row < rowCount(); ++row) {
        InboxRequest &request = m_requests[row];
        const bool unanswered = isUnanswered(request.row);
        if (unanswered == request.unanswered)
            continue;
        request.unanswered = unanswered;
        touch(row);
        const auto others = [this, row](int target) { return target < row ? target : target + 1; };
        int target = 0;
        while (target < rowCount() - 1 && comesBefore(m_requests.at(others(target)), request))
            ++target;
        if (target == row)
            continue;
        beginMoveRows({}, row, row, {}, target < row ? target : target + 1);
        m_requests.move(row, target);
        endMoveRows();
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void RequestInboxModel::countWaiting()
{
    if (const int count = waitingCount(); count != m_waiting) {
        m_waiting = count;
        Q_EMIT waitingCountChanged(count);
    }
}

bool RequestInboxModel::isUnanswered(const AppointmentRow &row) const
{
    return row.appointment.start <= m_clock.now();
}

} // namespace ClinicDesk
