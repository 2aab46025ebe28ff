#include "models/ServerTest.h"

#include "models/ServerTestTexts.h"

#include <QMutex>
#include <QThread>

#include <algorithm>
#include <utility>

namespace ClinicDesk {

/// What the thread and the object share; the thread reaches the object only under the mutex.
struct ServerTest::Run
{
    std::atomic_bool cancelled = false;
    QMutex mutex;
    ServerTest *target = nullptr;

    template<typename Call> void post(Call call)
    {
        const QMutexLocker lock(&mutex);
        if (!target)
            return;
        // Still this run when the call arrives: cancel() lets go of it.
        QMetaObject::invokeMethod(
            target,
            [object = target, run = this, call] {
                if (object->m_run.get() == run)
                    call(*object);
            },
            Qt::QueuedConnection);
    }
};

ServerTest::ServerTest(QObject *parent)
    : QObject(parent)
{
}

ServerTest::~ServerTest()
{
    cancel();
}

const QList<ServerTest::Step> &ServerTest::steps()
{
    static const QList<Step> all {ProbeStep::Name,   ProbeStep::Port,   ProbeStep::Tls,
                                  ProbeStep::SignIn, ProbeStep::Schema, ProbeStep::Clock};
    return all;
}

void ServerTest::start(const ConnectionSettings &settings)
{
    cancel();
    m_settings = settings;
    m_run = std::make_shared<Run>();
    m_run->target = this;
    for (const Step step : steps())
        show(step, step == ProbeStep::Name ? State::Running : State::Waiting,
             ServerTestTexts::stepName(step));
    QThread *thread = QThread::create([run = m_run, settings] {
        const auto report = [&run](const ProbeStep &step) {
            run->post([step](ServerTest &test) { test.take(step); });
        };
        const QList<ProbeStep> all = ConnectionCheck(settings).run(report, run->cancelled);
        const bool passed = std::none_of(all.cbegin(), all.cend(), [](const ProbeStep &step) {
            return step.outcome == ProbeStep::Failed;
        });
        run->post([passed](ServerTest &test) { test.end(passed); });
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void ServerTest::cancel()
{
    if (const std::shared_ptr<Run> run = std::exchange(m_run, nullptr)) {
        run->cancelled = true;
        const QMutexLocker lock(&run->mutex);
        run->target = nullptr;
    }
}

void ServerTest::take(const ProbeStep &step)
{
    const QString text = ServerTestTexts::outcome(step, m_settings);
    const bool notTried
        = step.code == QLatin1StringView("wrong_password") && m_settings.password.isEmpty();
    if (step.code == QLatin1StringView("wrong_password") && !notTried)
        Q_EMIT wrongPassword(m_settings.user);
    switch (step.outcome) {
    case ProbeStep::Ok:
        show(step.step, State::Passed, text);
        break;
    case ProbeStep::Warning:
        show(step.step, State::Warning, text);
        break;
    case ProbeStep::Failed:
        show(step.step, notTried ? State::Skipped : State::Failed, text);
        break;
    case ProbeStep::Skipped:
        show(step.step, State::Skipped, text);
        break;
    }
    if (const qsizetype next = steps().indexOf(step.step) + 1; next < steps().size())
        show(steps().at(next), State::Running, ServerTestTexts::stepName(steps().at(next)));
}

void ServerTest::end(bool passed)
{
    m_run.reset();
    Q_EMIT finished(passed);
}

void ServerTest::show(Step step, State state, const QString &text)
{
    Q_EMIT stepChanged(step, state, text);
}

} // namespace ClinicDesk
