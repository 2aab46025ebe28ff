#pragma once

#include "demo/DatabaseWitness.h"
#include "demo/DemoDesk.h"

#include <QDir>

#include <functional>

namespace ClinicDesk {

class Theme;

/// A morning at the clinic, played by keys in the real windows of two receptionists and a doctor: a
/// fight for one slot, answers to requests, a check-in, a lost connection. Prints each step with
/// what the database holds, and writes a picture of each. GUI thread; spins its event loop while it
/// waits.
class Morning final
{
public:
    Morning(const ConnectionSettings &desks, const ConnectionSettings &administrator, Theme &theme,
            const QDir &pictures);

    /// True when every step happened.
    [[nodiscard]] bool play();
    [[nodiscard]] int picturesWritten() const { return m_pictures; }

private:
    struct Step
    {
        QString title;
        std::function<void()> run;
    };

    void openDesks();
    void fightForOneSlot();
    void loserTakesTheNext();
    void doctorAnswers();
    void checkIn();
    void loseConnection();
    void regainConnection();
    void showOtherLooks();

    void beginBooking(DemoDesk &desk, const QString &patient);
    void bringToFront(QWidget *widget) const;
    void press(QWidget *widget, Qt::Key key,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void type(QWidget *widget, const QString &text) const;
    [[nodiscard]] QWidget *focusOf(const DemoDesk &desk) const;
    /// Fails the morning, naming what did not happen.
    void until(const QString &what, const std::function<bool()> &condition);
    void picture(QWidget *window, const QString &name);
    void say(const QString &text) const;
    void sayDatabase(const QString &condition);

    DatabaseWitness m_witness;
    DemoDesk m_ana;
    DemoDesk m_ben;
    DemoDesk m_osei;
    Theme &m_theme;
    QDir m_folder;
    int m_pictures = 0;
};

} // namespace ClinicDesk
