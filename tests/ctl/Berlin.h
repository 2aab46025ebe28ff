#pragma once

#include <QTimeZone>

/// Where the clinics of these suites are.
inline const QTimeZone berlin("Europe/Berlin");
