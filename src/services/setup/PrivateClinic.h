#pragma once

#include "database/ConnectionSettings.h"
#include "domain/Result.h"

#include <QCoroTask>

#include <QFuture>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace ClinicDesk {

class DailyBackup;
class PrivateServer;

/// How to reach a private clinic that runs.
struct PrivateAddress
{
    QString port; ///< on 127.0.0.1
    /// The cluster's superuser, the program's own: for setting up, never for a person. Empty where
    /// another program runs the server.
    ConnectionSettings superuser;
};

/// The clinic kept on this computer: its server runs as long as this object lives, on a thread of
/// its own, and is taken over where it still runs. While it runs it is dumped once a day into
/// `backups` in its folder. Lives on the caller's thread.
class PrivateClinic final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrivateClinic)
public:
    static QString databaseName();
    /// Where a private clinic is kept unless told otherwise.
    static QString defaultFolder();

    explicit PrivateClinic(QObject *parent = nullptr);
    ~PrivateClinic() override; ///< stops the server

    /// Runs the server of `folder`, or finds the one that another program runs. Unreachable as
    /// PrivateServer::start().
    QCoro::Task<Result<PrivateAddress>> start(QString folder);

    /// The steps of making one, in this order; remove() undoes all of them. A folder that holds
    /// anything but the rest of an interrupted creation is refused with the rule "not_empty".
    QCoro::Task<Result<bool>> create(QString folder);
    QCoro::Task<Result<bool>> makeTables();
    QCoro::Task<Result<bool>> addSampleData();
    QCoro::Task<Result<bool>> finish(); ///< from now on the folder is somebody's clinic
    QCoro::Task<Result<bool>> remove(QString folder);

private:
    template<typename T> QFuture<Result<T>> onThread(std::function<Result<T>()> work);
    [[nodiscard]] Result<PrivateAddress> startNow(const QString &folder);
    [[nodiscard]] Result<bool> createNow(const QString &folder);
    void removeNow(const QString &folder);
    void keepBackups();

    QThread m_thread;
    QObject *m_context; ///< lives on m_thread, as does the server
    std::unique_ptr<PrivateServer> m_server;
    std::unique_ptr<DailyBackup> m_backup; ///< as long as m_server runs; goes first
    QString m_folder; ///< of m_server
};

} // namespace ClinicDesk
