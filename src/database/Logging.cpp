#include "database/Logging.h"

#include <QRandomGenerator>

namespace ClinicDesk {

Q_LOGGING_CATEGORY(lcDatabase, "clinicdesk.database", QtInfoMsg)
Q_LOGGING_CATEGORY(lcServer, "clinicdesk.server", QtWarningMsg)

QString newIncident()
{
    return QStringLiteral("%1").arg(QRandomGenerator::global()->generate(), 8, 16,
                                    QLatin1Char('0'));
}

} // namespace ClinicDesk
