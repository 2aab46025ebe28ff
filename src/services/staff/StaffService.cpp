#include "services/staff/StaffService.h"
