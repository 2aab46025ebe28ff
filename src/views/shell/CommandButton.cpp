#include "views/shell/CommandButton.h"

#include "views/shell/Page.h"
#include "widgets/KeyMap.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

CommandButton::CommandButton(QAction &action, const Page &page, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
    , m_page(page)
{
    setAutoDefault(false);
    connect(&action, &QAction::changed, this, &CommandButton::follow);
    connect(&page, &Page::commandsChanged, this, &CommandButton::follow);
    connect(this, &QPushButton::clicked, &action, &QAction::trigger);
    follow();
}

void CommandButton::follow()
{
    const QString key = keyText(m_action.shortcut());
    setText(key.isEmpty() ? m_action.iconText() : m_action.iconText() + u"  "_s + key);
    setIcon(m_action.icon());
    setEnabled(m_action.isEnabled() || (m_page.namesCurrent() && m_page.isPossible(m_action)));
    setToolTip(m_action.toolTip());
}

} // namespace ClinicDesk
