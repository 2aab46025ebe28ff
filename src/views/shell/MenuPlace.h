#pragma once

class QAction;
class QMenu;
class QMenuBar;

namespace ClinicDesk {

/// The menus of every window, in their order from the start of the bar.
enum class MenuPlace { Clinic, Edit, Request, Appointment, Patient, View, Help };

/// The bar's menu of that place; made there where it is missing. GUI thread.
[[nodiscard]] QMenu &menuAt(QMenuBar &bar, MenuPlace place);
/// Before the entries that every window has; nullptr, the menu's end, where it has none of them.
[[nodiscard]] QAction *commonEntries(const QMenu &menu);

} // namespace ClinicDesk
