#include "database/SqlValue.h"
