#pragma once

#include "domain/Appointment.h"
#include "widgets/agenda/AgendaLayout.h"
#include "widgets/agenda/AgendaTypes.h"

#include <QColor>
#include <QTimeZone>

class QModelIndex;

namespace ClinicDesk {

/// One row of the model as it is drawn.
struct AgendaVisit
{
    AppointmentId id;
    DoctorId doctor;
    QDateTime start; ///< UTC, as all times of the scene
    QDateTime end;
    QString title;
    QString fullName;
    QString detail;
    AppointmentStatus status = AppointmentStatus::Pending;
    QDateTime checkedInAt;
    QColor corner;
    bool saving = false;
    bool stale = false;

    bool operator==(const AgendaVisit &) const = default;
};

[[nodiscard]] AgendaVisit agendaVisit(const QModelIndex &index);

/// What the grid shows, without pixels: columns, visits and holds, cut into cells. In each column
/// the cells follow each other without gap over the whole range; cancelled visits stand beside
/// them, since their time is free again.
class AgendaScene
{
public:
    void setDay(QDate day, const QTimeZone &zone);
    [[nodiscard]] QDate day() const { return m_day; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    void setNow(const QDateTime &now) { m_now = now.toUTC(); }
    [[nodiscard]] QDateTime now() const { return m_now; }
    /// Whether today is among the days shown.
    [[nodiscard]] bool isToday() const { return todayNow().isValid(); }
    /// Now, counted back to the range's day; invalid when today is not shown.
    [[nodiscard]] QDateTime todayNow() const;
    [[nodiscard]] bool isTodaysColumn(int column) const;
    void setColumns(const QList<AgendaColumn> &columns);
    /// Takes over the subtitles where nothing else differs, which leaves all cells as they are;
    /// false and nothing done where something does.
    bool retitle(const QList<AgendaColumn> &columns);
    [[nodiscard]] const QList<AgendaColumn> &columns() const { return m_columns; }
    /// The doctor's column that holds `instant`; -1 without one. An invalid instant is in the
    /// doctor's first column.
    [[nodiscard]] int columnOf(DoctorId doctor, const QDateTime &instant) const;
    [[nodiscard]] int columnOf(const AgendaVisit &visit) const;
    /// Seconds from the range's time of day to the same one on the column's day.
    [[nodiscard]] qint64 shiftOf(int column) const { return m_shifts.value(column); }
    [[nodiscard]] const QList<qint64> &shifts() const { return m_shifts; }
    void setHolds(const QList<SlotHold> &holds);
    void setVisits(const QList<AgendaVisit> &visits);
    /// Replaces row `row`; false when the cells stayed as they were.
    bool setVisit(qsizetype row, const AgendaVisit &visit);
    [[nodiscard]] const QList<AgendaVisit> &visits() const { return m_visits; }
    void setCancelledShown(bool shown);

    /// nullptr when it is not shown on this day.
    [[nodiscard]] const AgendaVisit *visit(AppointmentId id) const;
    [[nodiscard]] AgendaLane laneOf(int column, const AgendaCell &cell) const;
    [[nodiscard]] QDateTime rangeStart() const { return m_from; }
    [[nodiscard]] QDateTime rangeEnd() const { return m_to; }
    [[nodiscard]] QDateTime rangeStart(int column) const;
    [[nodiscard]] QDateTime rangeEnd(int column) const;
    /// By start; a visit beside a cell follows it.
    [[nodiscard]] const QList<AgendaCell> &cells(int column) const;
    /// The cell that covers `instant`; nullptr outside the range.
    [[nodiscard]] const AgendaCell *cellAt(int column, const QDateTime &instant) const;
    [[nodiscard]] const AgendaCell *cellOf(int column, AppointmentId visit) const;

    /// Minutes since check-in, or -1 when the patient does not wait.
    [[nodiscard]] int waitMinutes(const AgendaVisit &visit) const;
    /// Minutes past the start of a confirmed visit nobody came for, from 10 on; else 0.
    [[nodiscard]] int lateMinutes(const AgendaVisit &visit) const;
    /// Minutes a visit in progress runs over its end, else 0.
    [[nodiscard]] int overrunMinutes(const AgendaVisit &visit) const;

private:
    struct ColumnCells
    {
        bool built = false;
        QList<AgendaCell> cells;
        QList<AgendaLane> lanes;
    };

    void invalidate();
    void reckonShifts();
    void reckonRange();
    [[nodiscard]] QDate dayOf(int column) const;
    [[nodiscard]] bool isShown(const AgendaVisit &visit) const;
    [[nodiscard]] static bool keepsTime(const AgendaVisit &visit);
    void build(int column) const;
    [[nodiscard]] QList<AgendaCell> takenCells(int column) const;
    void fillGap(int column, const QDateTime &from, const QDateTime &to,
                 QList<AgendaCell> &cells) const;
    [[nodiscard]] AgendaCell nextFreeOrClosed(int column, const QDateTime &from,
                                              const QDateTime &to) const;

    QDate m_day;
    QTimeZone m_zone = QTimeZone::utc();
    QDateTime m_dayStart;
    QDateTime m_dayEnd;
    QDateTime m_now;
    QDateTime m_from;
    QDateTime m_to;
    QList<AgendaColumn> m_columns;
    QList<qint64> m_shifts;
    QList<std::pair<QDateTime, QDateTime>> m_bounds; ///< of each column's own day
    QList<SlotHold> m_holds;
    QList<AgendaVisit> m_visits;
    bool m_cancelledShown = false;
    mutable QList<ColumnCells> m_cells;
};

} // namespace ClinicDesk
