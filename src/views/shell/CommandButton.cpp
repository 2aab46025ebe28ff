#include "views/shell/CommandButton.h"

#include "views/shell/Page.h"
#include "widgets/KeyMap.h"

#include <QAction>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

CommandButton::CommandButton(QAction &action, Page &page, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
    , m_page(page)
{
    setAutoDefault(false);
    setFocusPolicy(Qt::TabFocus);
    connect(&action, &QAction::changed, this, &CommandButton::follow);
    connect(&page, &Page::commandsChanged, this, &CommandButton::follow);
    connect(this, &QPushButton::clicked, &action, &QAction::trigger);
    follow();
}

void CommandButton::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !m_page.isActive())
        m_page.focusFirst();
    QPushButton::mousePressEvent(event);
}

void CommandButton::follow()
{
    const QString key = keyText(m_action.shortcut());
    setText(key.isEmpty() ? m_action.iconText() : m_action.iconText() + u"  "_s + key);
    setIcon(m_action.icon());
    const bool on = m_action.isEnabled() || (m_page.namesCurrent() && m_page.isPossible(m_action));
    // Else it would go to whatever comes next, which may be another page.
    if (!on && hasFocus())
        m_page.focusFirst();
    setEnabled(on);
    setToolTip(m_action.toolTip());
}

} // namespace ClinicDesk
