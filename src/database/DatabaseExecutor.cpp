#include "database/DatabaseExecutor.h"
