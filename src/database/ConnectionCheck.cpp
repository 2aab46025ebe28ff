#include "database/ConnectionCheck.h"

#include "database/Connection.h"
#include "database/MigrationRunner.h"
#include "database/SqlError.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QHostInfo>
#include <QLocalSocket>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int stepMs = 3000;
constexpr int tolerableSeconds = 60;
constexpr int standardPort = 5432;

const Statement serverTime {"check_time", "", "SELECT clock_timestamp()"};

ProbeStep ok(ProbeStep::Step step)
{
    return {step, ProbeStep::Ok, {}, 0};
}

ProbeStep skipped(ProbeStep::Step step)
{
    return {step, ProbeStep::Skipped, {}, 0};
}

ProbeStep failed(ProbeStep::Step step, const QString &code)
{
    return {step, ProbeStep::Failed, code, 0};
}

QString codeOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return u"refused"_s;
    case QAbstractSocket::SocketTimeoutError:
        return u"timeout"_s;
    default:
        return u"no_route"_s;
    }
}

QString codeOf(const SqlError &error)
{
    static const QMap<QString, QString> codes {
        {u"28P01"_s, u"wrong_password"_s},       {u"28000"_s, u"wrong_password"_s},
        {u"3D000"_s, u"no_such_database"_s},     {u"42501"_s, u"not_permitted"_s},
        {u"53300"_s, u"too_many_connections"_s}, {u"57P03"_s, u"starting"_s},
    };
    if (error.constraint == u"tls"_s)
        return u"wrong_certificate"_s;
    return codes.value(error.sqlState, error.sqlState.isEmpty() ? u"unreachable"_s : u"sign_in"_s);
}

/// What libpq asks before it speaks TLS: length 8, code 80877103.
QByteArray sslRequest()
{
    return QByteArray::fromHex("0000000804d2162f");
}

/// libpq's own default where the settings name no authority.
QString rootCertificateFile(const ConnectionSettings &settings)
{
    return settings.sslRootCert.isEmpty() ? QDir::homePath() + u"/.postgresql/root.crt"_s
                                          : settings.sslRootCert;
}

bool verifies(const ConnectionSettings &settings)
{
    return settings.sslMode.startsWith(u"verify-"_s)
        || QFile::exists(rootCertificateFile(settings));
}

} // namespace

ConnectionCheck::ConnectionCheck(ConnectionSettings settings)
    : m_settings(std::move(settings))
{
}

QList<ProbeStep> ConnectionCheck::run(const std::function<void(const ProbeStep &)> &onStep,
                                      const std::atomic_bool &cancelled)
{
    QList<ProbeStep> steps;
    bool goOn = true;
    for (const ProbeStep::Step step : {ProbeStep::Name, ProbeStep::Port, ProbeStep::Tls,
                                       ProbeStep::SignIn, ProbeStep::Schema, ProbeStep::Clock}) {
        const ProbeStep result = goOn && !cancelled ? check(step) : skipped(step);
        goOn = goOn && !cancelled && result.outcome != ProbeStep::Failed;
        steps.append(result);
        if (onStep)
            onStep(result);
    }
    return steps;
}

ProbeStep ConnectionCheck::check(ProbeStep::Step step)
{
    switch (step) {
    case ProbeStep::Name:
        return isLocal() ? skipped(step) : checkName();
    case ProbeStep::Port:
        return isLocal() ? checkLocalSocket() : checkPort();
    case ProbeStep::Tls:
        return isLocal() || m_settings.sslMode == u"disable"_s ? skipped(step) : checkTls();
    case ProbeStep::SignIn:
        return checkSession();
    case ProbeStep::Schema:
        return checkSchema();
    case ProbeStep::Clock:
        return checkClock();
    }
    Q_UNREACHABLE();
}

QList<ConnectionCheck::Endpoint> ConnectionCheck::endpoints() const
{
    const QStringList hosts = m_settings.host.split(u',');
    const QStringList ports = m_settings.port.split(u',');
    QList<Endpoint> endpoints;
    for (qsizetype index = 0; index < hosts.size(); ++index) {
        // One port stands for every host, as in libpq.
        const int port = ports.value(ports.size() == 1 ? 0 : index).toInt();
        endpoints.append({hosts.at(index).trimmed(), port > 0 ? port : standardPort});
    }
    return endpoints;
}

bool ConnectionCheck::isLocal() const
{
    return m_settings.host.isEmpty() || m_settings.host.startsWith(u'/');
}

ProbeStep ConnectionCheck::checkName()
{
    const QList<Endpoint> all = endpoints();
    for (const Endpoint &endpoint : all) {
        if (!QHostAddress(endpoint.host).isNull()
            || !QHostInfo::fromName(endpoint.host).addresses().isEmpty())
            return ok(ProbeStep::Name);
    }
    return failed(ProbeStep::Name, u"no_such_host"_s);
}

