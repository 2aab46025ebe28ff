#include "support/WireProxy.h"

#include <QtEndian>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

namespace ClinicDesk {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int idleWaitMs = 10; ///< how late a command may be seen

sockaddr_in loopback(int port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<quint16>(port));
    return address;
}

void withoutNagle(int descriptor)
{
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

void sendAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t now = send(descriptor, bytes.constData() + sent,
                                 static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (now <= 0)
            return;
        sent += now;
    }
}

QByteArray receive(int descriptor)
{
    QByteArray bytes(65536, Qt::Uninitialized);
    const ssize_t size = recv(descriptor, bytes.data(), static_cast<size_t>(bytes.size()), 0);
    bytes.truncate(std::max<ssize_t>(size, 0));
    return bytes;
}

/// SSLRequest, GSSENCRequest and CancelRequest come in place of, or before, the real start-up
/// packet.
bool isRequestCode(quint32 code)
{
    return code >= 80877102 && code <= 80877104;
}

} // namespace

WireProxy::WireProxy(int serverPort)
    : m_serverPort(serverPort)
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto *raw = reinterpret_cast<sockaddr *>(&address);
    if (m_listener < 0 || bind(m_listener, raw, size) != 0 || listen(m_listener, 64) != 0
        || getsockname(m_listener, raw, &size) != 0)
        throw std::runtime_error("no port for the proxy");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { loop(); });
}

WireProxy::~WireProxy()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_thread.join();
    for (Session &session : m_sessions)
        closeSession(session);
    ::close(m_listener);
}

int WireProxy::messages() const
{
    const std::scoped_lock lock(m_mutex);
    return m_count;
}

QList<QByteArray> WireProxy::queries() const
{
    const std::scoped_lock lock(m_mutex);
    return m_queries;
}

void WireProxy::resetCount()
{
    const std::scoped_lock lock(m_mutex);
    m_count = 0;
    m_queries.clear();
    m_cuts.clear();
}

void WireProxy::setDelay(std::chrono::milliseconds delay)
{
    const std::scoped_lock lock(m_mutex);
    m_delay = delay;
}

void WireProxy::cutBefore(int n)
{
    const std::scoped_lock lock(m_mutex);
    m_cuts[n] = Cut::Before;
}

void WireProxy::cutAfter(int n)
{
    const std::scoped_lock lock(m_mutex);
    m_cuts[n] = Cut::After;
}

void WireProxy::holdBack(int n)
{
    const std::scoped_lock lock(m_mutex);
    m_cuts[n] = Cut::HoldBack;
}

void WireProxy::release()
{
    const std::scoped_lock lock(m_mutex);
    for (Session &session : m_sessions) {
        if (session.held.isEmpty())
            continue;
        session.toServer.push_back({std::exchange(session.held, {}), Clock::now()});
        session.dropAtAnswer = true;
    }
}

void WireProxy::setRefusing(bool refusing)
{
    const std::scoped_lock lock(m_mutex);
    m_refusing = refusing;
}

void WireProxy::endSessions()
{
    const std::scoped_lock lock(m_mutex);
    for (Session &session : m_sessions)
        session.ended = true;
}

void WireProxy::setSilent(bool silent)
{
    const std::scoped_lock lock(m_mutex);
    m_silent = silent;
}

void WireProxy::loop()
{
    for (;;) {
        std::vector<pollfd> descriptors {{m_listener, POLLIN, 0}};
        std::vector<Session *> owners;
        int wait = idleWaitMs;
        bool isSilent = false;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_stopping)
                return;
            isSilent = m_silent;
            for (Session &session : m_sessions) {
                descriptors.push_back({session.client, POLLIN, 0});
                descriptors.push_back({session.server, POLLIN, 0});
                owners.push_back(&session);
            }
            wait = waitMs();
        }
        if (isSilent) {
            poll(nullptr, 0, idleWaitMs);
            continue;
        }
        poll(descriptors.data(), descriptors.size(), wait);

        const std::scoped_lock lock(m_mutex);
        for (std::size_t i = 0; i < owners.size(); ++i) {
            if (descriptors.at(1 + 2 * i).revents != 0)
                readClient(*owners.at(i));
            if (descriptors.at(2 + 2 * i).revents != 0 && !owners.at(i)->ended)
                readServer(*owners.at(i));
        }
        if (descriptors.at(0).revents != 0)
            accept();
        for (Session &session : m_sessions) {
            deliver(session);
            if (session.ended)
                closeSession(session);
        }
        m_sessions.remove_if([](const Session &session) { return session.ended; });
    }
}

