#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace ClinicDesk {

/// One window per person at the computer and key (database and name): whoever starts a second one
/// raises the first. A program that crashed leaves no lock behind.
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)
public:
    explicit SingleInstance(const QString &key, QObject *parent = nullptr);

    /// True if this program is the first; else the first one is asked to come forward.
    [[nodiscard]] bool claim();

Q_SIGNALS:
    /// A second program was started.
    void raiseRequested();

private:
    [[nodiscard]] bool askFirst() const;

    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace ClinicDesk
