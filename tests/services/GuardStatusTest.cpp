#include "services/ServiceFixture.h"
