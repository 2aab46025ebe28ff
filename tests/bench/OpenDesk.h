#pragma once

#include "bench/BenchClinic.h"
#include "demo/DemoDesk.h"
#include "views/bars/EventWait.h"

#include <QMainWindow>

namespace ClinicDesk {

/// What hands did: a key, a chord, or letters with the key that ends them are one group.
struct KeyCount
{
    int groups = 0;
    int strokes = 0;

    /// Keystroke-level model: 0.28 s a stroke (an average typist) and 1.35 s of thought before each
    /// group; the hands stay on the keys.
    [[nodiscard]] double seconds() const { return 0.28 * strokes + 1.35 * groups; }
};

/// One person's real window at 1366 x 768, worked by keys. Throws std::runtime_error where a person
/// would be stuck.
class OpenDesk
{
public:
    OpenDesk(const BenchClinic &clinic, const QString &login);
    /// Through other settings than the clinic's own.
    OpenDesk(const ConnectionSettings &settings, const QString &login);

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

    /// What a person does who turns to this desk; the offscreen platform has no window manager.
    void turnTo();

    /// What was pressed since; for all desks.
    static void startCounting() { s_count = KeyCount(); }
    [[nodiscard]] static KeyCount counted() { return s_count; }

    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void type(const QString &text);
    template<typename Condition> static void expect(Condition condition, const char *what)
    {
        if (!waitUntil(condition))
            stuck(what);
    }
    static void expectFocus(const char *name);
    /// Lets the event loop run for as long.
    static void pass(std::chrono::milliseconds time)
    {
        (void)waitUntil([] { return false; }, time);
    }

private:
    [[noreturn]] static void stuck(const char *what);

    static inline KeyCount s_count;
    std::unique_ptr<DemoDesk> m_desk;
};

} // namespace ClinicDesk
