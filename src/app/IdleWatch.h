#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace ClinicDesk {

/// Tells when nobody has touched keyboard, mouse or screen for a while. GUI thread.
class IdleWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdleWatch)
public:
    explicit IdleWatch(QObject *parent = nullptr);

    /// Counts from now; zero: never tells.
    void setLimit(std::chrono::milliseconds limit);

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_timer;
};

} // namespace ClinicDesk
