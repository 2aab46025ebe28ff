#pragma once

#include <QPushButton>

class QAction;

namespace ClinicDesk {

class Page;

/// A button for a page's command: label, key, icon and tip are the action's. It is on when the
/// action is, and where the page itself names its current: pressing it there gives the page the
/// focus, so that the command runs. The focus stays in the page also when the button goes off. GUI
/// thread.
class CommandButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandButton)
public:
    /// Both must outlive the button, which belongs into the page.
    CommandButton(QAction &action, Page &page, QWidget *parent = nullptr);

protected:
    void mousePressEvent(QMouseEvent *event) override;

private:
    void follow();

    QAction &m_action;
    Page &m_page;
};

} // namespace ClinicDesk
