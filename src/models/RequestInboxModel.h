#pragma once

#include "domain/Appointment.h"
#include "domain/Result.h"
#include "models/ClinicClock.h"

#include <QAbstractListModel>
#include <QHash>
#include <QTimer>

namespace ClinicDesk {

class AppointmentCommands;
class AppointmentFeed;
class AppointmentService;

/// One line of the inbox.
struct InboxRequest
{
    enum class State {
        Waiting, ///< can be answered
        Answering, ///< this person's answer is on its way
        Handled, ///< answered elsewhere; leaves after 4 s
    };

    AppointmentRow row;
    State state = State::Waiting;
    bool unanswered = false; ///< its time has passed without an answer
    QString handledBy; ///< Handled: who, once known
    QDateTime handledAt;

    [[nodiscard]] AppointmentId id() const { return row.appointment.id; }
};

/// Requests that wait for this doctor, those whose time has passed first, then the oldest. Changes
/// by insert, move and remove only, so selection and scroll of a view stay. Texts are the view's.
/// GUI thread.
class RequestInboxModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestInboxModel)
public:
    static constexpr int handledStaysMs = 4000;

    RequestInboxModel(AppointmentService &appointments, AppointmentFeed &feed,
                      AppointmentCommands &commands, const ClinicClock &clock,
                      QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const InboxRequest &request(int row) const { return m_requests.at(row); }
    [[nodiscard]] int rowOf(AppointmentId id) const; ///< -1: not here
    /// How many can be answered.
    [[nodiscard]] int waitingCount() const;
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const ClinicClock &clock() const { return m_clock; }

    /// Reads the whole list and merges it.
    void load();
    /// False, and nothing happens, unless the request waits. Answered by answered() or refused().
    bool confirm(AppointmentId id);
    /// `seen`: the version that was looked at, of which another is refused; else the one shown
    /// here.
    bool reject(AppointmentId id, const QString &reason, std::optional<int> seen = {});

Q_SIGNALS:
    void loaded();
    void loadFailed(const QString &text);
    void answered(ClinicDesk::AppointmentId id);
    void refused(ClinicDesk::AppointmentId id, const QString &text);
    void waitingCountChanged(int count);
    /// A request that was not here before, not one that was loaded or taken back.
    void arrived(ClinicDesk::AppointmentId id);

private:
    bool answer(AppointmentId id, AppointmentStatus to, const QString &reason,
                std::optional<int> seen = {});
    void onAnswered(const AppointmentRow &before, AppointmentStatus to,
                    const Result<Appointment> &result);
    void takeRows(const QList<AppointmentRow> &rows, bool announceNew);
    void take(const AppointmentRow &row, bool announceNew);
    void insert(InboxRequest request);
    void update(int row, const AppointmentRow &fresh);
    void markHandled(int row);
    void askWho(AppointmentId id);
    void remove(AppointmentId id);
    void sweep();
    void touch(int row);
    void markUnanswered();
    void countWaiting();
    [[nodiscard]] bool isUnanswered(const AppointmentRow &row) const;

    AppointmentService &m_appointments;
    AppointmentFeed &m_feed;
    AppointmentCommands &m_commands;
    ClinicClock m_clock;
    QList<InboxRequest> m_requests;
    QHash<AppointmentId, int> m_answered; ///< version after an own answer: older readings are late
    QTimer m_sweep; ///< while something handled is shown
    QTimer m_minute;
    int m_waiting = 0;
    bool m_loaded = false;
};

} // namespace ClinicDesk
