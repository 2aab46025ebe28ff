#include "database/MigrationRunner.h"
