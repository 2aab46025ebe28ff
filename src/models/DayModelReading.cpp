#include "models/Catalogue.h"
#include "models/DayModel.h"
#include "models/TaskRunner.h"
#include "services/schedules/ScheduleService.h"

// How a day is read, whole and again where it changed.

namespace ClinicDesk {

void DayModel::readDay()
{
    const quint64 reading = ++m_reading;
    m_missing = 3;
    m_incoming = {m_wanted, {}, {}, {}, m_wantedPeriod};
    const auto take = [this, reading](auto &into, auto &answer) {
        if (reading != m_reading)
            return;
        if (answer) {
            into = std::move(*answer);
            finishReading(reading);
            return;
        }
        ++m_reading; // the other answers of this reading are of no use
        m_missing = 0;
        if (m_contents.day.isValid()) {
            m_wanted = m_contents.day;
            m_wantedPeriod = m_contents.period;
        }
        Q_EMIT failed(answer.error());
    };
    const DayPeriod &wanted = m_wantedPeriod;
    const auto takeRows
        = [this, take](Result<QList<AppointmentRow>> rows) { take(m_incoming.rows, rows); };
    if (wanted.isDay())
        runTask(this, m_appointments.day(wanted.first), takeRows);
    else
        runTask(this, m_appointments.days(wanted.first, wanted.last, wanted.only), takeRows);
    runTask(this, m_schedules.openSpans(m_catalogue.doctorIds(), wanted.first, wanted.last),
            [this, take](Result<QList<OpenSpan>> open) { take(m_incoming.open, open); });
    runTask(this, m_appointments.holds(wanted.first, wanted.last),
            [this, take](Result<QList<SlotHold>> holds) { take(m_incoming.holds, holds); });
}

void DayModel::finishReading(quint64 reading)
{
    if (reading != m_reading || --m_missing > 0)
        return;
    apply(std::move(m_incoming));
    readChanged();
}

void DayModel::readHolds()
{
    if (!day().isValid())
        return;
    runTask(this, m_appointments.holds(period().first, period().last),
            [this, asked = period()](const Result<QList<SlotHold>> &holds) {
                if (holds && asked == period())
                    setHolds(*holds);
            });
}

void DayModel::readHours()
{
    if (!day().isValid()) {
        if (m_wanted.isValid())
            readDay();
        return;
    }
    runTask(this, m_schedules.openSpans(m_catalogue.doctorIds(), period().first, period().last),
            [this, asked = period()](const Result<QList<OpenSpan>> &open) {
                if (!open || asked != period())
                    return;
                m_contents.open = *open;
                refreshFigures();
            });
}

void DayModel::onAppointmentsChanged(const QList<AppointmentId> &ids)
{
    m_changed.unite(QSet<AppointmentId>(ids.cbegin(), ids.cend()));
    readChanged();
}

void DayModel::readChanged()
{
    // A day on its way may be older than the change: the ids wait until it has arrived.
    if (m_changed.isEmpty() || m_readingChanged || m_missing > 0 || !day().isValid())
        return;
    m_readingChanged = true;
    const QSet<AppointmentId> asked = std::exchange(m_changed, {});
    runTask(this, m_appointments.appointments(asked.values()),
            [this, asked](const Result<QList<AppointmentRow>> &rows) {
                m_readingChanged = false;
                if (!rows) {
                    m_changed.unite(asked); // read with the day once the connection is back
                    return;
                }
                QSet<AppointmentId> gone = asked;
                for (const AppointmentRow &row : *rows) {
                    if (!covers(row.appointment))
                        continue;
                    gone.remove(row.appointment.id);
                    upsert(row);
                }
                for (const AppointmentId id : std::as_const(gone))
                    removeRow(id);
                refreshFigures();
                readChanged();
            });
}

void DayModel::onCaughtUp()
{
    if (!m_wanted.isValid())
        return;
    m_afterGap = true;
    readDay();
}

} // namespace ClinicDesk
