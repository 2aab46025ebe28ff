#include "bench/ReportedRun.h"
#include "bench/compare/RateClinic.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTextStream>
#include <QThread>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

struct Rival
{
    QString name;
    double (RateClinic::*run)(int connections, int seconds);
};

/// How the program's rate compares with a rival's at so many connections; nothing is asked of
/// others.
std::optional<double> goalOf(const QString &rival, int connections)
{
    if (rival.startsWith(u'a') && (connections == 1 || connections == 16))
        return 0.9;
    if (rival.startsWith(u'b') && connections == 16)
        return 0.6;
    if (rival.startsWith(u'c') && connections == 1)
        return 0.5;
    if (rival.startsWith(u'c') && connections == 16)
        return 0.35;
    if (rival.startsWith(u'd') && connections == 16)
        return 8;
    return std::nullopt;
}

/// All take turns within a repetition, so that a ratio is of one moment.
void measure(int repetitions, int seconds, Report &report)
{
    const QList<Rival> rivals {
        {u"a: pgbench, the program's own messages"_s, &RateClinic::sameMessages},
        {u"b: pgbench, one bare function"_s, &RateClinic::bareFunction},
        {u"c: pgbench, a bare commit"_s, &RateClinic::bareCommit},
        {u"d: a web stack, look then write"_s, &RateClinic::webStack},
        {u"e: pgbench, look then insert"_s, &RateClinic::lookThenInsert}};
    RateClinic clinic;
    report.note(u"PostgreSQL %1 with fsync, %2 processors, %3 repetitions of %4 s"_s
                    .arg(clinic.serverVersion())
                    .arg(QThread::idealThreadCount())
                    .arg(repetitions)
                    .arg(seconds));
    for (const int connections : {1, 4, 16, 50}) {
        const QString at = u", %1 connections"_s.arg(connections);
        Samples program {{}, u"the program"_s + at, u"1/s"_s};
        QList<Samples> rates;
        QList<Samples> ratios;
        for (const Rival &rival : rivals) {
            rates << Samples {{}, rival.name + at, u"1/s"_s};
            ratios << Samples {{},         u"the program, of "_s + rival.name + at,
                               u"times"_s, goalOf(rival.name, connections),
                               0.5,        {},
                               true};
        }
        for (int repetition = -1; repetition < repetitions; ++repetition) {
            const bool isWarmUp = repetition < 0;
            const double own = clinic.program(connections, isWarmUp ? 1 : seconds);
            if (!isWarmUp)
                program.add(own);
            for (qsizetype at = 0; at < rivals.size(); ++at) {
                const double rate
                    = (clinic.*rivals.at(at).run)(connections, isWarmUp ? 1 : seconds);
                if (isWarmUp)
                    continue;
                rates[at].add(rate);
                ratios[at].add(own / rate);
            }
        }
        report.add(program);
        for (qsizetype at = 0; at < rivals.size(); ++at) {
            report.add(rates.at(at));
            report.add(ratios.at(at));
        }
    }
    report.count({}, u"double bookings of e"_s, u"pairs"_s, double(clinic.doubleBookings()), {});
    report.count({}, u"broken promises of the program's tables"_s, u"rows"_s,
                 double(clinic.brokenPromises()), 0);
}

} // namespace

} // namespace ClinicDesk

int main(int argc, char **argv)
{
    using namespace ClinicDesk;
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"clinicdesk.*.info=false"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Compares the rate of the program's bookings with what the same server can do."_s);
    parser.addHelpOption();
    const QCommandLineOption repetitions(u"repetitions"_s, u"Of each turn."_s, u"n"_s, u"5"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"Each run's."_s, u"n"_s, u"3"_s);
    const QCommandLineOption json(u"json"_s, u"Also writes the figures there."_s, u"file"_s);
    parser.addOptions({repetitions, seconds, json});
    parser.process(application);
    Report report;
    return runReported(report, parser.value(json), [&] {
        measure(std::max(1, parser.value(repetitions).toInt()),
                std::max(1, parser.value(seconds).toInt()), report);
    });
}
