#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace ClinicDesk {

/// How long the event loop of its thread did not turn: a heartbeat of 1 ms, and for the longest
/// silences what the thread did meanwhile. Lives on the watched thread.
class GuiWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuiWatch)
public:
    using Span = std::chrono::nanoseconds;

    GuiWatch();
    ~GuiWatch() override;

    void start();
    /// Counts the silence under way, too.
    void stop();

    /// By the clock on the wall.
    [[nodiscard]] Span longest() const { return m_longest; }
    /// Asleep inside a silence: neither computing nor waiting for a processor, so waiting for
    /// something else.
    [[nodiscard]] Span longestAsleep() const { return m_longestAsleep; }
    /// Computing without turning.
    [[nodiscard]] Span longestBusy() const { return m_longestBusy; }

private:
    struct Reading
    {
        Span wall {};
        Span busy {}; ///< the thread's processor time
        Span queued {}; ///< ready to run, but no processor was free
    };

    [[nodiscard]] Reading read() const;
    void beat();

    QTimer m_timer;
    Reading m_last;
    Span m_longest {};
    Span m_longestAsleep {};
    Span m_longestBusy {};
    int m_schedule = -1; ///< the kernel's account of this thread
};

} // namespace ClinicDesk
