#pragma once

#include <QObject>

class QKeyEvent;

namespace ClinicDesk {

/// Tells the repeats of a key that is held from presses. Qt looks for a repeat's press when it
/// handles the release before it; where that has not arrived yet, as on a busy machine under X11,
/// it calls the repeat a press. Both bear one time, which nobody's finger can do. GUI thread.
class HeldKey final : public QObject
{
    Q_DISABLE_COPY_MOVE(HeldKey)
public:
    /// Watches all keys of the application from the first call on.
    static void watch();
    /// Whether the key whose event is being handled was not let go since its last press.
    [[nodiscard]] static bool isRepeat();
    [[nodiscard]] static bool isRepeat(const QKeyEvent &event);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit HeldKey(QObject *application);
    void press(const QKeyEvent &event);

    int m_released = 0; ///< a Qt::Key
    quint64 m_releasedAt = 0; ///< milliseconds, by the window system
    bool m_isRepeat = false;
};

} // namespace ClinicDesk
