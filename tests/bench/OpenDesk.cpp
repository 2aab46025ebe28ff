#include "bench/OpenDesk.h"

#include <QApplication>
#include <QTest>

#include <string>

namespace ClinicDesk {

OpenDesk::OpenDesk(const BenchClinic &clinic, const QString &login)
    : OpenDesk(clinic.settings(login), login)
{
}

OpenDesk::OpenDesk(const ConnectionSettings &settings, const QString &login)
    : m_desk(std::make_unique<DemoDesk>(settings, login, QStringLiteral("Bench")))
{
    m_desk->signIn();
    expect(
        [this] { return m_desk->window() && m_desk->live().state() == LiveUpdates::State::Live; },
        "the window");
    turnTo();
}

void OpenDesk::turnTo()
{
    window().activateWindow();
    expect([this] { return window().isActiveWindow(); }, "the focus");
}

void OpenDesk::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++s_count.groups;
    s_count.strokes += 1 + (modifiers.testFlag(Qt::ControlModifier) ? 1 : 0)
        + (modifiers.testFlag(Qt::AltModifier) ? 1 : 0)
        + (modifiers.testFlag(Qt::ShiftModifier) ? 1 : 0);
    QWidget *const target
        = QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
    QTest::keyClick(target, key, modifiers);
}

void OpenDesk::type(const QString &text)
{
    s_count.strokes += int(text.size());
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
