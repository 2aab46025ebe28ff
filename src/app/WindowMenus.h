#pragma once

#include <QList>
#include <QObject>

class QAction;
class QKeySequence;
class QMainWindow;
class QMenu;
class QSettings;

namespace ClinicDesk {

class Theme;

/// Adds what every window has: signing out and quitting, zoom and colours, and remembers what is
/// chosen. Owned by the window.
class WindowMenus final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowMenus)
public:
    WindowMenus(QMainWindow &window, Theme &theme, QSettings &settings);

    /// As it was chosen last on this computer.
    static void restoreLook(Theme &theme, const QSettings &settings);

Q_SIGNALS:
    void signOutRequested();
    void quitRequested();

private:
    void addSession(QMenu &menu);
    QAction *addZoom(QMenu &menu, const QString &text, const QList<QKeySequence> &keys, int step);
    void addSchemes(QMenu &menu);
    void addMotion(QMenu &menu);
    void addLanguages(QMenu &menu);
    void zoomBy(int step);

    QMainWindow &m_window;
    Theme &m_theme;
    QSettings &m_settings;
};

} // namespace ClinicDesk
