#pragma once

#include "domain/Appointment.h"
#include "domain/Result.h"
#include "models/ClinicClock.h"

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>

namespace ClinicDesk {

class AppointmentCommands;
class AppointmentFeed;
class AppointmentService;

/// The doctor's own appointments of the clinic's present day, by time. Cancelled and rejected ones
/// are left out at first; one that is cancelled while it is shown stays, struck out. Changes by
/// insert, move and remove only. Texts are the view's. GUI thread.
class DoctorDayModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoctorDayModel)
public:
    DoctorDayModel(AppointmentService &appointments, AppointmentFeed &feed,
                   AppointmentCommands &commands, const ClinicClock &clock,
                   QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const AppointmentRow &appointment(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(AppointmentId id) const; ///< -1: not here
    /// A change of it is on its way.
    [[nodiscard]] bool isSaving(AppointmentId id) const { return m_saving.contains(id); }
    /// Minutes since check-in while the patient waits, or since the start while in progress; -1
    /// else.
    [[nodiscard]] int minutesOf(const AppointmentRow &row) const;
    /// The visit in progress, else the next to come: here already, or not over yet. -1: none.
    [[nodiscard]] int presentRow() const;
    [[nodiscard]] QDate day() const { return m_day; }
    [[nodiscard]] int seenCount() const; ///< completed
    [[nodiscard]] int plannedCount() const; ///< all but cancelled, rejected and pending
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const ClinicClock &clock() const { return m_clock; }

    void load();
    /// False, and nothing happens, if the row is not here, is being saved or is in another status.
    bool start(AppointmentId id);
    bool complete(AppointmentId id);
    bool markNoShow(AppointmentId id);
    /// `seen`: the version that was looked at, of which another is refused; else the one shown
    /// here.
    bool cancel(AppointmentId id, const QString &reason, std::optional<int> seen = {});
    [[nodiscard]] bool can(AppointmentId id, AppointmentStatus to) const;

Q_SIGNALS:
    void loaded();
    void loadFailed(const QString &text);
    void changed(ClinicDesk::AppointmentId id); ///< an own change was saved
    void refused(ClinicDesk::AppointmentId id, const QString &text);
    void countsChanged();
    void dayChanged(QDate day);

private:
    bool change(AppointmentId id, AppointmentStatus to, const QString &reason,
                std::optional<int> seen = {});
    void onChanged(const AppointmentRow &before, AppointmentStatus to,
                   const Result<Appointment> &result);
    void take(const AppointmentRow &row);
    void place(int row);
    void remove(AppointmentId id);
    void touch(int row);
    void tick();
    [[nodiscard]] bool belongs(const AppointmentRow &row) const;

    AppointmentService &m_appointments;
    AppointmentFeed &m_feed;
    AppointmentCommands &m_commands;
    ClinicClock m_clock;
    QDate m_day;
    QList<AppointmentRow> m_rows;
    QSet<AppointmentId> m_saving;
    QTimer m_tick;
    bool m_loaded = false;
};

} // namespace ClinicDesk
