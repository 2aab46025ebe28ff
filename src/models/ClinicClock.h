#pragma once

#include "domain/Session.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace ClinicDesk {

/// The server's time as this computer reckons it, and the clinic's days.
class ClinicClock
{
public:
    ClinicClock() = default;
    explicit ClinicClock(const Session &session);

    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] QDate today() const { return dayOf(now()); }
    /// The clinic's day of an instant.
    [[nodiscard]] QDate dayOf(const QDateTime &instant) const;

private:
    QTimeZone m_zone = QTimeZone::utc();
    qint64 m_aheadMs = 0; ///< server's clock minus this computer's
};

} // namespace ClinicDesk
