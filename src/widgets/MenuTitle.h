#pragma once

class QMenu;
class QString;

namespace ClinicDesk {

/// A line at the end of `menu` that is read and not chosen: whom the commands below are about.
void addMenuTitle(QMenu &menu, const QString &text);

} // namespace ClinicDesk
