#include "database/PrivateServer.h"
