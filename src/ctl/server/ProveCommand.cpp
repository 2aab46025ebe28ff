#include "ctl/Commands.h"
#include "ctl/ExitCode.h"
#include "ctl/server/ServerArguments.h"
#include "ctl/server/StopSignals.h"

#include <QCoroFuture>

#include <QJsonArray>
#include <QPromise>
#include <QThread>

#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

QJsonObject jsonOf(const ProofSide &side)
{
    return {{u"attempts"_s, side.attempts},
            {u"winners"_s, side.won},
            {u"losers"_s, side.refused},
            {u"failed"_s, side.failed},
            {u"overlaps"_s, side.overlaps},
            {u"lost"_s, side.lost},
            {u"unasked"_s, side.unasked},
            {u"deadlocks"_s, side.deadlocks},
            {u"seconds"_s, side.seconds},
            {u"latencyMs"_s,
             QJsonObject {{u"p50"_s, side.p50Ms}, {u"p95"_s, side.p95Ms}, {u"p99"_s, side.p99Ms}}}};
}

QString lineOf(const QString &name, const ProofSide &side)
{
    return u"%1 %2 %3 %4 %5 %6"_s.arg(name, -18)
        .arg(side.attempts, 9)
        .arg(side.won, 8)
        .arg(side.refused, 8)
        .arg(side.failed, 7)
        .arg(side.overlaps, 9);
}

Answer proofAnswer(const ProofReport &report)
{
    const bool isSame = report.differences.isEmpty();
    const bool isProved = report.holds() && report.isSharp() && isSame;
    Answer answer;
    answer.exitCode = isProved ? Done : Refused;
    answer.json = jsonOf(report.clinic);
    answer.json.insert(u"proved"_s, isProved);
    answer.json.insert(u"connections"_s, report.options.connections);
    answer.json.insert(u"rounds"_s, report.options.rounds);
    answer.json.insert(u"doctors"_s, report.options.doctors);
    answer.json.insert(u"server"_s, report.server);
    answer.json.insert(u"inconsistencies"_s, report.inconsistencies);
    answer.json.insert(u"bait"_s, jsonOf(report.bait));
    answer.json.insert(u"compared"_s, report.compared);
    answer.json.insert(u"differences"_s, QJsonArray::fromStringList(report.differences));
    answer.lines << u"PostgreSQL %1, %2 connections, %3 rounds, doctors: %4"_s.arg(report.server)
                        .arg(report.options.connections)
                        .arg(report.options.rounds)
                        .arg(report.options.doctors)
                 << u"                    attempts  winners   losers  failed  overlaps"_s
                 << lineOf(u"this program"_s, report.clinic)
                 << lineOf(u"look, then book"_s, report.bait)
                 << u"lost %1, stored unasked %2, deadlocks %3, broken promises %4"_s
                        .arg(report.clinic.lost)
                        .arg(report.clinic.unasked)
                        .arg(report.clinic.deadlocks)
                        .arg(report.inconsistencies)
                 << u"an answer took p50 %1 ms, p95 %2 ms, p99 %3 ms"_s
                        .arg(report.clinic.p50Ms, 0, 'f', 1)
                        .arg(report.clinic.p95Ms, 0, 'f', 1)
                        .arg(report.clinic.p99Ms, 0, 'f', 1);
    if (!report.compared)
        answer.lines << u"No clinic is in this database yet: its rules were not compared."_s;
    else if (isSame)
        answer.lines << u"The rules of the clinic's database are those that were proved."_s;
    else
        answer.lines << u"The clinic's database differs from what was proved:"_s
                     << report.differences;
    if (!report.isSharp())
        answer.lines << u"The race without rules showed no double booking, so it proves nothing: "
                        "run it with more connections or rounds."_s;
    answer.lines << (isProved ? u"Proved: one winner in every round."_s : u"Not proved."_s);
    return answer;
}

/// On a thread of its own, so that Ctrl+C is heard; the scratch database goes in either case.
QFuture<Result<ProofReport>> start(const ConnectionSettings &superuser, const ProofOptions &options,
                                   const std::atomic_bool &stopped)
{
    auto promise = std::make_shared<QPromise<Result<ProofReport>>>();
    promise->start();
    QThread *const thread = QThread::create([=, &stopped] {
        promise->addResult(BookingProof::run(
            superuser, options, [&stopped](const QString &what, int done, int of) {
                std::fprintf(stderr, "%s: round %d of %d\n", qUtf8Printable(what), done, of);
                return !stopped;
            }));
        promise->finish();
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return promise->future();
}

CommandTask prove(Context &context, ProofOptions options)
{
    std::atomic_bool stopped = false;
    StopSignals signalsOfUser;
    QObject::connect(&signalsOfUser, &StopSignals::requested, &signalsOfUser,
                     [&stopped] { stopped = true; });
    const QFuture<Result<ProofReport>> running = start(context.settings, options, stopped);
    const Result<ProofReport> report = co_await running;
    if (!report)
        co_return unexpected(report.error());
    co_return proofAnswer(*report);
}

} // namespace

QList<Command> proofCommands()
{
    const ProofOptions defaults;
    return {
        {.name = u"prove"_s,
         .help
         = u"Let many connections fight for the same times in a scratch database on this server, "
           "beside the same race without rules, and compare the clinic's rules with those that "
           "were "
           "proved (superuser). Leaves nothing behind."_s,
         .options
         = {{u"connections"_s, u"N"_s, u"Default %1."_s.arg(defaults.connections)},
            {u"doctors"_s, u"N"_s,
             u"Default %1; two connections or more fight for each."_s.arg(defaults.doctors)},
            {u"rounds"_s, u"N"_s, u"Times fought for, default %1."_s.arg(defaults.rounds)}},
         .needs = Command::Needs::Nothing,
         .read = &readThenRun<&readProof, &prove>},
    };
}

} // namespace ClinicDesk::Ctl
