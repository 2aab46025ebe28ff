#pragma once

#include "bench/BenchClinic.h"
#include "domain/Appointment.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace ClinicDesk {

/// Other desks that work on the full day through the services, each on a thread and connection of
/// its own: they resize visits, check in and undo it, book free times and cancel them again. Each
/// visit is one neighbour's, so they get into nobody's way but the windows' users'.
class Neighbours
{
public:
    static constexpr int changesASecond = 20;

    /// They begin at once. `visits`: theirs to change, pending and confirmed ones to come.
    Neighbours(const BenchClinic &clinic, const QList<Appointment> &visits, int desks = 4);
    /// Ends them after what each is at.
    ~Neighbours();
    Q_DISABLE_COPY_MOVE(Neighbours)

    /// Blocks until what they are at is committed; nothing is changed until resume().
    void pause();
    void resume();
    /// What took effect.
    [[nodiscard]] int changes() const;
    /// Refused, because a user of the windows was there first.
    [[nodiscard]] int refusals() const;
    /// What must not happen, as kind and rule.
    [[nodiscard]] QStringList failures() const;

private:
    class Desk;
    void work(Desk &desk);

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    bool m_paused = false;
    int m_atWork = 0;
    int m_changes = 0;
    int m_refusals = 0;
    QStringList m_failures;
    std::vector<std::unique_ptr<Desk>> m_desks;
    std::vector<std::thread> m_threads;
};

/// Those of `rows` that neighbours may change without being refused: pending and confirmed visits
/// that begin more than an hour after `now`, and not one of `except`.
[[nodiscard]] QList<Appointment> changeable(const QList<AppointmentRow> &rows, const QDateTime &now,
                                            const QList<AppointmentId> &except = {});

} // namespace ClinicDesk
