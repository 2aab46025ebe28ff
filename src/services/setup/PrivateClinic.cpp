#include "services/setup/PrivateClinic.h"

#include "database/ClinicBootstrap.h"
#include "database/DailyBackup.h"
#include "database/PrivateServer.h"
#include "services/Answer.h"
#include "services/demo/DemoData.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QStandardPaths>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QString unfinishedMark(const QString &folder)
{
    return folder + u"/setup-unfinished"_s;
}

PrivateServer::Options optionsFor(const QString &folder)
{
    PrivateServer::Options options;
    options.dataFolder = folder;
    options.endWithStarter = true;
    return options;
}

bool isEmptyOrMissing(const QString &folder)
{
    return QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System
                                | QDir::NoDotAndDotDot);
}

Result<bool> refusal(const QString &rule)
{
    return unexpected(Error::of(ErrorKind::Unreachable, rule));
}

} // namespace

QString PrivateClinic::databaseName()
{
    return u"clinic"_s;
}

QString PrivateClinic::defaultFolder()
{
    // The server's user may not pass through root's own folder.
    if (::geteuid() == 0)
        return u"/var/lib/clinicdesk"_s;
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/clinic"_s;
}

PrivateClinic::PrivateClinic(QObject *parent)
    : QObject(parent)
    , m_context(new QObject)
{
    m_thread.setObjectName(u"private server"_s);
    m_context->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
}

PrivateClinic::~PrivateClinic()
{
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            m_backup.reset();
            m_server.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

template<typename T> QFuture<Result<T>> PrivateClinic::onThread(std::function<Result<T>()> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    QMetaObject::invokeMethod(
        m_context,
        [promise, work = std::move(work)] {
            promise->addResult(work());
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

QCoro::Task<Result<PrivateAddress>> PrivateClinic::start(QString folder)
{
    return answer(onThread<PrivateAddress>([this, folder] { return startNow(folder); }));
}

QCoro::Task<Result<bool>> PrivateClinic::create(QString folder)
{
    return answer(onThread<bool>([this, folder] { return createNow(folder); }));
}

QCoro::Task<Result<bool>> PrivateClinic::makeTables()
{
    return answer(onThread<bool>([this] {
        return ClinicBootstrap::bootstrap(m_server->administratorSettings(u"postgres"_s),
                                          databaseName());
    }));
}

QCoro::Task<Result<bool>> PrivateClinic::addSampleData()
{
    return answer(onThread<bool>([this]() -> Result<bool> {
        const Result<DemoSummary> made
            = DemoData::load(m_server->administratorSettings(databaseName()), DemoOptions(),
                             [](const QString &, qint64, qint64) {});
        if (!made)
            return unexpected(made.error());
        return true;
    }));
}

QCoro::Task<Result<bool>> PrivateClinic::finish()
{
    return answer(onThread<bool>([this]() -> Result<bool> {
        if (!QFile::remove(unfinishedMark(m_folder)))
            return refusal(u"folder"_s);
        keepBackups();
        return true;
    }));
}

QCoro::Task<Result<bool>> PrivateClinic::remove(QString folder)
{
    return answer(onThread<bool>([this, folder]() -> Result<bool> {
        removeNow(folder);
        return true;
    }));
}

Result<PrivateAddress> PrivateClinic::startNow(const QString &folder)
{
    if (!m_server || m_folder != folder) {
        m_backup.reset();
        m_server = std::make_unique<PrivateServer>(optionsFor(folder));
    }
    m_folder = folder;
    const Result<bool> started = m_server->start();
    if (started) {
        if (!QFile::exists(unfinishedMark(folder)))
            keepBackups();
        return PrivateAddress {QString::number(m_server->port()),
                               m_server->administratorSettings(databaseName())};
    }
    const int port = PrivateServer::rememberedPort(folder);
    if (started.error().rule == u"in_use" && port > 0)
        return PrivateAddress {QString::number(port), {}};
    return unexpected(started.error());
}

Result<bool> PrivateClinic::createNow(const QString &folder)
{
    if (QFile::exists(unfinishedMark(folder)))
        removeNow(folder);
    if (!isEmptyOrMissing(folder))
        return refusal(u"not_empty"_s);
    if (!QDir().mkpath(folder))
        return refusal(u"folder"_s);
    QFile mark(unfinishedMark(folder));
    if (!mark.open(QIODevice::WriteOnly))
        return refusal(u"folder"_s);
    m_backup.reset();
    m_server = std::make_unique<PrivateServer>(optionsFor(folder));
    m_folder = folder;
    return m_server->create();
}

void PrivateClinic::keepBackups()
{
    m_backup = std::make_unique<DailyBackup>(m_server->administratorSettings(databaseName()),
                                             m_folder + u"/backups"_s);
}

void PrivateClinic::removeNow(const QString &folder)
{
    if (!QFile::exists(unfinishedMark(folder)))
        return;
    // One that outlived an interrupted creation is taken over first, and ends with this.
    if (!m_server && QFileInfo(folder + u"/cluster/postmaster.pid"_s).exists()) {
        m_server = std::make_unique<PrivateServer>(optionsFor(folder));
        (void)m_server->start();
    }
    m_backup.reset();
    m_server.reset();
    m_folder.clear();
    if (!QDir(folder).removeRecursively())
        qWarning() << "what was made could not be removed:" << folder;
}

} // namespace ClinicDesk
