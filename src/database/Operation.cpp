#include "database/Operation.h"
