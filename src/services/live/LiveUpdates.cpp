#include "services/live/LiveUpdates.h"
