#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace ClinicDesk {

/// How one run of the program ended.
struct CtlRun
{
    int exitCode = -1; ///< -1: crashed or did not end
    QJsonObject result;
    QJsonObject error;
    QString output; ///< stdout
    QString messages; ///< stderr

    [[nodiscard]] QString kind() const;
    [[nodiscard]] QJsonObject appointment() const;
};

/// A `clinicctl serve` of its own in a temporary folder, and runs of the real program against it.
class CtlServer
{
public:
    CtlServer();
    ~CtlServer(); ///< ends it
    Q_DISABLE_COPY_MOVE(CtlServer)

    /// Starts the server (again) and waits for its line.
    bool start();
    /// SIGTERM; the exit code.
    int stop();
    [[nodiscard]] const QJsonObject &ready() const { return m_ready; }

    /// Runs with --json as this login, or as the administrator for an empty one.
    CtlRun run(const QString &login, const QStringList &arguments,
               const QString &database = {}) const;
    /// Starts such a run and does not wait.
    std::unique_ptr<QProcess> begin(const QString &login, const QStringList &arguments,
                                    const QString &database = {}) const;
    static CtlRun finished(QProcess &process);
    /// As clinic_owner; whether it worked.
    [[nodiscard]] bool ownerSql(const QString &sql, const QString &database = {}) const;

    static QString password(); ///< of every demo login

private:
    [[nodiscard]] QProcessEnvironment environment(const QString &login,
                                                  const QString &database) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    QJsonObject m_ready;
};

} // namespace ClinicDesk
