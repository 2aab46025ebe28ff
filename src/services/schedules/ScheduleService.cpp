#include "services/schedules/ScheduleService.h"
