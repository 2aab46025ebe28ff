#pragma once

#include "bench/BenchClinic.h"
#include "demo/DemoDesk.h"
#include "views/bars/EventWait.h"

#include <QMainWindow>

namespace ClinicDesk {

/// One person's real window at 1366 x 768, worked by keys. Throws std::runtime_error where a person
/// would be stuck.
class OpenDesk
{
public:
    OpenDesk(const BenchClinic &clinic, const QString &login);

    [[nodiscard]] DemoDesk &desk() { return *m_desk; }
    [[nodiscard]] QMainWindow &window() { return *m_desk->window(); }
    template<typename T> [[nodiscard]] T &child(const char *name = "")
    {
        T *const found = name[0] ? window().findChild<T *>(QLatin1StringView(name))
                                 : window().findChild<T *>();
        if (!found)
            throw std::runtime_error(std::string("the window lacks ") + name);
        return *found;
    }

    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void type(const QString &text);
    template<typename Condition> static void expect(Condition condition, const char *what)
    {
        if (!waitUntil(condition))
            stuck(what);
    }
    static void expectFocus(const char *name);

private:
    [[noreturn]] static void stuck(const char *what);

    std::unique_ptr<DemoDesk> m_desk;
};

} // namespace ClinicDesk
