#pragma once

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

namespace ClinicDesk {

/// Runs the event loop until `condition` holds; it is asked whenever the loop has nothing left to
/// do, so an answer costs no polling interval. False when `limit` passed first.
template<typename Condition>
[[nodiscard]] bool waitUntil(Condition condition,
                             std::chrono::milliseconds limit = std::chrono::seconds(30))
{
    // What was to be deleted outside of every loop would wait for the outermost one, which a test
    // has not.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    if (condition())
        return true;
    bool holds = false;
    QEventLoop loop;
    QTimer::singleShot(limit, &loop, &QEventLoop::quit);
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock,
                     &loop, [&] {
                         holds = holds || condition();
                         if (holds)
                             loop.quit();
                     });
    loop.exec();
    return holds || condition();
}

} // namespace ClinicDesk
