#include "database/TransactionManager.h"
