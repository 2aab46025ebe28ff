#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace ClinicDesk {

/// A short message at the bottom of its host, with at most one action: "Undo Ctrl+Z  27 s".
/// It never takes the focus by itself; a new one replaces the old. GUI thread.
class Toast final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toast)

public:
    /// Lays itself over `host` and follows its size.
    explicit Toast(QWidget *host);
    /// Over another one from now on.
    void setHost(QWidget *host);
    /// A bar at the foot of the host that stays in sight below it.
    void setFloor(const QWidget *floor) { m_floor = floor; }

    /// `action` may be empty. Goes after `seconds`, counting down beside an action.
    void present(const QString &text, const QString &action = {}, int seconds = 8);
    void dismiss();
    [[nodiscard]] QString text() const;
    /// F8: moves the focus to the action, or does nothing without one.
    void focusAction();

Q_SIGNALS:
    void actionTriggered();
    /// Gone, by time, by dismiss() or by its action.
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void tick();
    void showCountdown();
    void restyle();
    void place();
    void placeAgain();

    const QWidget *m_floor = nullptr;
    QLabel *m_text;
    QPushButton *m_action;
    QLabel *m_countdown;
    QTimer *m_timer;
    int m_secondsLeft = 0;
};

} // namespace ClinicDesk
