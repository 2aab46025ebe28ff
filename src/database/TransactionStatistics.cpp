#include "database/TransactionStatistics.h"

#include <QMutexLocker>

#include <algorithm>
#include <cmath>

namespace ClinicDesk {
namespace {

/// Each bucket's upper bound is this much above its lower one, so the middle errs by half of it at
/// most.
constexpr double bucketRatio = 1.05;

} // namespace

int TransactionStatistics::bucketOf(qint64 microseconds)
{
    const double steps
        = std::log(static_cast<double>(std::max<qint64>(microseconds, 1))) / std::log(bucketRatio);
    return std::min(static_cast<int>(steps), bucketCount - 1);
}

double TransactionStatistics::percentileMs(const Counters &counters, double share)
{
    const qint64 total = counters.figures.runs;
    const auto rank = static_cast<qint64>(std::ceil(static_cast<double>(total) * share));
    qint64 seen = 0;
    for (int bucket = 0; bucket < bucketCount; ++bucket) {
        seen += counters.buckets.at(static_cast<std::size_t>(bucket));
        if (seen >= rank && seen > 0)
            return std::min(std::pow(bucketRatio, bucket + 0.5) / 1000, counters.figures.longestMs);
    }
    return 0;
}

void TransactionStatistics::count(const QString &kind, Event event)
{
    const QMutexLocker lock(&m_mutex);
    OperationFigures &figures = m_kinds[kind].figures;
    switch (event) {
    case Event::Attempt:
        ++figures.attempts;
        break;
    case Event::Retry:
        ++figures.retries;
        break;
    case Event::Deadlock:
        ++figures.deadlocks;
        break;
    case Event::LockTimeout:
        ++figures.lockTimeouts;
        break;
    }
}

void TransactionStatistics::finished(const QString &kind, qint64 microseconds, bool failed)
{
    const QMutexLocker lock(&m_mutex);
    Counters &counters = m_kinds[kind];
    ++counters.figures.runs;
    counters.figures.failures += failed ? 1 : 0;
    counters.figures.longestMs
        = std::max(counters.figures.longestMs, static_cast<double>(microseconds) / 1000);
    ++counters.buckets.at(static_cast<std::size_t>(bucketOf(microseconds)));
}

QMap<QString, OperationFigures> TransactionStatistics::figures() const
{
    const QMutexLocker lock(&m_mutex);
    QMap<QString, OperationFigures> result;
    for (auto kind = m_kinds.cbegin(); kind != m_kinds.cend(); ++kind) {
        OperationFigures figures = kind->figures;
        figures.p50Ms = percentileMs(*kind, 0.50);
        figures.p95Ms = percentileMs(*kind, 0.95);
        figures.p99Ms = percentileMs(*kind, 0.99);
        result.insert(kind.key(), figures);
    }
    return result;
}

} // namespace ClinicDesk
