#pragma once

#include "database/ConnectionCheck.h"

#include <QList>
#include <QObject>

#include <memory>

namespace ClinicDesk {

/// Walks the way to a clinic's server step by step and says which step fails and what to do about
/// it. The steps run on a thread of their own; the object lives on the GUI thread.
class ServerTest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerTest)
public:
    using Step = ProbeStep::Step;
    enum class State { Waiting, Running, Passed, Warning, Failed, Skipped };
    Q_ENUM(State)

    explicit ServerTest(QObject *parent = nullptr);
    ~ServerTest() override;

    [[nodiscard]] static const QList<Step> &steps();
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }
    /// Cancels a test that still runs. Every step is reported as waiting first.
    void start(const ConnectionSettings &settings);
    /// Nothing more is heard of the test; a step that waits for the network ends in its own time.
    void cancel();

Q_SIGNALS:
    void stepChanged(ClinicDesk::ProbeStep::Step step, ClinicDesk::ServerTest::State state,
                     const QString &text);
    void finished(bool passed);
    void wrongPassword(const QString &name);

private:
    struct Run;

    void take(const ProbeStep &step);
    void end(bool passed);
    void show(Step step, State state, const QString &text);

    ConnectionSettings m_settings;
    std::shared_ptr<Run> m_run; ///< shared with the thread, which may outlive this object
};

} // namespace ClinicDesk