ProbeStep ConnectionCheck::checkPort()
{
    QString code;
    const QList<Endpoint> all = endpoints();
    for (const Endpoint &endpoint : all) {
        QTcpSocket socket;
        socket.connectToHost(endpoint.host, static_cast<quint16>(endpoint.port));
        if (socket.waitForConnected(stepMs)) {
            m_reached = endpoint;
            return ok(ProbeStep::Port);
        }
        if (code.isEmpty())
            code = codeOf(socket.error());
    }
    return failed(ProbeStep::Port, code);
}

ProbeStep ConnectionCheck::checkLocalSocket() const
{
    if (m_settings.host.isEmpty())
        return skipped(ProbeStep::Port);
    QLocalSocket socket;
    socket.connectToServer(
        u"%1/.s.PGSQL.%2"_s.arg(m_settings.host).arg(endpoints().constFirst().port));
    return socket.waitForConnected(stepMs) ? ok(ProbeStep::Port)
                                           : failed(ProbeStep::Port, u"refused"_s);
}

ProbeStep ConnectionCheck::checkTls() const
{
    QSslSocket socket;
    socket.connectToHost(m_reached.host, static_cast<quint16>(m_reached.port));
    if (!socket.waitForConnected(stepMs))
        return failed(ProbeStep::Tls, codeOf(socket.error()));
    socket.write(sslRequest());
    if (!socket.waitForReadyRead(stepMs))
        return failed(ProbeStep::Tls, u"timeout"_s);
    const QByteArray answer = socket.read(1);
    const bool isRequired
        = m_settings.sslMode == u"require"_s || m_settings.sslMode.startsWith(u"verify-"_s);
    if (answer == "N")
        return {ProbeStep::Tls, isRequired ? ProbeStep::Failed : ProbeStep::Warning,
                u"tls_not_offered"_s, 0};
    if (answer != "S")
        return failed(ProbeStep::Tls, u"not_postgresql"_s);

    QSslConfiguration configuration = socket.sslConfiguration();
    configuration.setPeerVerifyMode(verifies(m_settings) ? QSslSocket::VerifyPeer
                                                         : QSslSocket::VerifyNone);
    configuration.setCaCertificates(QSslCertificate::fromPath(rootCertificateFile(m_settings)));
    socket.setSslConfiguration(configuration);
    // Only verify-full asks whose certificate it is; the others ask who signed it.
    if (m_settings.sslMode != u"verify-full"_s) {
        QObject::connect(
            &socket, &QSslSocket::sslErrors, &socket, [&socket](const QList<QSslError> &errors) {
                const bool onlyTheName
                    = std::all_of(errors.cbegin(), errors.cend(), [](const QSslError &error) {
                          return error.error() == QSslError::HostNameMismatch;
                      });
                if (onlyTheName)
                    socket.ignoreSslErrors(errors);
            });
    }
    socket.startClientEncryption();
    return socket.waitForEncrypted(stepMs) ? ok(ProbeStep::Tls)
                                           : failed(ProbeStep::Tls, u"wrong_certificate"_s);
}

ProbeStep ConnectionCheck::checkSession()
{
    try {
        Connection connection(m_settings);
        connection.open();
        const QDateTime now
            = connection.send({{&serverTime, {}}}).constFirst().constFirst().get<QDateTime>(0);
        m_secondsAhead = static_cast<int>(QDateTime::currentDateTimeUtc().secsTo(now));
        const Result<int> schema = MigrationRunner(connection).check();
        if (!schema) {
            const ErrorKind kind = schema.error().kind;
            const auto *details = schema.error().as<SchemaDetails>();
            m_schemaCode = kind == ErrorKind::ProgramTooOld ? u"schema_too_new"_s
                : kind == ErrorKind::ProgramTooNew && details && details->database > 0
                ? u"schema_too_old"_s
                : u"no_schema"_s;
        }
        return ok(ProbeStep::SignIn);
    } catch (const SqlError &error) {
        return failed(ProbeStep::SignIn, codeOf(error));
    }
}

ProbeStep ConnectionCheck::checkSchema() const
{
    return m_schemaCode.isEmpty() ? ok(ProbeStep::Schema) : failed(ProbeStep::Schema, m_schemaCode);
}

ProbeStep ConnectionCheck::checkClock() const
{
    const int ahead = m_secondsAhead.value_or(0);
    if (std::abs(ahead) <= tolerableSeconds)
        return ok(ProbeStep::Clock);
    return {ProbeStep::Clock, ProbeStep::Warning, u"clock_off"_s, ahead};
}

} // namespace ClinicDesk
