#include "services/appointments/AppointmentExplain.h"
