#include "database/TransactionStatistics.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

TEST(TransactionStatistics, percentilesErrByLessThanFivePercent)
{
    TransactionStatistics statistics;
    for (int ms = 1; ms <= 1000; ++ms)
        statistics.finished(u"book"_s, ms * 1000, ms % 10 == 0);
    const OperationFigures figures = statistics.figures().value(u"book"_s);
    EXPECT_EQ(figures.runs, 1000);
    EXPECT_EQ(figures.failures, 100);
    EXPECT_NEAR(figures.p50Ms, 500, 25);
    EXPECT_NEAR(figures.p95Ms, 950, 47.5);
    EXPECT_NEAR(figures.p99Ms, 990, 49.5);
    EXPECT_EQ(figures.longestMs, 1000);
}

TEST(TransactionStatistics, takesTheShortestAndTheLongest)
{
    TransactionStatistics statistics;
    statistics.finished(u"a"_s, 0, false);
    statistics.finished(u"a"_s, 3'600'000'000, false);
    const OperationFigures figures = statistics.figures().value(u"a"_s);
    EXPECT_LT(figures.p50Ms, 0.01);
    EXPECT_EQ(figures.longestMs, 3'600'000);
}

TEST(TransactionStatistics, countsFromSeveralThreads)
{
    using Event = TransactionStatistics::Event;
    TransactionStatistics statistics;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&statistics] {
            for (int i = 0; i < 1000; ++i) {
                statistics.count(u"book"_s, Event::Attempt);
                statistics.count(u"book"_s, Event::Deadlock);
                statistics.finished(u"book"_s, 1000, false);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    const OperationFigures figures = statistics.figures().value(u"book"_s);
    EXPECT_EQ(figures.attempts, 4000);
    EXPECT_EQ(figures.deadlocks, 4000);
    EXPECT_EQ(figures.runs, 4000);
    EXPECT_EQ(figures.retries, 0);
}

} // namespace
} // namespace ClinicDesk
