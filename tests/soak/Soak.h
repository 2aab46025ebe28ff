#pragma once

#include "bench/Neighbours.h"
#include "services/Services.h"
#include "soak/SoakDoctor.h"
#include "soak/SoakReceptionist.h"

namespace ClinicDesk {

struct SoakOptions
{
    std::chrono::milliseconds length {};
    int patients = 2000;
};

/// Two receptions and a doctor at work on one full day while other desks change it: nothing typed
/// is lost, nothing else gets selected, no row is stale, the database stays whole, memory flat.
/// GUI thread.
class Soak
{
public:
    Soak(const SoakOptions &options, SoakReport &report);
    void run();

private:
    void work();
    void watch();
    /// Everything has come to rest: what the screens show is what the database has.
    void compare();
    void compareReception(SoakReceptionist &desk, const QString &name);
    void compareDoctor();
    void checkDatabase();
    void judgeMemory();
    [[nodiscard]] QList<AppointmentRow> readDay(Services &reader);
    [[nodiscard]] QList<AppointmentId> visitsOf(bool isOwn, int person);
    void open(Services &reader, const QString &login);

    SoakOptions m_options;
    SoakReport &m_report;
    BenchClinic m_clinic;
    Services m_reception; ///< these three read the day for comparison
    Services m_practice;
    Services m_admin;
    QList<AppointmentRow> m_morning; ///< the day as it began
    std::unique_ptr<SoakReceptionist> m_ana;
    std::unique_ptr<SoakReceptionist> m_ben;
    std::unique_ptr<SoakDoctor> m_osei;
    std::unique_ptr<Neighbours> m_neighbours;
    double m_warmMiB = 0;
    int m_comparisons = 0;
    double m_slowestMs = 0; ///< until the screens were as the database
};

} // namespace ClinicDesk
