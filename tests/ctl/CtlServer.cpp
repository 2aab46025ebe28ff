#include "ctl/CtlServer.h"

#include "database/Connection.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

constexpr int waitMs = 120'000;

QProcessEnvironment withoutPostgres()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("PG"_L1))
            environment.remove(name);
    }
    return environment;
}

} // namespace

QString CtlRun::kind() const
{
    return error.value("kind"_L1).toString();
}

QJsonObject CtlRun::appointment() const
{
    return result.value("appointment"_L1).toObject();
}

CtlServer::CtlServer()
{
    // As root, the server's own user must be able to pass.
    QFile::setPermissions(m_folder.path(),
                          QFile::permissions(m_folder.path()) | QFile::ExeGroup | QFile::ExeOther
                              | QFile::ReadGroup | QFile::ReadOther);
    m_process.setProcessEnvironment(withoutPostgres());
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

CtlServer::~CtlServer()
{
    stop();
}

bool CtlServer::start()
{
    m_process.start(QStringLiteral(CLINICCTL),
                    {u"serve"_s, u"--data"_s, m_folder.filePath(u"clinic"_s)});
    QByteArray line;
    while (!line.endsWith('\n')) {
        if (!m_process.waitForReadyRead(waitMs))
            return false;
        line += m_process.readLine();
    }
    m_ready = QJsonDocument::fromJson(line).object();
    qputenv("PGPASSFILE", m_ready.value("passwordFile"_L1).toString().toUtf8());
    return !m_ready.isEmpty();
}

int CtlServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return -1;
    m_process.terminate();
    if (!m_process.waitForFinished(waitMs) || m_process.exitStatus() != QProcess::NormalExit)
        return -1;
    return m_process.exitCode();
}

QProcessEnvironment CtlServer::environment(const QString &login, const QString &database) const
{
    QProcessEnvironment environment = withoutPostgres();
    environment.insert(u"PGHOST"_s, m_ready.value("host"_L1).toString());
    environment.insert(u"PGPORT"_s, QString::number(m_ready.value("port"_L1).toInt()));
    environment.insert(u"PGDATABASE"_s,
                       database.isEmpty() ? m_ready.value("database"_L1).toString() : database);
    if (login.isEmpty()) {
        environment.insert(u"PGUSER"_s, m_ready.value("administrator"_L1).toString());
        environment.insert(u"PGPASSFILE"_s, m_ready.value("passwordFile"_L1).toString());
    } else {
        environment.insert(u"PGUSER"_s, login);
        environment.insert(u"PGPASSWORD"_s, password());
    }
    return environment;
}

std::unique_ptr<QProcess> CtlServer::begin(const QString &login, const QStringList &arguments,
                                           const QString &database) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment(login, database));
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(QStringLiteral(CLINICCTL), arguments + QStringList {u"--json"_s});
    return process;
}

CtlRun CtlServer::finished(QProcess &process)
{
    CtlRun run;
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(waitMs))
        return run;
    if (process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    run.output = QString::fromUtf8(process.readAllStandardOutput());
    run.messages = QString::fromUtf8(process.readAllStandardError());
    const QJsonObject object = QJsonDocument::fromJson(run.output.toUtf8()).object();
    run.result = object.value("result"_L1).toObject();
    run.error = object.value("error"_L1).toObject();
    return run;
}

CtlRun CtlServer::run(const QString &login, const QStringList &arguments,
                      const QString &database) const
{
    return finished(*begin(login, arguments, database));
}

bool CtlServer::ownerSql(const QString &sql, const QString &database) const
{
    ConnectionSettings settings;
    settings.host = m_ready.value("host"_L1).toString();
    settings.port = QString::number(m_ready.value("port"_L1).toInt());
    settings.database = database.isEmpty() ? m_ready.value("database"_L1).toString() : database;
    settings.user = m_ready.value("administrator"_L1).toString();
    settings.setRole = u"clinic_owner"_s;
    try {
        Connection connection(settings);
        connection.open();
        connection.runScript(sql);
        return true;
    } catch (const SqlError &error) {
        qWarning("%s", qUtf8Printable(error.message));
        return false;
    }
}

QString CtlServer::password()
{
    return u"correct horse"_s;
}

} // namespace ClinicDesk
