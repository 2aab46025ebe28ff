#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace ClinicDesk {

/// Runs `work` on a thread of the program's pool and hands its answer to `then` on the GUI thread,
/// unless `owner` is gone by then. The program's end waits for it.
template<typename Work, typename Then> void aside(QObject *owner, Work work, Then then)
{
    QThreadPool::globalInstance()->start([self = QPointer<QObject>(owner), work, then] {
        const auto answer = work();
        QMetaObject::invokeMethod(qApp, [self, then, answer] {
            if (self)
                then(answer);
        });
    });
}

} // namespace ClinicDesk
