#pragma once

#include <QObject>

class QAction;
class QMenuBar;
class QWidget;

namespace ClinicDesk {

/// The commands that every window has, with one object name each, so that a key changed in one
/// window is the same in all. Owned by the window. GUI thread.
class CommonActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommonActions)
public:
    explicit CommonActions(QWidget *window);

    /// Into Edit, View and Help.
    void addTo(QMenuBar &bar) const;
    /// "Book (Ctrl+N)": what an action does and its key.
    [[nodiscard]] static QString toolTip(const QAction &action);
    /// "Undo Ctrl+Z", for a button of a message.
    [[nodiscard]] static QString label(const QAction &action);

    QAction *const undo;
    QAction *const redo;
    QAction *const nextPane;
    QAction *const newestToast;
    QAction *const bell;
    QAction *const reconnect;
    QAction *const palette;
    QAction *const keys;
};

} // namespace ClinicDesk
