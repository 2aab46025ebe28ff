#include "app/SingleInstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int answerMs = 1000;

QString folder()
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? QDir::tempPath() : runtime;
}

QString nameOf(const QString &key)
{
    // Two people at one computer who share a temporary folder do not share a window.
    const QString whole = QDir::homePath() + u'\n' + key;
    const QByteArray hash
        = QCryptographicHash::hash(whole.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return folder() + u"/clinicdesk-"_s + QString::fromLatin1(hash);
}

} // namespace

SingleInstance::SingleInstance(const QString &key, QObject *parent)
    : QObject(parent)
    , m_name(nameOf(key))
    , m_lock(m_name + u".lock"_s)
{
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            caller->disconnectFromServer();
            Q_EMIT raiseRequested();
        }
    });
}

bool SingleInstance::claim()
{
    if (m_lock.tryLock(0)) {
        QLocalServer::removeServer(m_name);
        if (!m_server.listen(m_name))
            qWarning() << "a second start cannot raise this window:" << m_server.errorString();
        return true;
    }
    // A folder that cannot hold a lock must not keep a clinic from working.
    if (m_lock.error() != QLockFile::LockFailedError)
        return true;
    return !askFirst();
}

bool SingleInstance::askFirst() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    const bool answered = socket.waitForConnected(answerMs);
    if (answered && socket.state() != QLocalSocket::UnconnectedState)
        socket.waitForDisconnected(answerMs);
    return answered;
}

} // namespace ClinicDesk
