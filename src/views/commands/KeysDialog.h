#pragma once

#include "views/commands/KeyGroup.h"

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QMenuBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace ClinicDesk {

class KeyMap;

/// What every key does (F1), read from the window's menus, and where a key is changed. GUI thread.
class KeysDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysDialog)
public:
    /// `others`: what keys do beside the menus' commands; one title in two groups is one group.
    /// Keys can be changed where the window has a KeyMap. `window` must outlive the dialog.
    KeysDialog(const QMenuBar &menuBar, const QList<KeyGroup> &others, QWidget *window);

private:
    void fill(const QMenuBar &menuBar, const QList<KeyGroup> &others);
    [[nodiscard]] QTreeWidgetItem *addGroup(const QString &title);
    void addEditor();
    void refreshKeys();
    void showCurrent();
    void takeKey();
    void restoreKey();
    [[nodiscard]] QAction *currentCommand() const;

    KeyMap *m_map;
    QTreeWidget *m_tree;
    QLabel *m_question = nullptr;
    QKeySequenceEdit *m_editor = nullptr;
    QPushButton *m_restore = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace ClinicDesk
