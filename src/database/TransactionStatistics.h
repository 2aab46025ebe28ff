#pragma once

#include <QList>
#include <QMap>
#include <QMutex>
#include <QString>

#include <array>

namespace ClinicDesk {

/// Counts of one kind of operation since the program started.
struct OperationFigures
{
    qint64 runs = 0;
    qint64 failures = 0;
    qint64 attempts = 0;
    qint64 retries = 0; ///< after 40001/40P01
    qint64 deadlocks = 0; ///< 40P01 seen
    qint64 lockTimeouts = 0; ///< 55P03 seen
    double p50Ms = 0;
    double p95Ms = 0;
    double p99Ms = 0;
    double longestMs = 0;
};

/// Thread-safe latency histogram (logarithmic buckets, error under 5 %) and counters per kind.
class TransactionStatistics
{
public:
    enum class Event { Attempt, Retry, Deadlock, LockTimeout };

    void count(const QString &kind, Event event);
    void finished(const QString &kind, qint64 microseconds, bool failed);
    [[nodiscard]] QMap<QString, OperationFigures> figures() const;

private:
    static constexpr int bucketCount = 512;
    struct Counters
    {
        OperationFigures figures;
        std::array<qint64, bucketCount> buckets {};
    };
    [[nodiscard]] static int bucketOf(qint64 microseconds);
    [[nodiscard]] static double percentileMs(const Counters &counters, double share);

    mutable QMutex m_mutex;
    QMap<QString, Counters> m_kinds;
};

} // namespace ClinicDesk
