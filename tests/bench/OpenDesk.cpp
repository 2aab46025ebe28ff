#include "bench/OpenDesk.h"

#include <QApplication>
#include <QTest>

#include <string>

namespace ClinicDesk {

OpenDesk::OpenDesk(const BenchClinic &clinic, const QString &login)
    : m_desk(std::make_unique<DemoDesk>(clinic.settings(login), login, QStringLiteral("Bench")))
{
    m_desk->signIn();
    expect(
        [this] { return m_desk->window() && m_desk->live().state() == LiveUpdates::State::Live; },
        "the window");
    window().activateWindow();
    expect([this] { return window().isActiveWindow(); }, "the focus");
}

void OpenDesk::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *const target
        = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
    QTest::keyClick(target, key, modifiers);
}

void OpenDesk::type(const QString &text)
{
    for (const QChar c : text)
        QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
}

void OpenDesk::expectFocus(const char *name)
{
    expect(
        [name] {
            const QWidget *const now = QApplication::focusWidget();
            return now && now->objectName() == QLatin1StringView(name);
        },
        name);
}

void OpenDesk::stuck(const char *what)
{
    const auto nameOf = [](const QWidget *widget) {
        return widget ? widget->objectName().toStdString() + '/' + widget->metaObject()->className()
                      : "nothing";
    };
    throw std::runtime_error(std::string("waited in vain for ") + what + ", focus on "
                             + nameOf(QApplication::focusWidget()) + " in "
                             + nameOf(QApplication::activeWindow()));
}

} // namespace ClinicDesk
