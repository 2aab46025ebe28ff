#include "database/Connection.h"

#include "database/ConnectionProbe.h"
#include "database/Logging.h"

#include <QAtomicInteger>
#include <QMutex>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlResult>

#include <libpq-fe.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

QString uniqueName()
{
    static QAtomicInteger<quint64> counter;
    return u"clinicdesk-%1"_s.arg(counter.fetchAndAddRelaxed(1));
}

/// The pointer inside the QVariant that QPSQL hands out; nullptr for anything else. Qt versions
/// name the type by libpq's typedef or by the struct behind it.
template<typename T>
T *handle(const QVariant &variant, const char *typedefName, const char *structName)
{
    const char *name = variant.typeName();
    if (qstrcmp(name, typedefName) != 0 && qstrcmp(name, structName) != 0)
        return nullptr;
    return *static_cast<T *const *>(variant.constData());
}

PGconn *session(const QSqlDatabase &database)
{
    const QSqlDriver *driver = database.driver();
    return driver ? handle<PGconn>(driver->handle(), "PGconn*", "pg_conn*") : nullptr;
}

PGresult *resultOf(const QSqlQuery &query)
{
    const QSqlResult *result = query.result();
    return result ? handle<PGresult>(result->handle(), "PGresult*", "pg_result*") : nullptr;
}

void receiveNotice(void *, const PGresult *notice)
{
    const QByteArray state = PQresultErrorField(notice, PG_DIAG_SQLSTATE);
    const QByteArray text = PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY);
    qCInfo(lcServer) << "notice, SQLSTATE" << state;
    qCDebug(lcServer) << text;
}

/// An instant as a session in UTC writes it, "2026-11-24 09:07:00.311+00"; nothing for what has no
/// such form, like infinity or a year before Christ.
std::optional<QDateTime> instantOf(QByteArrayView text)
{
    constexpr qsizetype secondsEnd = 19;
    if (text.size() < secondsEnd + 3 || text[4] != '-' || !text.endsWith("+00"))
        return std::nullopt;
    bool ok = true;
    const auto number = [&](qsizetype from, qsizetype length) {
        bool isNumber = false;
        const int value = text.sliced(from, length).toInt(&isNumber);
        ok = ok && isNumber;
        return value;
    };
    const QByteArrayView fraction = text.sliced(secondsEnd).chopped(3);
    double milliseconds = 0;
    if (!fraction.isEmpty()) {
        bool isNumber = false;
        milliseconds = fraction.toDouble(&isNumber) * 1000;
        ok = ok && isNumber;
    }
    const QDate day(number(0, 4), number(5, 2), number(8, 2));
    const QTime time(number(11, 2), number(14, 2), number(17, 2),
                     std::min(999, qRound(milliseconds)));
    if (!ok || !day.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(day, time, Qt::UTC);
}

/// QPSQL makes local times of instants, and Qt asks the system for its zone each time: three
/// quarters of what reading a day took.
QVariant valueOf(const QSqlQuery &query, const PGresult *result, int column)
{
    constexpr Oid timestamptz = 1184;
    const int row = query.at();
    if (result && PQftype(result, column) == timestamptz && row < PQntuples(result)
        && PQgetisnull(result, row, column) == 0) {
        if (const auto instant = instantOf(PQgetvalue(result, row, column)))
            return *instant;
    }
    return query.value(column);
}

/// Column count comes from libpq: QSqlQuery::record() would ask the server for it.
Rows readRows(QSqlQuery &query)
{
    Rows rows;
    const PGresult *result = resultOf(query);
    const int columns = result ? PQnfields(result) : 0;
    auto names = std::make_shared<ColumnNames>();
    for (int column = 0; column < columns; ++column)
        names->insert(PQfname(result, column), column);
    while (query.isSelect() && query.next()) {
        QList<QVariant> values;
        values.reserve(columns);
        for (int column = 0; column < columns; ++column)
            values.append(valueOf(query, result, column));
        rows.append(Row(std::move(values), names));
    }
    return rows;
}

SqlError lostConnection()
{
    SqlError error;
    error.connectionLost = true;
    error.message = u"not connected"_s;
    return error;
}

QString withoutControls(QString text)
{
    text.removeIf([](QChar character) { return !character.isPrint() || character.isSurrogate(); });
    return text;
}

QByteArray sessionSetting(const char *name, const QString &value)
{
    return ", set_config('" + QByteArray(name) + "', " + SqlValue(value).literal() + ", false)";
}

} // namespace

