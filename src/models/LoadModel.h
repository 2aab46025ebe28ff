#pragma once

#include "domain/Load.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace ClinicDesk {

class ScheduleService;
class Services;

/// How full the days are, by months. What was read stays shown until fresh figures arrive; any
/// desk's change makes the watched months be read anew, at most every four seconds. GUI thread.
class LoadModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoadModel)
public:
    /// Who looks at a month.
    enum class Viewer { Sidebar, Month };

    explicit LoadModel(Services &services, QObject *parent = nullptr);

    /// Wants the six weeks from the Monday on or before the first of `month`.
    void watch(Viewer viewer, QDate month);
    /// Doctors who are left out of the sums.
    void setHidden(const QSet<DoctorId> &doctors);
    /// Of the doctors shown; unknown while it was never read.
    [[nodiscard]] DayLoad on(QDate day) const;

    [[nodiscard]] static QDate firstShown(QDate month);
    static constexpr int daysShown = 42;

Q_SIGNALS:
    void changed();

private:
    void forget();
    void readWatched();
    void read(QDate month);

    ScheduleService &m_schedules;
    QHash<Viewer, QDate> m_watched;
    QHash<QDate, QList<DoctorLoad>> m_days;
    QSet<QDate> m_fresh; ///< months that nothing has changed since
    QSet<QDate> m_reading;
    QSet<DoctorId> m_hidden;
    QTimer m_throttle;
};

} // namespace ClinicDesk
