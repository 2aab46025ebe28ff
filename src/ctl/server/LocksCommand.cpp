#include "ctl/Commands.h"
#include "ctl/Output.h"
#include "ctl/server/ServerArguments.h"
#include "ctl/server/StopSignals.h"

#include <QCoroSignal>

#include <QJsonArray>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk::Ctl {
namespace {

constexpr std::chrono::milliseconds lookEvery = 1s;

/// "ana (Desk 1), book".
QString whoDoes(const QString &who, const QString &desk, const QString &action)
{
    const QString person = desk.isEmpty() ? who : u"%1 (%2)"_s.arg(who, desk);
    return action.isEmpty() ? person : u"%1, %2"_s.arg(person, action);
}

QJsonObject jsonOf(const LockWait &wait)
{
    return {{u"who"_s, wait.who},
            {u"desk"_s, wait.desk},
            {u"action"_s, wait.action},
            {u"waitedMs"_s, wait.waitedMs},
            {u"blockedBy"_s, wait.blockedBy},
            {u"blockedByDesk"_s, wait.blockedByDesk},
            {u"blockedByAction"_s, wait.blockedByAction}};
}

QString lineOf(const LockWait &wait)
{
    return u"%1: has waited %2 ms for %3"_s.arg(whoDoes(wait.who, wait.desk, wait.action))
        .arg(wait.waitedMs)
        .arg(whoDoes(wait.blockedBy, wait.blockedByDesk, wait.blockedByAction));
}

QJsonObject jsonOf(const DeskSession &session, const QTimeZone &zone)
{
    return {{u"who"_s, session.who},
            {u"desk"_s, session.desk},
            {u"action"_s, session.action},
            {u"since"_s, isoText(session.since, zone)},
            {u"state"_s, session.state},
            {u"locks"_s, session.locks},
            {u"transactionMs"_s, session.transactionMs}};
}

QString lineOf(const DeskSession &session)
{
    const QString who = whoDoes(session.who, session.desk, session.action);
    return u"%1: %2, %3 locks, for %4 ms"_s.arg(who, session.state)
        .arg(session.locks)
        .arg(session.transactionMs);
}

Answer locksAnswer(const LockStatistics &found, const Context &context)
{
    Answer answer;
    QJsonArray waits;
    for (const LockWait &wait : found.waits) {
        waits.append(jsonOf(wait));
        answer.lines.append(lineOf(wait));
    }
    QJsonArray sessions;
    for (const DeskSession &session : found.sessions) {
        sessions.append(jsonOf(session, context.zone()));
        answer.lines.append(lineOf(session));
    }
    answer.lines.append(
        u"%1 waiting, %2 connected, %3 deadlocks since the server's statistics began."_s
            .arg(found.waits.size())
            .arg(found.sessions.size())
            .arg(found.deadlocks));
    answer.json
        = {{u"waits"_s, waits}, {u"sessions"_s, sessions}, {u"deadlocks"_s, found.deadlocks}};
    return answer;
}

CommandTask locks(Context &context, LocksRequest request)
{
    StopSignals signalsOfUser;
    bool isStopped = false;
    QObject::connect(&signalsOfUser, &StopSignals::requested, &signalsOfUser,
                     [&isStopped] { isStopped = true; });
    for (;;) {
        const Result<LockStatistics> found = co_await context.monitoring.lockStatistics();
        if (!found)
            co_return unexpected(found.error());
        Answer answer = locksAnswer(*found, context);
        if (!request.watches)
            co_return answer;
        const QString now = isoText(context.now(), context.zone());
        answer.json.insert(u"at"_s, now);
        answer.lines.prepend(now);
        print(answer, request.asJson);
        if (!isStopped)
            co_await qCoro(&signalsOfUser, &StopSignals::requested, lookEvery);
        if (isStopped)
            co_return Answer {};
    }
}

} // namespace

QList<Command> lockCommands()
{
    return {
        {.name = u"locks"_s,
         .help = u"Show who waits for whom, who is connected and what they do (administrator)."_s,
         .options
         = {{u"watch"_s, {}, u"Again each second until Ctrl+C; with --json a line for each."_s}},
         .needs = Command::Needs::Connection,
         .read = &readThenRun<&readLocks, &locks>},
    };
}

} // namespace ClinicDesk::Ctl
