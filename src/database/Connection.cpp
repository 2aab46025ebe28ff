#include "database/Connection.h"
