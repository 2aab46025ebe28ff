#include "views/reception/ReceptionDesk.h"

#include "models/TaskRunner.h"

#include <QApplication>
#include <QUuid>

#include <stdexcept>

namespace ClinicDesk {

ReceptionDesk::ReceptionDesk(ConnectionSettings settings, QSize size, QSettings *kept)
{
    settings.deskId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::optional<Result<Session>> session;
    runTask(&m_services.staff, m_services.staff.signIn(settings),
            [&session](const Result<Session> &answer) { session = answer; });
    if (!waitFor([&session] { return session.has_value(); }) || !*session)
        throw std::runtime_error("the desk could not sign in");
    Session signedIn = **session;
    signedIn.deskName = settings.deskName;
    m_models = std::make_unique<ReceptionModels>(m_services, signedIn);
    if (kept)
        m_models->deskView().attach(*kept);
    m_services.live.start(settings);
    m_window = std::make_unique<ReceptionWindow>(*m_models);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    m_models->start();
    const bool isReady = waitFor([this] {
        return m_models->day().day().isValid() && !m_models->day().doctors().isEmpty()
            && !m_models->catalogue().visitTypes().isEmpty()
            && m_services.live.state() == LiveUpdates::State::Live && m_window->isActiveWindow()
            && !m_models->day().doctors().constFirst().open.isEmpty();
    });
    if (!isReady)
        throw std::runtime_error("the desk did not show its day");
}

ReceptionDesk::~ReceptionDesk()
{
    m_window.reset();
    m_models.reset();
    m_services.live.stop();
}

bool ReceptionDesk::activate()
{
    m_window->activateWindow();
    return waitFor([this] { return m_window->isActiveWindow(); });
}

void ReceptionDesk::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *const target
        = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
    QTest::keyClick(target, key, modifiers);
}

void ReceptionDesk::type(const QString &text)
{
    for (const QChar c : text)
        QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
}

QString ReceptionDesk::focus()
{
    const QWidget *const now = QApplication::focusWidget();
    return now ? now->objectName() : QString();
}

bool ReceptionDesk::waitForFocus(const char *name) const
{
    return waitFor([name] { return focus() == QLatin1StringView(name); });
}

} // namespace ClinicDesk
