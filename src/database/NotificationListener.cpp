#include "database/NotificationListener.h"
