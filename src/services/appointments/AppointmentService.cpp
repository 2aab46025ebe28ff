#include "services/appointments/AppointmentService.h"
