#include "database/ConnectionSettings.h"
