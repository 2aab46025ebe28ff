#include "app/BusyCursor.h"

#include "database/DatabaseExecutor.h"

#include <QCursor>
#include <QGuiApplication>

using namespace std::chrono_literals;

namespace ClinicDesk {

BusyCursor::BusyCursor(DatabaseExecutor &executor, QObject *parent)
    : QObject(parent)
    , m_executor(executor)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(500ms);
    connect(&m_patience, &QTimer::timeout, this, [this] { setShown(m_executor.isBusy()); });
    // Told from two threads: here, in the order in which they come.
    connect(&executor, &DatabaseExecutor::busyChanged, this, &BusyCursor::settle,
            Qt::QueuedConnection);
}

BusyCursor::~BusyCursor()
{
    setShown(false);
}

void BusyCursor::settle()
{
    if (!m_executor.isBusy()) {
        m_patience.stop();
        setShown(false);
    } else if (!m_shown && !m_patience.isActive()) {
        m_patience.start();
    }
}

void BusyCursor::setShown(bool shown)
{
    if (std::exchange(m_shown, shown) == shown)
        return;
    if (shown)
        QGuiApplication::setOverrideCursor(QCursor(Qt::BusyCursor));
    else
        QGuiApplication::restoreOverrideCursor();
}

} // namespace ClinicDesk
