#include "services/appointments/AppointmentStore.h"
