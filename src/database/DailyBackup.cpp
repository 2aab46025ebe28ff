#include "database/DailyBackup.h"

#include "database/Backup.h"
#include "database/Logging.h"

#include <QDateTime>
#include <QDir>
#include <QPromise>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

DailyBackup::DailyBackup(ConnectionSettings settings, QString folder, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_folder(std::move(folder))
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_timer.setInterval(10min);
        startIfDue();
    });
    m_timer.start(1min);
    connect(&m_dump, &QFutureWatcherBase::finished, this,
            [this] { Q_EMIT finished(m_dump.result()); });
}

bool DailyBackup::startIfDue()
{
    if (m_dump.isRunning() || !isDue())
        return false;
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    m_dump.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, settings = m_settings, folder = m_folder] {
        const Result<bool> done = dumpDatabase(settings, folder);
        if (!done)
            qCWarning(lcDatabase).noquote() << "the daily backup failed:" << done.error().rule;
        promise->addResult(done.has_value());
        promise->finish();
    });
    return true;
}

bool DailyBackup::isDue() const
{
    const QFileInfoList dumps = QDir(m_folder).entryInfoList(
        {u"clinicdesk-%1-*.dump"_s.arg(m_settings.database)}, QDir::Files, QDir::Time);
    return dumps.isEmpty()
        || dumps.constFirst().lastModified().secsTo(QDateTime::currentDateTime()) >= 24 * 3600;
}

} // namespace ClinicDesk
