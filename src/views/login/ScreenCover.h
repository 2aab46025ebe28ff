#pragma once

#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace ClinicDesk {

class LockPage;
class ScreenLockModel;

/// Covers a window while its screen is locked: nothing behind the page can be seen, typed into or
/// triggered, its dialogs are out of sight, and unlocking puts dialogs and focus back as they were.
/// Owned by the window. GUI thread.
class ScreenCover final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScreenCover)
public:
    ScreenCover(QWidget &window, ScreenLockModel &model);
    ~ScreenCover() override;

Q_SIGNALS:
    void signOutRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct HiddenWindow
    {
        QPointer<QWidget> window;
        bool modal = false;
    };
    void cover();
    void uncover();
    void hideOtherWindows();
    [[nodiscard]] bool isBehind(const QWidget *widget) const;
    [[nodiscard]] bool isWithheld(QObject *watched) const;

    QWidget &m_window;
    ScreenLockModel &m_model;
    QPointer<LockPage> m_page;
    QPointer<QWidget> m_focus; ///< where the person was
    std::vector<HiddenWindow> m_hidden;
};

} // namespace ClinicDesk
