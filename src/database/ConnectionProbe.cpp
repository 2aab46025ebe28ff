#include "database/ConnectionProbe.h"

#include <QDeadlineTimer>

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

struct Closer
{
    void operator()(PGconn *connection) const { PQfinish(connection); }
};
using RawConnection = std::unique_ptr<PGconn, Closer>;

RawConnection begin(const ConnectionSettings &settings)
{
    const auto parameters = settings.libpqParameters();
    std::vector<const char *> keywords;
    std::vector<const char *> values;
    for (const auto &[keyword, value] : parameters) {
        keywords.push_back(keyword.constData());
        values.push_back(value.constData());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    return RawConnection(PQconnectStartParams(keywords.data(), values.data(), 0));
}

bool waitFor(PGconn *connection, short direction, const QDeadlineTimer &deadline)
{
    pollfd descriptor {PQsocket(connection), direction, 0};
    const int wait = static_cast<int>(std::max<qint64>(deadline.remainingTime(), 0));
    return descriptor.fd >= 0 && poll(&descriptor, 1, wait) > 0;
}

/// With PQERRORS_SQLSTATE libpq reports the bare code in place of the server's text.
QString reportedState(PGconn *connection)
{
    const QByteArray report = QByteArray(PQerrorMessage(connection)).trimmed();
    const QByteArray code = report.right(5);
    const bool isCode = code.size() == 5 && std::all_of(code.cbegin(), code.cend(), [](char c) {
                            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
                        });
    const bool standsAlone = report.size() > 5 && report.at(report.size() - 6) == ' ';
    return isCode && standsAlone ? QString::fromLatin1(code) : QString();
}

} // namespace

SqlError whyNotConnected(const ConnectionSettings &settings)
{
    const int hosts = 1 + static_cast<int>(settings.host.count(u','));
    const QDeadlineTimer deadline(3000 * hosts);
    const RawConnection connection = begin(settings);
    SqlError error;
    error.connectionLost = true;
    if (!connection)
        return error;
    PQsetErrorVerbosity(connection.get(), PQERRORS_SQLSTATE);

    ConnStatusType stage = PQstatus(connection.get());
    PostgresPollingStatusType step = PGRES_POLLING_WRITING;
    while (step == PGRES_POLLING_READING || step == PGRES_POLLING_WRITING) {
        if (!waitFor(connection.get(), step == PGRES_POLLING_READING ? POLLIN : POLLOUT, deadline))
            return error;
        stage = PQstatus(connection.get());
        step = PQconnectPoll(connection.get());
    }

    error.sqlState = reportedState(connection.get());
    if (error.sqlState.isEmpty() && PQconnectionNeedsPassword(connection.get()))
        error.sqlState = u"28P01"_s;
    if (error.sqlState.isEmpty() && stage == CONNECTION_SSL_STARTUP)
        error.constraint = u"tls"_s;
    error.connectionLost = error.sqlState.isEmpty();
    return error;
}

} // namespace ClinicDesk
