#include "views/bars/BarsFixture.h"

#include "views/bars/EventWait.h"
#include "views/bars/KeyboardReach.h"
#include "views/reception/ReceptionDesk.h"

#include <QDialog>
#include <QMainWindow>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

/// What a hand does without a mouse, counted.
class Keyboard
{
public:
    /// A key or chord is one group, and so are letters with the key that ends them.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_groups;
        ReceptionDesk::key(key, modifiers);
    }
    void typeAndPress(const QString &text, Qt::Key key)
    {
        ReceptionDesk::type(text);
        press(key);
    }
    [[nodiscard]] int groups() const { return m_groups; }

private:
    int m_groups = 0;
};

class ReceptionKeysBar : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
    }

    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] static bool isAt(const char *name)
    {
        return waitUntil([name] { return ReceptionDesk::focus() == QLatin1StringView(name); });
    }

    std::unique_ptr<ReceptionDesk> m_desk;
    Keyboard m_keyboard;
};

TEST_F(ReceptionKeysBar, returningPatientIsBookedInFourKeyGroups)
{
    m_keyboard.press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(isAt("bookingPatient"));
    m_keyboard.typeAndPress(u"kim soo"_s, Qt::Key_Return);
    ASSERT_TRUE(isAt("suggestions"));
    m_keyboard.press(Qt::Key_Return);
    ASSERT_TRUE(isAt("bookNow"));
    m_keyboard.press(Qt::Key_Return);
    ASSERT_TRUE(desk().waitForRow(patient(1), [](const Appointment &) { return true; }));
    EXPECT_LE(m_keyboard.groups(), 4);
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment"_s), u"1"_s);
}

TEST_F(ReceptionKeysBar, fingersFasterThanTheServerBookTheSame)
{
    m_keyboard.press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(isAt("bookingPatient"));
    m_keyboard.typeAndPress(u"kim soo"_s, Qt::Key_Return);
    ASSERT_TRUE(isAt("suggestions"));
    m_keyboard.press(Qt::Key_Return); // the free times may still be on their way
    ASSERT_TRUE(isAt("bookNow"));
    m_keyboard.press(Qt::Key_Return); // and now the hold
    ASSERT_TRUE(waitUntil([this] { return desk().models().booking().lastBooked().has_value(); }));
    EXPECT_EQ(textOf(u"SELECT count(*)::text FROM app.appointment"_s), u"1"_s);
}

TEST_F(ReceptionKeysBar, newPatientIsEnteredAndBookedWithoutMouse)
{
    m_keyboard.press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(isAt("bookingPatient"));
    ReceptionDesk::type(u"quist lena"_s);
    ASSERT_TRUE(waitUntil([this] { return desk().models().bookingSearch().rowCount() == 1; }));
    m_keyboard.press(Qt::Key_Return);
    ASSERT_TRUE(isAt("birthDate"));
    m_keyboard.typeAndPress(u"3.5.85"_s, Qt::Key_Return);
    ASSERT_TRUE(isAt("phone"));
    m_keyboard.typeAndPress(u"030 123456"_s, Qt::Key_Return);
    ASSERT_TRUE(isAt("suggestions"));
    m_keyboard.press(Qt::Key_Return);
    ASSERT_TRUE(isAt("bookNow"));
    m_keyboard.press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([this] { return desk().models().booking().lastBooked().has_value(); }));
    EXPECT_EQ(textOf(u"SELECT p.family_name || ' ' || p.given_name FROM app.appointment a "
                     "JOIN app.patient p ON p.id = a.patient_id"_s),
              u"Quist Lena"_s);
    EXPECT_LE(m_keyboard.groups(), 6);
}

/// The focus after each Tab, until it is back where it was or 60 presses are over.
static QStringList tabRound(Qt::Key key)
{
    const QWidget *const start = QApplication::focusWidget();
    QStringList places;
    for (int press = 0; press < 60; ++press) {
        ReceptionDesk::key(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        const QWidget *const now = QApplication::focusWidget();
        if (!now)
            return places << u"nowhere"_s;
        QString name;
        for (const QWidget *at = now; at && name.isEmpty(); at = at->parentWidget())
            name = at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className())
                                              : at->objectName();
        places << name;
        if (now == start)
            return places;
    }
    return places << u"trapped"_s;
}

TEST_F(ReceptionKeysBar, tabGoesThroughEveryPaneAndComesBack)
{
    const QStringList panes {u"findField"_s, u"ClinicDesk::MiniMonthGrid"_s, u"doctorList"_s,
                             u"agenda"_s};
    for (const bool withPanel : {false, true}) {
        if (withPanel) {
            ReceptionDesk::key(Qt::Key_N, Qt::ControlModifier);
            ASSERT_TRUE(isAt("bookingPatient"));
        }
        ReceptionDesk::key(Qt::Key_F, Qt::ControlModifier);
        ASSERT_TRUE(isAt("findField"));
        for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
            const QStringList places = tabRound(key);
            const std::string round = places.join(u", "_s).toStdString();
            EXPECT_EQ(places.constLast(), u"findField"_s) << round;
            for (const QString &pane : panes)
                EXPECT_EQ(places.count(pane), 1) << qPrintable(pane) << " in " << round;
            if (withPanel) {
                for (const char *field : {"bookingPatient", "bookingDoctor", "bookingType",
                                          "bookingReason", "suggestions"})
                    EXPECT_EQ(places.count(QLatin1StringView(field)), 1)
                        << field << " in " << round;
            }
        }
    }
}

class CommandsBar : public BarsFixture
{
protected:
    void SetUp() override
    {
        BarsFixture::SetUp();
        load(u"pending"_s, {u"osei"_s, 1, 0, at(11, 20), 20});
        startProgram(superuserSettings().host, port());
    }

    /// What F1 shows, a line a command.
    static QStringList keysShown(QMainWindow &window)
    {
        ReceptionDesk::key(Qt::Key_F1);
        QDialog *dialog = nullptr;
        const bool opened = waitUntil([&] {
            dialog = qobject_cast<QDialog *>(QApplication::activeWindow());
            return dialog && dialog->isAncestorOf(QApplication::focusWidget());
        });
        EXPECT_TRUE(opened);
        const QStringList lines = dialog ? keysListed(*dialog) : QStringList();
        ReceptionDesk::key(Qt::Key_Escape);
        EXPECT_TRUE(waitUntil([&window] { return !window.findChild<QDialog *>(); }, 5s))
            << "Esc closes it";
        return lines;
    }

    static void expectAllByKeyboard(QMainWindow &window)
    {
        const QStringList wrong = commandsOutOfReach(window, keysShown(window));
        EXPECT_TRUE(wrong.isEmpty()) << qPrintable(wrong.join(u'\n'));
    }
};

TEST_F(CommandsBar, everyCommandOfTheReceptionHasAKeyAndIsListed)
{
    QMainWindow *const window = signIn(u"ana"_s);
    ASSERT_NE(window, nullptr);
    expectAllByKeyboard(*window);
}

TEST_F(CommandsBar, everyCommandOfTheDoctorHasAKeyAndIsListed)
{
    QMainWindow *const window = signIn(u"osei"_s);
    ASSERT_NE(window, nullptr);
    expectAllByKeyboard(*window);
}

} // namespace ClinicDesk
