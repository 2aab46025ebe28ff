#include "views/doctor/CommandButton.h"

#include <QAction>

namespace ClinicDesk {

CommandButton::CommandButton(QAction &action, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setAutoDefault(false);
    connect(&action, &QAction::changed, this, &CommandButton::follow);
    connect(this, &QPushButton::clicked, &action, &QAction::trigger);
    follow();
}

void CommandButton::follow()
{
    setText(m_action.iconText());
    setIcon(m_action.icon());
    setEnabled(m_action.isEnabled());
    setToolTip(m_action.toolTip());
}

} // namespace ClinicDesk
