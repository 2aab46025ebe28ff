#pragma once

#include <QByteArray>
#include <QList>
#include <QtGlobal>

#include <chrono>
#include <deque>
#include <list>
#include <map>
#include <mutex>
#include <thread>

namespace ClinicDesk {

/// A TCP relay on 127.0.0.1 between a client and PostgreSQL that understands where a frontend
/// message ends: it counts queries, delays the wire and cuts it at chosen ones. Runs on a thread of
/// its own; every function may be called from any thread. Each cut happens once, on whichever
/// session sends that query; queries are counted from the last resetCount() over all sessions.
class WireProxy
{
public:
    explicit WireProxy(int serverPort);
    ~WireProxy();
    Q_DISABLE_COPY_MOVE(WireProxy)

    [[nodiscard]] int port() const { return m_port; }
    /// Query messages sent to the server; start-up, password and terminate are not counted.
    [[nodiscard]] int messages() const;
    /// Their texts, in the order sent.
    [[nodiscard]] QList<QByteArray> queries() const;
    /// Counts from 0 again and forgets the texts and the cuts still to come.
    void resetCount();
    /// Each way, for what arrives from now on.
    void setDelay(std::chrono::milliseconds delay);
    /// Drops both sides when query `n` (from 1) arrives: the server never sees it.
    void cutBefore(int n);
    /// Lets query `n` through and drops both sides instead of passing the answer on.
    void cutAfter(int n);
    /// Drops the client at query `n` but keeps it and the server's side until release() delivers
    /// it.
    void holdBack(int n);
    void release();
    /// Whether new sessions are dropped at once, as when the network is down.
    void setRefusing(bool refusing);
    /// Ends every session there is, as when the server does.
    void endSessions();
    /// Nothing gets through either way and nobody is told, as when a cable is pulled; afterwards it
    /// goes on where it stopped.
    void setSilent(bool silent);

private:
    enum class Cut { Before, After, HoldBack };
    struct Chunk
    {
        QByteArray bytes;
        std::chrono::steady_clock::time_point due;
    };
    struct Session
    {
        int client = -1;
        int server = -1;
        bool started = false; ///< past the start-up packets, which have no type byte
        bool dropAtAnswer = false;
        bool ended = false;
        QByteArray partial; ///< a frontend message not yet complete
        QByteArray held;
        std::deque<Chunk> toServer;
        std::deque<Chunk> toClient;
    };

    void loop();
    void accept();
    void readClient(Session &session);
    void readServer(Session &session);
    void forwardMessages(Session &session);
    void takeQuery(Session &session, const QByteArray &message);
    void deliver(Session &session);
    [[nodiscard]] int waitMs() const;
    static void closeSession(Session &session);

    int m_listener = -1;
    int m_serverPort;
    int m_port = 0;
    mutable std::mutex m_mutex;
    std::list<Session> m_sessions;
    std::chrono::milliseconds m_delay {0};
    std::map<int, Cut> m_cuts;
    int m_count = 0;
    QList<QByteArray> m_queries;
    bool m_refusing = false;
    bool m_silent = false;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace ClinicDesk
