#pragma once

#include "domain/Session.h"
#include "services/Services.h"

namespace ClinicDesk::Ctl {

/// One run's connection and services, alive as long as the program.
class Context : public Services
{
public:
    /// Reads the connection from --url and the environment as every libpq program does. The
    /// database is "clinic" when nobody names one. ValidationFailed for a URL that holds a
    /// password.
    [[nodiscard]] static Result<ConnectionSettings> settingsFrom(const QString &url,
                                                                 const QString &desk);

    /// Only connects: for a superuser too.
    QCoro::Task<Result<bool>> connect();
    /// Connects as a member of staff and learns the clinic's zone.
    QCoro::Task<Result<bool>> signIn();
    [[nodiscard]] const Session &session() const { return m_session; }
    [[nodiscard]] const QTimeZone &zone() const { return m_session.clinic.zone; }
    /// The server's clock, as far as it is known.
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] QDate today() const { return now().toTimeZone(zone()).date(); }

    ConnectionSettings settings;

private:
    Session m_session;
};

} // namespace ClinicDesk::Ctl
