#include "domain/ErrorText.h"
