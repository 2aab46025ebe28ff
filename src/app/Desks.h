#pragma once

#include "domain/Session.h"

#include <QList>
#include <QMainWindow>

#include <functional>
#include <memory>

class QSettings;

namespace ClinicDesk {

class Services;

/// A window with what it shows.
struct OpenedDesk
{
    std::unique_ptr<QObject> models;
    std::unique_ptr<QMainWindow> window; ///< goes before the models
    std::function<void()> start; ///< reads what is shown; once the window is on the screen
};

/// What one role works at: a row of the table that leads from sign-in to a window.
struct Desk
{
    std::variant<StaffRole, DeviceKind> role;
    QString key; ///< under which this computer keeps the window's place
    std::function<OpenedDesk(Services &, const Session &, QSettings &)> open;
    bool hasMenus = true; ///< signing out, quitting, zoom, colours, language, keys
    bool locks = true; ///< by key and when idle, for the person's password; needs the menus
};

/// The desks of this program; who has none does not sign in.
[[nodiscard]] QList<Desk> allDesks();
/// The session's row; nullptr where there is none.
[[nodiscard]] const Desk *findDesk(const QList<Desk> &desks, const Session &session);

} // namespace ClinicDesk