int WireProxy::waitMs() const
{
    qint64 wait = idleWaitMs;
    for (const Session &session : m_sessions) {
        for (const auto *queue : {&session.toServer, &session.toClient}) {
            if (!queue->empty())
                wait = std::min<qint64>(
                    wait,
                    std::chrono::ceil<std::chrono::milliseconds>(queue->front().due - Clock::now())
                        .count());
        }
    }
    return static_cast<int>(std::max<qint64>(wait, 0));
}

void WireProxy::accept()
{
    const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0)
        return;
    const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_serverPort);
    if (m_refusing
        || connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(client);
        ::close(server);
        return;
    }
    withoutNagle(client);
    withoutNagle(server);
    Session &session = m_sessions.emplace_back();
    session.client = client;
    session.server = server;
}

void WireProxy::readClient(Session &session)
{
    const QByteArray bytes = receive(session.client);
    session.ended = session.ended || bytes.isEmpty();
    session.partial += bytes;
    forwardMessages(session);
}

void WireProxy::forwardMessages(Session &session)
{
    while (!session.ended && session.held.isEmpty()) {
        const qsizetype typeSize = session.started ? 1 : 0;
        if (session.partial.size() < typeSize + 4)
            return;
        const qsizetype size
            = typeSize + qFromBigEndian<qint32>(session.partial.constData() + typeSize);
        if (session.partial.size() < size)
            return;
        const QByteArray message = session.partial.left(size);
        session.partial.remove(0, size);
        if (session.started && message.at(0) == 'Q') {
            takeQuery(session, message);
            continue;
        }
        if (!session.started)
            session.started = !isRequestCode(qFromBigEndian<quint32>(message.constData() + 4));
        session.toServer.push_back({message, Clock::now() + m_delay});
    }
}

void WireProxy::takeQuery(Session &session, const QByteArray &message)
{
    // Between the type and length before it and the zero byte behind it.
    m_queries.append(message.mid(5).chopped(1));
    const auto cut = m_cuts.extract(++m_count);
    if (cut && cut.mapped() == Cut::Before) {
        session.ended = true;
        return;
    }
    if (cut && cut.mapped() == Cut::HoldBack) {
        session.held = message;
        ::close(std::exchange(session.client, -1));
        return;
    }
    session.dropAtAnswer = !cut.empty();
    session.toServer.push_back({message, Clock::now() + m_delay});
}

void WireProxy::readServer(Session &session)
{
    const QByteArray bytes = receive(session.server);
    session.ended = session.ended || bytes.isEmpty() || session.dropAtAnswer;
    if (!session.ended)
        session.toClient.push_back({bytes, Clock::now() + m_delay});
}

void WireProxy::deliver(Session &session)
{
    const auto now = Clock::now();
    const auto deliverDue = [now](std::deque<Chunk> &queue, int descriptor) {
        while (!queue.empty() && queue.front().due <= now) {
            sendAll(descriptor, queue.front().bytes);
            queue.pop_front();
        }
    };
    if (!session.ended)
        deliverDue(session.toServer, session.server);
    if (!session.ended && session.client >= 0)
        deliverDue(session.toClient, session.client);
}

void WireProxy::closeSession(Session &session)
{
    for (int *descriptor : {&session.client, &session.server}) {
        if (*descriptor >= 0)
            ::close(std::exchange(*descriptor, -1));
    }
}

} // namespace ClinicDesk
