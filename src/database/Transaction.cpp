#include "database/Transaction.h"
