#pragma once

#include "database/ConnectionSettings.h"

#include <QList>
#include <QMap>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace ClinicDesk {

/// What an operation sent, message by message, on a session of its own.
struct RecordedSession
{
    QString login;
    QStringList opening; ///< settings and PREPAREs, before its first BEGIN or hoisted there
    QStringList messages; ///< from BEGIN to COMMIT
};

/// What one order of the messages of two sessions came to.
struct PermutationRun
{
    /// Of a session that could not send its next message, because it still waited for the other.
    static QString gaveUp();

    QString order; ///< "a1 b1 a2 b2"
    QMap<QChar, QString> told; ///< session -> "ok", the rule that refused it, or gaveUp()
    QString ended; ///< the spec's question after it
};

/// Two sessions, "a" and "b", for PostgreSQL's isolationtester: every order in which their messages
/// can reach the server. A session whose turn comes while it waits for the other could not send in
/// life; its wait is ended then, as lock_timeout would end it 2 s later.
class IsolationSpec
{
public:
    /// `setup` runs before each permutation, `question` (one row, one text) after it; both as the
    /// superuser who runs the spec.
    IsolationSpec(QString setup, QString question, RecordedSession a, RecordedSession b);

    /// First "a" alone and "b" alone, then all orders, the first of them "a" before "b" and the
    /// last "b" before "a".
    [[nodiscard]] const QList<QStringList> &permutations() const { return m_permutations; }
    [[nodiscard]] QString text() const;

private:
    void addOrders(QStringList order, qsizetype a, qsizetype b);
    [[nodiscard]] QString permutationText(const QStringList &order) const;

    QString m_setup;
    QString m_question;
    RecordedSession m_a;
    RecordedSession m_b;
    QList<QStringList> m_permutations;
};

/// isolationtester at work on a spec, in a database that nothing else uses.
class IsolationRun
{
public:
    IsolationRun(IsolationSpec spec, const ConnectionSettings &superuser);

    /// Waits for one run for each of the spec's permutations; throws std::runtime_error when
    /// isolationtester stopped early.
    [[nodiscard]] QList<PermutationRun> result();

private:
    IsolationSpec m_spec;
    QTemporaryDir m_folder; ///< files, since nobody reads pipes while several of these run
    QProcess m_tester;
};

} // namespace ClinicDesk
