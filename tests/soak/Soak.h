#pragma once

#include "bench/Neighbours.h"
#include "database/DatabaseExecutor.h"
#include "services/appointments/AppointmentService.h"
#include "services/monitoring/MonitoringService.h"
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
    /// A session that reads the day for comparison.
    struct Reader
    {
        TransactionStatistics statistics;
        DatabaseExecutor executor {statistics};
        AppointmentService service {executor};
    };

    void work();
    void watch();
    /// Everything has come to rest: what the screens show is what the database has.
    void compare();
    void compareReception(SoakReceptionist &desk, const QString &name);
    void compareDoctor();
    void checkDatabase();
    void judgeMemory();
    [[nodiscard]] QList<AppointmentRow> readDay(Reader &reader);
    [[nodiscard]] QList<AppointmentId> visitsOf(bool isOwn, int person);
    void open(Reader &reader, const QString &login);

    SoakOptions m_options;
    SoakReport &m_report;
    BenchClinic m_clinic;
    Reader m_reception;
    Reader m_practice;
    Reader m_admin;
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
