#include "database/TransactionStatistics.h"
