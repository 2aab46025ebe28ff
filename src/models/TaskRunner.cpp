#include "models/TaskRunner.h"

namespace ClinicDesk {

Q_LOGGING_CATEGORY(taskLog, "clinicdesk.task")

} // namespace ClinicDesk
