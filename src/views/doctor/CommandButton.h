#pragma once

#include <QPushButton>

class QAction;

namespace ClinicDesk {

/// A button that does what an action does, and says so with its key: label, icon, state and tip are
/// the action's.
class CommandButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandButton)
public:
    explicit CommandButton(QAction &action, QWidget *parent = nullptr);

private:
    void follow();

    QAction &m_action;
};

} // namespace ClinicDesk
