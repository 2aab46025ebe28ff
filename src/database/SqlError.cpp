#include "database/SqlError.h"
