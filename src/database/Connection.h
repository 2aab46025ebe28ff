#pragma once

#include "database/ConnectionSettings.h"
#include "database/Rows.h"
#include "database/SqlError.h"
#include "database/SqlValue.h"
#include "database/Statement.h"

#include <QHash>
#include <QSqlDatabase>

class QSqlQuery;

namespace ClinicDesk {

/// One call of a prepared statement inside a message.
struct Call
{
    const Statement *statement;
    QList<SqlValue> arguments;
};

/// One session with the server. Lives and dies on the thread that opens it. Everything it sends is
/// one simple-protocol message; the number of messages is counted, since a desk's speed is its
/// round trips. Failures are thrown as SqlError. Server notices go to the log category
/// "clinicdesk.server".
class Connection
{
public:
    explicit Connection(ConnectionSettings settings);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// Opens, checks standard_conforming_strings, sets zone UTC, search_path, timeouts, desk;
    /// throws SqlError.
    void open();
    void close();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const ConnectionSettings &settings() const { return m_settings; }

    /// Sends the calls as one message, optionally after BEGIN, and returns each call's rows.
    /// Statements not yet prepared on this session are prepared first, in one message of their own.
    /// Reads every result to the end; an error in any statement is thrown with its index (BEGIN not
    /// counted).
    QList<Rows> send(const QList<Call> &calls, bool begin = false);
    /// Runs SQL text of our own files (migrations, bootstrap) as one message and returns the rows
    /// of every statement; never takes user text.
    QList<Rows> runScript(const QString &sql);
    /// Asks for the outcome: true only after the server said so. Throws SqlError; `connectionLost`
    /// there means the outcome is unknown.
    void commit();
    /// Never throws; a lost connection is already rolled back.
    void rollback() noexcept;

    [[nodiscard]] qint64 messagesSent() const { return m_messages; }
    /// How often it was opened: a change means that a new session took the old one's place.
    [[nodiscard]] qint64 timesOpened() const { return m_opened; }
    [[nodiscard]] QSqlDatabase database() const { return m_database; }

private:
    void prepareMissing(const QList<Call> &calls);
    void configureSession();
    QList<Rows> exchange(const QByteArray &message, int expectedResults, int firstIndex);
    [[nodiscard]] SqlError failureOf(const QSqlQuery &query);
    void requireOpen() const;

    ConnectionSettings m_settings;
    QString m_name;
    QSqlDatabase m_database;
    QHash<QByteArray, QByteArray> m_prepared; ///< name -> SQL; names are unique in the program
    qint64 m_messages = 0;
    qint64 m_opened = 0;
    bool m_lost = false;
};

} // namespace ClinicDesk
