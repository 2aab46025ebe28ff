#pragma once

#include <QString>

class QWidget;

namespace ClinicDesk {

/// Has a screen reader speak `text`: the status widget takes it as its accessible name and raises
/// an alert, and a notification in its window shows it (Qt 6.4 has no announcement event).
/// Repeating a text speaks it again. GUI thread.
void announce(QWidget *statusWidget, const QString &text);

} // namespace ClinicDesk
