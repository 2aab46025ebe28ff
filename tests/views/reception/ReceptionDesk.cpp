#include "views/reception/ReceptionDesk.h"

#include "services/LiveFixture.h"

#include <QApplication>
#include <QUuid>

#include <stdexcept>

namespace ClinicDesk {

ReceptionDesk::ReceptionDesk(ConnectionSettings settings, QSize size, QSettings *kept)
{
    settings.deskId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_models = std::make_unique<ReceptionModels>(m_services, signInLive(m_services, settings));
    if (kept)
        m_models->deskView().attach(*kept);
    m_window = std::make_unique<ReceptionWindow>(*m_models);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    m_models->start();
    const bool isReady = waitFor([this] {
        return m_models->day().day().isValid() && !m_models->day().doctors().isEmpty()
            && !m_models->catalogue().visitTypes().isEmpty() && m_window->isActiveWindow()
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
