#include "models/ClinicClock.h"

namespace ClinicDesk {

ClinicClock::ClinicClock(const Session &session)
    : m_zone(session.clinic.zone)
    , m_aheadMs(session.serverAheadMs)
{
}

QDateTime ClinicClock::now() const
{
    return QDateTime::currentDateTimeUtc().addMSecs(m_aheadMs);
}

QDate ClinicClock::dayOf(const QDateTime &instant) const
{
    return instant.toTimeZone(m_zone).date();
}

} // namespace ClinicDesk
