#pragma once

#include "database/ConnectionSettings.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace ClinicDesk {

/// Dumps a private server's database once a day into a folder, as dumpDatabase() does, on a thread
/// of the pool. Looks a minute after it was made, then every ten minutes, so that a computer that
/// is switched off at night has its backup too. A failure is in the log and is tried again. Lives
/// on its creator's thread, which needs an event loop.
class DailyBackup final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DailyBackup)
public:
    DailyBackup(ConnectionSettings settings, QString folder, QObject *parent = nullptr);

    /// Begins a dump when the newest of this database is a day old or there is none, and none is
    /// under way; finished() follows.
    bool startIfDue();

Q_SIGNALS:
    void finished(bool done);

private:
    [[nodiscard]] bool isDue() const;

    ConnectionSettings m_settings;
    QString m_folder;
    QTimer m_timer;
    QFutureWatcher<bool> m_dump;
};

} // namespace ClinicDesk
