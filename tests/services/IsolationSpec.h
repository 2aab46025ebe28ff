#pragma once

#include "database/ConnectionSettings.h"

#include <QList>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <utility>

namespace ClinicDesk {

/// A session of the program: who, and what it sent before and between its transactions (settings,
/// PREPAREs).
struct IsolationDesk
{
    QString login;
    QStringList opening;
};

/// Two operations at two desks, message by message from BEGIN to COMMIT.
struct IsolationPair
{
    QString scene; ///< SQL of a superuser, before each permutation
    QString deskOfA;
    QString deskOfB;
    QStringList messagesOfA;
    QStringList messagesOfB;
};

/// What one order of a pair's messages came to.
struct PermutationRun
{
    /// Of a session that could not send its next message, because it still waited for the other.
    static QString gaveUp();

    QStringList order; ///< a1, b1, a2, b2
    QString firstWait; ///< the first step that had to wait; empty for none
    /// a, b -> "ok", the rule that refused it, "again" if it found nothing to write, or gaveUp()
    QMap<QChar, QString> told;
    QString ended; ///< the answer to the question after it
};

/// The orders in which the messages of a pair can reach the server. Which can is found by a first
/// few: a session that waits sends nothing until the other has ended, or its wait is given up. Both
/// are run, the latter without the 2 s of lock_timeout, and once for each wait: before it neither
/// has seen anything of the other, so how they came there makes no difference. Where nobody waits,
/// all orders are run.
class IsolationOrders
{
public:
    /// Those that come first, in this order; then those that tell who waits.
    enum First { OnlyA, OnlyB, AThenB, BThenA };

    IsolationOrders(qsizetype messagesOfA, qsizetype messagesOfB);

    /// Goes on from the first permutations' runs to all others.
    void explore(const QList<PermutationRun> &runs);
    [[nodiscard]] const QList<QStringList> &permutations() const { return m_permutations; }

private:
    void add(const QStringList &order);
    void addOrders(const QStringList &order, qsizetype a, qsizetype b);
    void addNext(const QStringList &order, qsizetype a, qsizetype b, bool isA);

    QStringList m_stepsOfA;
    QStringList m_stepsOfB;
    using Wait = std::pair<QString, qsizetype>; ///< a step, how many the other has sent by then
    QSet<Wait> m_waits;
    QSet<Wait> m_waited; ///< those with permutations of their own
    QList<QStringList> m_permutations; ///< to be run next
    QList<QStringList> m_done;
};

/// Pairs for PostgreSQL's isolationtester, which it runs as this superuser in a database that
/// nothing else uses.
class IsolationSpec
{
public:
    /// `question`, one row and one text, is asked after each permutation.
    IsolationSpec(QMap<QString, IsolationDesk> desks, QList<IsolationPair> pairs, QString question);

    /// Of each pair all permutations; throws std::runtime_error when isolationtester stops early.
    [[nodiscard]] QList<QList<PermutationRun>> run(const ConnectionSettings &superuser) const;

private:
    [[nodiscard]] QString text(const QList<IsolationOrders> &orders) const;
    [[nodiscard]] QString deskText(const QString &name) const;
    [[nodiscard]] QString permutationText(qsizetype pair, const QStringList &order) const;

    QMap<QString, IsolationDesk> m_desks;
    QList<IsolationPair> m_pairs;
    QString m_question;
};

} // namespace ClinicDesk