Connection::Connection(ConnectionSettings settings)
    : m_settings(std::move(settings))
    , m_name(uniqueName())
{
}

Connection::~Connection()
{
    close();
}

void Connection::open()
{
    close();
    {
        // Connections opened in parallel can hang in Qt before 6.5.3.
        static QMutex oneAtATime;
        const QMutexLocker lock(&oneAtATime);
        m_database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
        m_database.setNumericalPrecisionPolicy(QSql::HighPrecision);
        m_database.setHostName(m_settings.host);
        m_database.setDatabaseName(m_settings.database);
        m_database.setUserName(m_settings.user);
        m_database.setPassword(m_settings.password);
        m_database.setConnectOptions(m_settings.connectOptions());
        if (!m_database.open()) {
            close();
            throw whyNotConnected(m_settings);
        }
    }
    m_lost = false;
    ++m_opened;
    if (PGconn *connection = session(m_database))
        PQsetNoticeReceiver(connection, receiveNotice, nullptr);
    try {
        configureSession();
    } catch (const SqlError &) {
        close();
        throw;
    }
}

void Connection::configureSession()
{
    const bool isMigration = !m_settings.setRole.isEmpty();
    const int timeout = isMigration ? 0 : m_settings.statementTimeoutMs;
    QByteArray message = "SELECT current_setting('standard_conforming_strings')";
    message += sessionSetting("TimeZone", u"UTC"_s);
    message += sessionSetting("search_path", u"app, ext"_s);
    message += sessionSetting("lock_timeout", u"2s"_s);
    message += sessionSetting("statement_timeout", QString::number(timeout));
    message += sessionSetting("idle_in_transaction_session_timeout", u"10s"_s);
    message += sessionSetting("client_min_messages", u"warning"_s);
    message += sessionSetting("clinic.desk", withoutControls(m_settings.deskName));
    message += sessionSetting("clinic.desk_id", withoutControls(m_settings.deskId));
    if (isMigration) {
        QByteArray role = m_settings.setRole.toUtf8();
        message += ";SET ROLE \"" + role.replace('"', "\"\"") + '"';
    }
    const QList<Rows> results = exchange(message, isMigration ? 2 : 1, 0);
    if (results.at(0).at(0).get<QString>(0) != "on"_L1) {
        SqlError error;
        error.sqlState = u"55000"_s;
        error.message = u"standard_conforming_strings is off"_s;
        throw error;
    }
}

