#include "services/IsolationSpec.h"

#include "database/PostgresPrograms.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int longestRunMs = 250'000;
const auto endedMark = u"ended: "_s;

QStringList stepNames(QChar session, qsizetype count)
{
    QStringList names;
    for (qsizetype i = 1; i <= count; ++i)
        names.append(session + QString::number(i));
    return names;
}

QString step(const QString &name, const QString &sql)
{
    // The only thing that a spec cannot hold.
    if (sql.contains(u'}'))
        throw std::runtime_error("a brace in " + sql.toStdString());
    return u"step %1 {%2}\n"_s.arg(name, sql);
}

/// The rule's or constraint's name out of the server's words: isolationtester prints no code.
QString ruleOf(const QString &error)
{
    static const QRegularExpression names(u"^refused: (\\w+)$|constraint \"(\\w+)\""_s);
    const QRegularExpressionMatch match = names.match(error);
    if (match.hasMatch())
        return match.captured(match.lastCapturedIndex());
    if (error == "the slot cannot be held"_L1)
        return u"not_held"_s;
    if (error == "division by zero"_L1)
        return u"again"_s;
    const bool waited = error.startsWith("canceling statement due to user request"_L1)
        || error.startsWith("canceling statement due to lock timeout"_L1);
    return waited ? PermutationRun::gaveUp() : error;
}

/// One permutation's part of the output.
PermutationRun toRun(const QStringList &order, const QStringList &lines)
{
    PermutationRun run;
    run.order = order;
    run.told = {{u'a', u"ok"_s}, {u'b', u"ok"_s}};
    QString step;
    for (const QString &line : lines) {
        if (line.startsWith("step "_L1))
            step = line.mid(5, 2);
        if (line.endsWith("<waiting ...>"_L1) && run.firstWait.isEmpty())
            run.firstWait = step;
        if (line.startsWith("ERROR:  "_L1) && run.told.value(step.at(0)) == "ok"_L1)
            run.told[step.at(0)] = ruleOf(line.mid(8));
        if (line.startsWith(endedMark))
            run.ended = line.mid(endedMark.size()).trimmed();
    }
    return run;
}

/// What isolationtester prints, one part for each permutation.
QStringList outputOf(const QString &spec, const ConnectionSettings &superuser)
{
    const QTemporaryDir folder;
    const auto read = [&folder](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    QFile input(folder.filePath(u"spec"_s));
    const auto programs = PostgresPrograms::find();
    if (!programs || !input.open(QIODevice::WriteOnly))
        throw std::runtime_error("isolationtester cannot be started");
    input.write(spec.toUtf8());
    input.close();
    QProcess tester;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGPASSWORD"_s, superuser.password);
    tester.setProcessEnvironment(environment);
    tester.setStandardInputFile(input.fileName());
    tester.setStandardOutputFile(folder.filePath(u"output"_s));
    tester.setStandardErrorFile(folder.filePath(u"errors"_s));
    tester.start(programs->path(u"../lib/pgxs/src/test/isolation/isolationtester"_s),
                 {u"host=%1 port=%2 dbname=%3 user=%4"_s.arg(superuser.host, superuser.port,
                                                             superuser.database, superuser.user)});
    if (!tester.waitForFinished(longestRunMs) || tester.exitStatus() != QProcess::NormalExit
        || tester.exitCode() != 0)
        throw std::runtime_error("isolationtester: " + tester.errorString().toStdString() + ' '
                                 + read(u"errors"_s).toStdString());
    // Before them stand a line about the spec and the opening of the sessions.
    return read(u"output"_s).split(u"\nstarting permutation: "_s).mid(2);
}

} // namespace

QString PermutationRun::gaveUp()
{
    return u"gave up"_s;
}

IsolationOrders::IsolationOrders(qsizetype messagesOfA, qsizetype messagesOfB)
    : m_stepsOfA(stepNames(u'a', messagesOfA))
    , m_stepsOfB(stepNames(u'b', messagesOfB))
{
    for (const QStringList &order :
         {m_stepsOfA, m_stepsOfB, m_stepsOfA + m_stepsOfB, m_stepsOfB + m_stepsOfA})
        add(order);
    for (qsizetype i = 1; i < m_stepsOfA.size(); ++i)
        add(m_stepsOfA.first(i) + m_stepsOfB + m_stepsOfA.sliced(i));
    for (qsizetype i = 1; i < m_stepsOfB.size(); ++i)
        add(m_stepsOfB.first(i) + m_stepsOfA + m_stepsOfB.sliced(i));
}

void IsolationOrders::explore(const QList<PermutationRun> &runs)
{
    for (const PermutationRun &run : runs) {
        if (run.firstWait.isEmpty())
            continue;
        const QStringList before = run.order.first(run.order.indexOf(run.firstWait));
        const auto ofOther = std::count_if(before.cbegin(), before.cend(), [&](const auto &step) {
            return step.at(0) != run.firstWait.at(0);
        });
        m_waits.insert({run.firstWait, ofOther});
    }
    m_done = std::exchange(m_permutations, {});
    addOrders({}, 0, 0);
}

void IsolationOrders::add(const QStringList &order)
{
    if (!m_done.contains(order) && !m_permutations.contains(order))
        m_permutations.append(order);
}

