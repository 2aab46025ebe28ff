#include "services/patients/PatientService.h"
