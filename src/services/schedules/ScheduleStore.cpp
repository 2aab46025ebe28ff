#include "services/schedules/ScheduleStore.h"