void Connection::close()
{
    m_prepared.clear();
    m_lost = true;
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

bool Connection::isOpen() const
{
    if (m_lost || !m_database.isOpen())
        return false;
    const PGconn *connection = session(m_database);
    return connection && PQstatus(connection) == CONNECTION_OK;
}

QList<Rows> Connection::send(const QList<Call> &calls, bool begin)
{
    requireOpen();
    prepareMissing(calls);
    QByteArray message = begin ? "BEGIN" : "";
    for (const Call &call : calls) {
        if (!message.isEmpty())
            message += ';';
        message += QByteArrayView("EXECUTE ");
        message += call.statement->name;
        char separator = '(';
        for (const SqlValue &argument : call.arguments) {
            message += separator;
            message += argument.literal();
            separator = ',';
        }
        if (separator == ',')
            message += ')';
    }
    QList<Rows> results
        = exchange(message, static_cast<int>(calls.size()) + (begin ? 1 : 0), begin ? -1 : 0);
    if (begin)
        results.removeFirst();
    return results;
}

void Connection::prepareMissing(const QList<Call> &calls)
{
    QList<const Statement *> missing;
    QHash<QByteArray, QByteArray> known = m_prepared;
    for (const Call &call : calls) {
        const QByteArray name = call.statement->name;
        const auto found = known.constFind(name);
        if (found != known.cend() && *found != call.statement->sql)
            throw std::logic_error("two statements are named " + name.toStdString());
        if (found == known.cend()) {
            missing.append(call.statement);
            known.insert(name, call.statement->sql);
        }
    }
    if (missing.isEmpty())
        return;

    QByteArray message;
    for (const Statement *statement : std::as_const(missing)) {
        const bool hasTypes = *statement->types != '\0';
        message += QByteArray("PREPARE ") + statement->name + (hasTypes ? "(" : "")
            + statement->types + (hasTypes ? ")" : "") + " AS " + statement->sql + ';';
    }
    try {
        exchange(message, static_cast<int>(missing.size()), 0);
    } catch (const SqlError &error) {
        // PREPARE is not transactional: those before the failing one stay.
        for (int i = 0; i < error.statementIndex; ++i)
            m_prepared.insert(missing.at(i)->name, missing.at(i)->sql);
        throw;
    }
    m_prepared = known;
}

QList<Rows> Connection::runScript(const QString &sql)
{
    requireOpen();
    return exchange(sql.toUtf8(), -1, 0);
}

/// `expectedResults` < 0: as many as come.
QList<Rows> Connection::exchange(const QByteArray &message, int expectedResults, int firstIndex)
{
    ++m_messages;
    QSqlQuery query(m_database);
    QList<Rows> results;
    // exec() tells of the first statement only; a later one's failure shows when its turn comes.
    const bool started = query.exec(QString::fromUtf8(message));
    for (bool more = started; more;) {
        results.append(readRows(query));
        more = query.nextResult();
    }
    const bool failed = !started || query.lastError().isValid();
    if (failed || (expectedResults >= 0 && results.size() != expectedResults)) {
        SqlError error = failureOf(query);
        error.statementIndex = static_cast<int>(results.size()) + firstIndex;
        throw error;
    }
    return results;
}

SqlError Connection::failureOf(const QSqlQuery &query)
{
    SqlError error;
    error.sqlState = query.lastError().nativeErrorCode();
    error.message = query.lastError().driverText();
    if (const PGresult *result = resultOf(query)) {
        const auto field
            = [result](int code) { return QString::fromUtf8(PQresultErrorField(result, code)); };
        error.constraint = field(PG_DIAG_CONSTRAINT_NAME);
        error.column = field(PG_DIAG_COLUMN_NAME);
        error.overridable = field(PG_DIAG_DATATYPE_NAME);
        error.message = field(PG_DIAG_MESSAGE_PRIMARY);
        // A FATAL or PANIC report is the session's last word, whatever its code.
        const QString severity = field(PG_DIAG_SEVERITY_NONLOCALIZED);
        m_lost = m_lost || severity == "FATAL"_L1 || severity == "PANIC"_L1;
    }
    m_lost = m_lost || !isOpen();
    error.connectionLost = m_lost;
    if (m_lost)
        qCInfo(lcDatabase) << "connection lost, SQLSTATE" << error.sqlState;
    else
        qCDebug(lcDatabase) << "SQLSTATE" << error.sqlState << "constraint" << error.constraint;
    return error;
}

void Connection::requireOpen() const
{
    if (!isOpen())
        throw lostConnection();
}

void Connection::commit()
{
    requireOpen();
    ++m_messages;
    // Only QSqlDatabase::commit() tells a commit from the ROLLBACK an aborted transaction gets.
    if (m_database.commit())
        return;
    SqlError error;
    error.sqlState = m_database.lastError().nativeErrorCode();
    error.message = u"COMMIT failed"_s;
    m_lost = m_lost || !isOpen() || isUnreachable(error);
    error.connectionLost = m_lost;
    throw error;
}

void Connection::rollback() noexcept
{
    if (!isOpen() || PQtransactionStatus(session(m_database)) == PQTRANS_IDLE)
        return;
    ++m_messages;
    if (!m_database.rollback())
        close(); // in an unknown state: the server rolls back what it loses
}

} // namespace ClinicDesk
