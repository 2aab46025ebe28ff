#pragma once

#include <QPushButton>

class QAction;

namespace ClinicDesk {

class Page;

/// A button for a page's command: label, key, icon and tip are the action's. It is on whenever the
/// command can be done to the page's current: pressing it gives the page the focus, so that the
/// window names that current before the command runs. GUI thread.
class CommandButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandButton)
public:
    /// Both must outlive the button, which belongs into the page.
    CommandButton(QAction &action, const Page &page, QWidget *parent = nullptr);

private:
    void follow();

    QAction &m_action;
    const Page &m_page;
};

} // namespace ClinicDesk