void IsolationOrders::addOrders(const QStringList &order, qsizetype a, qsizetype b)
{
    if (a == m_stepsOfA.size() && b == m_stepsOfB.size())
        add(order);
    if (a < m_stepsOfA.size())
        addNext(order, a, b, true);
    if (b < m_stepsOfB.size())
        addNext(order, a, b, false);
}

void IsolationOrders::addNext(const QStringList &order, qsizetype a, qsizetype b, bool isA)
{
    const QStringList next {isA ? m_stepsOfA.at(a) : m_stepsOfB.at(b)};
    const Wait wait {next.constFirst(), isA ? b : a};
    if (!m_waits.contains(wait)) {
        addOrders(order + next, a + (isA ? 1 : 0), b + (isA ? 0 : 1));
        return;
    }
    if (m_waited.contains(wait))
        return;
    m_waited.insert(wait);
    const QStringList waiting = isA ? m_stepsOfA.sliced(a + 1) : m_stepsOfB.sliced(b + 1);
    const QStringList other = isA ? m_stepsOfB.sliced(b) : m_stepsOfA.sliced(a);
    add(order + next + other + waiting);
    add(order + next + waiting + other);
}

IsolationSpec::IsolationSpec(QMap<QString, IsolationDesk> desks, QList<IsolationPair> pairs,
                             QString question)
    : m_desks(std::move(desks))
    , m_pairs(std::move(pairs))
    , m_question(std::move(question))
{
}

/// Signed in and prepared once, as in life; isolationtester keeps its sessions, and writes their
/// names at the end of their application_name.
QString IsolationSpec::deskText(const QString &name) const
{
    const IsolationDesk &desk = m_desks[name];
    QString text = u"session %1\n"_s.arg(name);
    text += step(u"open_"_s + name,
                 u"SET SESSION AUTHORIZATION %1; "_s.arg(desk.login) + desk.opening.join(u';'));
    for (qsizetype pair = 0; pair < m_pairs.size(); ++pair) {
        const auto add = [&](const QString &at, QChar role, const QStringList &messages) {
            for (qsizetype i = 0; at == name && i < messages.size(); ++i)
                text += step(u"%1%2_%3"_s.arg(role).arg(i + 1).arg(pair), messages.at(i));
        };
        add(m_pairs.at(pair).deskOfA, u'a', m_pairs.at(pair).messagesOfA);
        add(m_pairs.at(pair).deskOfB, u'b', m_pairs.at(pair).messagesOfB);
    }
    return text;
}

QString IsolationSpec::permutationText(qsizetype pair, const QStringList &order) const
{
    const IsolationPair &both = m_pairs.at(pair);
    const QMap<QChar, qsizetype> sizes {{u'a', both.messagesOfA.size()},
                                        {u'b', both.messagesOfB.size()}};
    QMap<QChar, qsizetype> sent {{u'a', 0}, {u'b', 0}};
    QString text = u"permutation scene_%1"_s.arg(pair);
    for (const QString &each : order) {
        const QChar mine = each.at(0);
        const QChar other = mine == u'a' ? u'b' : u'a';
        const bool otherIsOpen = sent.value(other) > 0 && sent.value(other) < sizes.value(other);
        if (sent[mine]++ > 0 && otherIsOpen)
            text += u" end_"_s + (mine == u'a' ? both.deskOfA : both.deskOfB);
        text += u" %1_%2"_s.arg(each).arg(pair);
    }
    return text + u" look\n"_s;
}

QString IsolationSpec::text(const QList<IsolationOrders> &orders) const
{
    QString text;
    QString watch = u"session watch\n"_s + step(u"look"_s, m_question);
    QString permutations = u"permutation"_s;
    for (const QString &name : m_desks.keys()) {
        text += deskText(name);
        watch += step(
            u"end_"_s + name,
            u"SELECT pg_cancel_backend(pid) FROM pg_stat_get_activity(NULL) WHERE "
            "application_name LIKE '%/%1' AND cardinality(pg_blocking_pids(pid)) > 0"_s.arg(name));
        permutations += u" open_"_s + name;
    }
    permutations += u'\n';
    for (qsizetype pair = 0; pair < m_pairs.size(); ++pair) {
        watch += step(u"scene_%1"_s.arg(pair), m_pairs.at(pair).scene);
        for (const QStringList &order : orders.at(pair).permutations())
            permutations += permutationText(pair, order);
    }
    return text + watch + permutations;
}

QList<QList<PermutationRun>> IsolationSpec::run(const ConnectionSettings &superuser) const
{
    QList<IsolationOrders> orders;
    for (const IsolationPair &pair : m_pairs)
        orders.append({pair.messagesOfA.size(), pair.messagesOfB.size()});
    QList<QList<PermutationRun>> runs(m_pairs.size());
    for (const bool isFirst : {true, false}) {
        const QStringList output = outputOf(text(orders), superuser);
        qsizetype next = 0;
        for (qsizetype pair = 0; pair < m_pairs.size(); ++pair) {
            for (const QStringList &order : orders.at(pair).permutations())
                runs[pair].append(toRun(order, output.value(next++).split(u'\n')));
            if (isFirst)
                orders[pair].explore(runs.at(pair));
        }
    }
    return runs;
}

} // namespace ClinicDesk
