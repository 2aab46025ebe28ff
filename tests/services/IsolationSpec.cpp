#include "services/IsolationSpec.h"

#include "database/PostgresPrograms.h"

#include <QFile>
#include <QRegularExpression>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int longestRunMs = 120'000;
const auto endedMark = u"ended: "_s;

QStringList stepNames(QChar session, qsizetype count)
{
    QStringList names;
    for (qsizetype i = 1; i <= count; ++i)
        names.append(session + QString::number(i));
    return names;
}

QString block(const QString &keyword, const QString &sql)
{
    // The only thing that a spec cannot hold.
    if (sql.contains(u'}'))
        throw std::runtime_error("a brace in " + sql.toStdString());
    return keyword + u" {\n"_s + sql + u"\n}\n"_s;
}

/// Signed in and prepared once, as a desk is; isolationtester keeps its sessions.
QString sessionText(QChar name, const RecordedSession &session)
{
    QString text = u"session %1\n"_s.arg(name)
        + block(u"step open_"_s + name,
                u"SET SESSION AUTHORIZATION %1;\n"_s.arg(session.login)
                    + session.opening.join(u";\n"_s));
    const QStringList names = stepNames(name, session.messages.size());
    for (qsizetype i = 0; i < names.size(); ++i)
        text += block(u"step "_s + names.at(i), session.messages.at(i));
    return text;
}

/// isolationtester writes the session's name at the end of its application_name.
QString endWait(QChar session)
{
    return u"PREPARE end_%1 AS SELECT pg_cancel_backend(s.pid) FROM pg_stat_get_activity(NULL) s "
           "WHERE s.application_name LIKE '%/%1' AND s.datid = (SELECT oid FROM pg_database "
           "WHERE datname = current_database()) AND cardinality(pg_blocking_pids(s.pid)) > 0;\n"_s
               .arg(session);
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
    const bool waited = error.startsWith("canceling statement due to user request"_L1)
        || error.startsWith("canceling statement due to lock timeout"_L1);
    return waited ? PermutationRun::gaveUp() : error;
}

/// One permutation's part of the output.
PermutationRun toRun(const QStringList &lines)
{
    PermutationRun run;
    run.order = lines.constFirst();
    run.told = {{u'a', u"ok"_s}, {u'b', u"ok"_s}};
    QChar session;
    for (const QString &line : lines) {
        if (line.startsWith("step "_L1))
            session = line.at(5);
        else if (line.startsWith("ERROR:  "_L1) && run.told.value(session) == "ok"_L1)
            run.told[session] = ruleOf(line.mid(8));
        else if (line.startsWith(endedMark))
            run.ended = line.mid(endedMark.size()).trimmed();
    }
    return run;
}

} // namespace

QString PermutationRun::gaveUp()
{
    return u"gave up"_s;
}

IsolationSpec::IsolationSpec(QString setup, QString question, RecordedSession a, RecordedSession b)
    : m_setup(std::move(setup))
    , m_question(std::move(question))
    , m_a(std::move(a))
    , m_b(std::move(b))
    , m_permutations {stepNames(u'a', m_a.messages.size()), stepNames(u'b', m_b.messages.size())}
{
    addOrders({}, 0, 0);
}

void IsolationSpec::addOrders(QStringList order, qsizetype a, qsizetype b)
{
    if (a == m_a.messages.size() && b == m_b.messages.size())
        m_permutations.append(order);
    if (a < m_a.messages.size())
        addOrders(order + stepNames(u'a', a + 1).last(1), a + 1, b);
    if (b < m_b.messages.size())
        addOrders(order + stepNames(u'b', b + 1).last(1), a, b + 1);
}

QString IsolationSpec::permutationText(const QStringList &order) const
{
    const QMap<QChar, qsizetype> sizes {{u'a', m_a.messages.size()}, {u'b', m_b.messages.size()}};
    QMap<QChar, qsizetype> sent {{u'a', 0}, {u'b', 0}};
    QString text = u"permutation"_s;
    for (const QString &step : order) {
        const QChar mine = step.at(0);
        const QChar other = mine == u'a' ? u'b' : u'a';
        const bool otherIsOpen = sent.value(other) > 0 && sent.value(other) < sizes.value(other);
        if (sent[mine]++ > 0 && otherIsOpen)
            text += u" end_"_s + mine;
        text += u' ' + step;
    }
    return text + u'\n';
}

QString IsolationSpec::text() const
{
    QString text = block(u"setup"_s, m_setup)
        + block(u"teardown"_s, u"SELECT '%1' || (%2)"_s.arg(endedMark, m_question))
        + sessionText(u'a', m_a) + sessionText(u'b', m_b) + u"session watch\n"_s
        + block(u"step open_watch"_s, endWait(u'a') + endWait(u'b'))
        + block(u"step end_a"_s, u"EXECUTE end_a"_s) + block(u"step end_b"_s, u"EXECUTE end_b"_s)
        + u"permutation open_a open_b open_watch\n"_s;
    for (const QStringList &order : m_permutations)
        text += permutationText(order);
    return text;
}

IsolationRun::IsolationRun(IsolationSpec spec, const ConnectionSettings &superuser)
    : m_spec(std::move(spec))
{
    const auto programs = PostgresPrograms::find();
    QFile input(m_folder.filePath(u"spec"_s));
    if (!programs || !input.open(QIODevice::WriteOnly))
        throw std::runtime_error("isolationtester cannot be started");
    input.write(m_spec.text().toUtf8());
    input.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGPASSWORD"_s, superuser.password);
    m_tester.setProcessEnvironment(environment);
    m_tester.setStandardInputFile(input.fileName());
    m_tester.setStandardOutputFile(m_folder.filePath(u"output"_s));
    m_tester.setStandardErrorFile(m_folder.filePath(u"errors"_s));
    m_tester.start(programs->path(u"../lib/pgxs/src/test/isolation/isolationtester"_s),
                   {u"host=%1 port=%2 dbname=%3 user=%4"_s.arg(
                       superuser.host, superuser.port, superuser.database, superuser.user)});
}

QList<PermutationRun> IsolationRun::result()
{
    const auto read = [this](const QString &name) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const bool ended = m_tester.waitForFinished(longestRunMs)
        && m_tester.exitStatus() == QProcess::NormalExit && m_tester.exitCode() == 0;
    QStringList parts = read(u"output"_s).split(u"\nstarting permutation: "_s);
    parts.remove(0, qMin<qsizetype>(2, parts.size())); // what stands before, and the opening
    if (!ended || parts.size() != m_spec.permutations().size())
        throw std::runtime_error("isolationtester: " + m_tester.errorString().toStdString() + ' '
                                 + read(u"errors"_s).toStdString());
    QList<PermutationRun> runs;
    for (const QString &part : std::as_const(parts))
        runs.append(toRun(part.split(u'\n')));
    return runs;
}

} // namespace ClinicDesk
