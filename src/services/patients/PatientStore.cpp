#include "services/patients/PatientStore.h"
