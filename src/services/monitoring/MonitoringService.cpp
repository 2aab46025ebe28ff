#include "services/monitoring/MonitoringService.h"
