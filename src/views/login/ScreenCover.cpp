#include "views/login/ScreenCover.h"

#include "models/ScreenLockModel.h"
#include "views/login/LockPage.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ScreenCover::ScreenCover(QWidget &window, ScreenLockModel &model)
    : QObject(&window)
    , m_window(window)
    , m_model(model)
{
    connect(&model, &ScreenLockModel::locked, this, &ScreenCover::cover);
    connect(&model, &ScreenLockModel::unlocked, this, &ScreenCover::uncover);
}

ScreenCover::~ScreenCover()
{
    qApp->removeEventFilter(this);
}

void ScreenCover::cover()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    m_focus = QApplication::focusWidget();
    hideOtherWindows();
    m_page = new LockPage(m_model, &m_window);
    connect(m_page, &LockPage::signOutRequested, this, &ScreenCover::signOutRequested);
    m_page->setGeometry(m_window.rect());
    m_page->show();
    m_page->raise();
    m_window.activateWindow();
    m_page->focusPassword();
    qApp->installEventFilter(this);
}

void ScreenCover::uncover()
{
    qApp->removeEventFilter(this);
    // The page is still inside its own signal.
    m_page->hide();
    m_page->deleteLater();
    m_page.clear();
    for (const HiddenWindow &hidden : m_hidden) {
        auto *dialog = qobject_cast<QDialog *>(hidden.window.data());
        if (dialog && hidden.modal)
            dialog->open(); // hiding has ended its being modal
        else if (hidden.window)
            hidden.window->show();
    }
    m_hidden.clear();
    if (!m_focus)
        return;
    m_focus->window()->activateWindow();
    m_focus->setFocus(Qt::OtherFocusReason);
}

void ScreenCover::hideOtherWindows()
{
    m_hidden.clear();
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *other : all) {
        if (other == &m_window || !other->isVisible() || !isBehind(other->parentWidget()))
            continue;
        m_hidden.push_back({other, other->isModal()});
        other->hide();
    }
}

/// In the window or in one that belongs to it, but not on the page.
bool ScreenCover::isBehind(const QWidget *widget) const
{
    for (; widget; widget = widget->parentWidget()) {
        if (widget == m_page)
            return false;
        if (widget == &m_window)
            return true;
    }
    return false;
}

/// Commands of the window, by whatever key; quitting stays possible.
bool ScreenCover::isWithheld(QObject *watched) const
{
    if (watched->objectName() == "quitAction"_L1)
        return false;
    for (const QObject *owner = watched; owner; owner = owner->parent()) {
        if (const auto *widget = qobject_cast<const QWidget *>(owner))
            return isBehind(widget);
    }
    return false;
}

bool ScreenCover::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == &m_window)
            m_page->setGeometry(m_window.rect());
        return false;
    case QEvent::Show:
        // What opens behind the page, such as the answer to a command given before.
        if (auto *other = qobject_cast<QWidget *>(watched);
            other && other->isWindow() && other != &m_window && isBehind(other->parentWidget())) {
            m_hidden.push_back({other, other->isModal()});
            QMetaObject::invokeMethod(other, &QWidget::hide, Qt::QueuedConnection);
        }
        return false;
    case QEvent::ChildAdded:
        if (watched == &m_window)
            m_page->raise();
        return false;
    case QEvent::Shortcut:
        return isWithheld(watched);
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::InputMethod:
        if (auto *widget = qobject_cast<QWidget *>(watched); widget && isBehind(widget)) {
            m_page->focusPassword();
            return true;
        }
        return false;
    default:
        return false;
    }
}

} // namespace ClinicDesk
