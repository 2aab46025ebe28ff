#pragma once

#include "models/ClinicClock.h"
#include "models/DayColumns.h"
#include "services/appointments/AppointmentService.h"

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>

namespace ClinicDesk {

class Catalogue;
class ScheduleService;
class Services;

/// What a desk looks at: all doctors on one day, or one doctor over several.
struct DayPeriod
{
    QDate first;
    QDate last;
    DoctorId only; ///< invalid: every doctor

    [[nodiscard]] bool isDay() const { return !only.isValid(); }
    bool operator==(const DayPeriod &) const = default;
};

/// The visits of one clinic's day, or of one doctor's week, cancelled ones too, by start; roles are
/// AgendaRole. It follows every desk's changes by inserting, removing and changing single rows, and
/// is reset only when another day or week takes its place. A day appears when rows, hours and
/// holds have all arrived. GUI thread.
class DayModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayModel)
public:
    /// What a day is read as, all of one moment.
    struct Contents
    {
        QDate day;
        QList<AppointmentRow> rows;
        QList<OpenSpan> open;
        QList<SlotHold> holds;
        DayPeriod period = {}; ///< without a first day: `day` alone
    };

    DayModel(Services &services, Catalogue &catalogue, const ClinicClock &clock,
             QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// Reads this day; dayShown() follows, or failed(). The last call wins; the shown day is
    /// re-read.
    void showDay(QDate day);
    /// Likewise the week around `day`, with this doctor's visits only.
    void showWeek(QDate day, DoctorId doctor);
    /// The day asked for last, shown or on its way.
    [[nodiscard]] QDate wantedDay() const { return m_wanted; }
    [[nodiscard]] const DayPeriod &wantedPeriod() const { return m_wantedPeriod; }
    /// The day shown; in a week the one that was asked for.
    [[nodiscard]] QDate day() const { return m_contents.day; }
    [[nodiscard]] const DayPeriod &period() const { return m_contents.period; }
    /// Within the shown week: the day that is meant by what follows. Emits nothing.
    void lookAt(QDate day);
    /// Whether this visit belongs to what is shown.
    [[nodiscard]] bool covers(const Appointment &visit) const;
    /// Takes over what was read: the same day by differences, another one by a reset.
    void apply(Contents contents);

    [[nodiscard]] const QList<AppointmentRow> &rows() const { return m_contents.rows; }
    /// nullptr when it is not on this day; valid until the next change.
    [[nodiscard]] const AppointmentRow *row(AppointmentId id) const;
    [[nodiscard]] const QList<SlotHold> &holds() const { return m_contents.holds; }
    [[nodiscard]] const QList<DoctorDay> &doctors() const { return m_doctors; }
    /// Each day of a week in figures; empty while a day is shown.
    [[nodiscard]] QList<DoctorDay> weekDays() const;
    [[nodiscard]] Waiting waiting() const;

    /// A change of this visit has been sent and is not committed yet.
    void setSaving(AppointmentId id, bool saving);
    /// Draws the visit as saving where it is to go, though nothing is committed yet; also one that
    /// comes from another day.
    void place(const AppointmentRow &wanted);
    /// The answer to place(): what is committed now; nothing puts the visit back.
    void settle(AppointmentId id, const std::optional<Appointment> &committed);
    /// The user has looked at a visit that changed while the connection was lost.
    void markSeen(AppointmentId id);
    /// Figures depend on the time: call it a few times a minute.
    void refreshFigures();

Q_SIGNALS:
    void dayShown(QDate day);
    void doctorsChanged();
    void holdsChanged();
    /// Counts of the waiting room may differ: rows or time changed.
    void figuresChanged();
    void failed(const ClinicDesk::Error &error);

private:
    void readDay();
    void readHolds();
    void readHours();
    void onAppointmentsChanged(const QList<AppointmentId> &ids);
    void readChanged();
    void onCaughtUp();
    void finishReading(quint64 reading);
    void applyRows(const QList<AppointmentRow> &rows);
    void upsert(const AppointmentRow &row);
    void showGuest(const AppointmentRow &wanted);
    void removeRow(AppointmentId id);
    void setHolds(QList<SlotHold> holds);
    void dropExpiredHolds();
    void notifyRow(AppointmentId id);
    [[nodiscard]] qsizetype indexOf(AppointmentId id) const;
    [[nodiscard]] qsizetype placeFor(const AppointmentRow &row) const;

    AppointmentService &m_appointments;
    ScheduleService &m_schedules;
    Catalogue &m_catalogue;
    ClinicClock m_clock;
    Contents m_contents;
    QList<DoctorDay> m_doctors;
    QDate m_wanted;
    DayPeriod m_wantedPeriod;
    Contents m_incoming;
    quint64 m_reading = 0; ///< number of the last reading; older answers are dropped
    int m_missing = 0; ///< answers that the last reading still waits for
    QSet<AppointmentId> m_changed; ///< to be read anew
    bool m_readingChanged = false;
    bool m_afterGap = false; ///< the next differences are what the desk missed
    QSet<AppointmentId> m_saving;
    QHash<AppointmentId, AppointmentRow> m_placed; ///< drawn elsewhere than committed
    QSet<AppointmentId> m_guests; ///< placed rows that are not of this day (yet)
    QSet<AppointmentId> m_stale;
    QTimer m_holdTimer;
};

} // namespace ClinicDesk
