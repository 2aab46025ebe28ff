#pragma once

#include "services/appointments/AppointmentService.h"
#include "services/live/LiveUpdates.h"
#include "services/monitoring/MonitoringService.h"
#include "services/notifications/NotificationService.h"
#include "services/patients/PatientService.h"
#include "services/schedules/ScheduleService.h"
#include "services/staff/StaffService.h"

namespace ClinicDesk {

/// All that a program asks of its clinic, over one session and one for live updates; both are
/// opened by whoever signs in. Models take this, or the one service they need. Lives on the thread
/// that makes it, and outlives whatever was given it.
class Services
{
    Q_DISABLE_COPY_MOVE(Services)
public:
    Services() = default;

    TransactionStatistics statistics;
    DatabaseExecutor executor {statistics};
    AppointmentService appointments {executor};
    MonitoringService monitoring {executor, statistics};
    NotificationService notifications {executor};
    PatientService patients {executor};
    ScheduleService schedules {executor};
    StaffService staff {executor};
    LiveUpdates live {appointments};
};

} // namespace ClinicDesk
