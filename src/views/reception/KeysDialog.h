#pragma once

#include <QDialog>

class QMenuBar;

namespace ClinicDesk {

/// The list of keys (F1): every menu's commands, then what the grid and the booking panel
/// understand.
class KeysDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysDialog)
public:
    KeysDialog(const QMenuBar &menuBar, QWidget *parent);
};

} // namespace ClinicDesk
