#include "widgets/Announce.h"
#include "widgets/Banner.h"
#include "widgets/FieldError.h"
#include "widgets/HeldKey.h"
#include "widgets/IdentityLabel.h"
#include "widgets/MiniMonth.h"
#include "widgets/MonthGrid.h"
#include "widgets/Toast.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

TEST(Icons, everyOneDraws)
{
    for (int name = 0; name <= int(IconName::Undo); ++name) {
        initializeIcons();
        const QImage image = iconPixmap(IconName(name), 24, Qt::red, 1).toImage();
        ASSERT_FALSE(image.isNull()) << name;
        int inked = 0;
        for (int y = 0; y < 24; ++y) {
            for (int x = 0; x < 24; ++x)
                inked += image.pixelColor(x, y).alpha() > 128 && image.pixelColor(x, y).red() > 200;
        }
        EXPECT_GT(inked, 10) << name;
    }
}

TEST(HeldKeyTest, whatComesTogetherWithItsReleaseIsARepeat)
{
    HeldKey::watch();
    QLineEdit field;
    const auto send = [&field](QEvent::Type type, int key, quint64 at, bool repeats = false) {
        QKeyEvent event(type, key, Qt::NoModifier, {}, repeats);
        event.setTimestamp(at);
        QApplication::sendEvent(&field, &event);
        return HeldKey::isRepeat();
    };
    EXPECT_FALSE(send(QEvent::KeyPress, Qt::Key_C, 1000));
    send(QEvent::KeyRelease, Qt::Key_C, 1660);
    EXPECT_TRUE(send(QEvent::ShortcutOverride, Qt::Key_C, 1660));
    EXPECT_TRUE(send(QEvent::KeyPress, Qt::Key_C, 1660));
    EXPECT_FALSE(send(QEvent::KeyRelease, Qt::Key_C, 1700)) << "what a mouse does now is no repeat";
    EXPECT_FALSE(send(QEvent::KeyPress, Qt::Key_C, 1740)) << "a finger's second press";
    send(QEvent::KeyRelease, Qt::Key_C, 1800);
    EXPECT_FALSE(send(QEvent::KeyPress, Qt::Key_R, 1800)) << "another key";
    EXPECT_TRUE(send(QEvent::KeyPress, Qt::Key_R, 1840, true)) << "as Qt says itself";
    QTest::mouseClick(&field, Qt::LeftButton);
    EXPECT_FALSE(HeldKey::isRepeat()) << "it was let go where nobody told";
    EXPECT_FALSE(send(QEvent::KeyPress, Qt::Key_R, 0)) << "from nobody's keyboard";
}

TEST(ThemeTest, zoomAndDensityAreLive)
{
    Theme theme;
    theme.applyTo(*qApp);
    QPushButton button(u"Book"_s);
    button.show();
    EXPECT_EQ(button.sizeHint().height(), 28);
    theme.setZoom(250);
    EXPECT_EQ(theme.zoom(), 200);
    EXPECT_EQ(button.sizeHint().height(), 56);
    EXPECT_EQ(QApplication::font().pointSizeF(), 20);
    theme.setZoom(100);
    theme.setDensity(Density::Compact);
    EXPECT_EQ(button.sizeHint().height(), 24);
}

TEST(ThemeTest, theButtonThatActsStandsLast)
{
    Theme theme;
    theme.applyTo(*qApp);
    QDialogButtonBox buttons;
    const QPushButton *const acts
        = buttons.addButton(u"Change room"_s, QDialogButtonBox::AcceptRole);
    const QPushButton *const leaves = buttons.addButton(u"Keep it"_s, QDialogButtonBox::RejectRole);
    buttons.show();
    EXPECT_GT(acts->x(), leaves->x());
}

TEST(ThemeTest, systemFollowsThePlatform)
{
    Theme theme;
    theme.applyTo(*qApp);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setSystemIsDark(true);
    EXPECT_EQ(theme.effectiveScheme(), ColourScheme::Dark);
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), theme.colour(Token::Window));
    theme.setScheme(ColourScheme::Light);
    EXPECT_EQ(theme.effectiveScheme(), ColourScheme::Light);
    EXPECT_EQ(changed.size(), 2);
}

TEST(ThemeTest, widgetsFindTheirTheme)
{
    Theme theme;
    theme.applyTo(*qApp);
    theme.setScheme(ColourScheme::Dark);
    const QWidget widget;
    EXPECT_EQ(&Theme::of(&widget), &theme);
}

TEST(ToastTest, takesNoFocusAndCountsDown)
{
    QWidget host;
    QLineEdit field(&host);
    host.resize(600, 300);
    host.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&host));
    field.setFocus();
    Toast toast(&host);
    QSignalSpy undone(&toast, &Toast::actionTriggered);
    QSignalSpy gone(&toast, &Toast::dismissed);
    toast.present(u"DIAZ, Mia booked"_s, u"Undo Ctrl+Z"_s, 2);
    EXPECT_TRUE(field.hasFocus());
    EXPECT_TRUE(host.rect().contains(toast.geometry()));
    host.resize(300, 200);
    EXPECT_TRUE(host.rect().contains(toast.geometry()));
    toast.focusAction();
    EXPECT_FALSE(field.hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    EXPECT_EQ(undone.size(), 1);
    EXPECT_EQ(gone.size(), 1);
    toast.present(u"Undone"_s, {}, 1);
    EXPECT_TRUE(gone.wait(3000));
    EXPECT_TRUE(toast.isHidden());
}

TEST(ToastTest, leavesTheBarAtTheFootInSight)
{
    QWidget host;
    host.resize(600, 400);
    QWidget bar(&host);
    bar.setGeometry(0, 360, 600, 40);
    Toast toast(&host);
    toast.setFloor(&bar);
    toast.present(u"checked in"_s);
    EXPECT_FALSE(toast.geometry().intersects(bar.geometry()));
    EXPECT_TRUE(host.rect().contains(toast.geometry()));
}

TEST(ToastTest, growsWithTheText)
{
    Theme theme;
    theme.applyTo(*qApp);
    QWidget host;
    host.resize(1300, 300);
    host.show();
    // The widgets learn of the larger text in no fixed order: several, so that every order comes
    // up.
    QList<Toast *> toasts;
    for (int i = 0; i < 12; ++i) {
        toasts << new Toast(&host);
        toasts.last()->present(u"DIAZ, Mia booked Tue 10:40"_s, u"Undo Ctrl+Z"_s, 30);
    }
    theme.setZoom(200);
    EXPECT_TRUE(QTest::qWaitFor([&] {
        return std::ranges::all_of(toasts, [](const Toast *toast) {
            const auto *action = toast->findChild<QPushButton *>();
            return toast->height() >= toast->sizeHint().height()
                && toast->width() >= toast->sizeHint().width()
                && action->width() >= action->sizeHint().width();
        });
    }));
    theme.setZoom(100);
}

TEST(BannerTest, takesNoRoomWhileSilent)
{
    QWidget host;
    host.show();
    Banner banner(&host);
    EXPECT_TRUE(banner.isHidden());
    QSignalSpy pressed(&banner, &Banner::actionTriggered);
    banner.present(BannerTone::Error, u"No connection since 10:27."_s, u"Reconnect"_s);
    EXPECT_FALSE(banner.isHidden());
    banner.findChild<QPushButton *>()->click();
    EXPECT_EQ(pressed.size(), 1);
    banner.present(BannerTone::Success, u"Connected again."_s, {}, {}, 10);
    EXPECT_TRUE(QTest::qWaitFor([&] { return banner.isHidden(); }));
    EXPECT_TRUE(banner.text().isEmpty());
}

TEST(FieldErrorTest, describesTheField)
{
    QLineEdit field(u"kim"_s);
    FieldError error(&field);
    error.setText(u"Enter the patient's birth date."_s);
    EXPECT_EQ(field.accessibleDescription(), u"Enter the patient's birth date.");
    EXPECT_TRUE(field.property("clinicInvalid").toBool());
    EXPECT_EQ(field.text(), u"kim");
    error.setText({});
    EXPECT_TRUE(field.accessibleDescription().isEmpty());
    EXPECT_FALSE(error.hasError());
}

TEST(IdentityLabelTest, keepsNameBirthAndNumberTogether)
{
    IdentityLabel label;
    label.setPatient(u"Kim"_s, u"Soo"_s, QDate(1985, 5, 3), u"MR-2026-000123"_s,
                     QDate(2026, 11, 24));
    EXPECT_EQ(label.accessibleName(), u"KIM, Soo, Born 03-May-1985 (41y), No. MR-2026-000123");
}

TEST(MiniMonthTest, keysChooseDaysAndTurnMonths)
{
    MiniMonth month;
    month.setSelectedDay(QDate(2026, 11, 24));
    QSignalSpy chosen(&month, &MiniMonth::daySelected);
    QSignalSpy shown(&month, &MiniMonth::monthShown);
    QTest::keyClick(month.focusProxy(), Qt::Key_Down);
    EXPECT_EQ(month.selectedDay(), QDate(2026, 12, 1));
    EXPECT_EQ(shown.value(0).value(0).toDate(), QDate(2026, 12, 1));
    month.setLayoutDirection(Qt::RightToLeft);
    QTest::keyClick(month.focusProxy(), Qt::Key_Left);
    EXPECT_EQ(month.selectedDay(), QDate(2026, 12, 2));
    EXPECT_EQ(chosen.size(), 2);
}

TEST(MiniMonthTest, saysHowFullTheDayIs)
{
    MiniMonth month;
    month.setSelectedDay(QDate(2026, 11, 24));
    const QImage plain = month.grab().toImage();
    QList<QImage> looks {plain};
    for (const DayMark mark :
         {DayMark::Free, DayMark::NearlyFull, DayMark::Full, DayMark::Closed}) {
        month.setMarks({{QDate(2026, 11, 25), mark}});
        const QImage look = month.grab().toImage();
        EXPECT_FALSE(looks.contains(look)) << "each mark has a shape of its own";
        looks << look;
    }
    month.setNotes({{QDate(2026, 11, 24), u"nearly full, 44 of 48 booked"_s}});
    EXPECT_EQ(month.focusProxy()->accessibleName(),
              u"Tue 24-Nov-2026, nearly full, 44 of 48 booked"_s);
    month.setSelectedDay(QDate(2026, 11, 25));
    EXPECT_EQ(month.focusProxy()->accessibleName(), u"Wed 25-Nov-2026"_s);
}

TEST(MonthGridTest, noDayIsFilledWithTheColourOfTheOneBefore)
{
    MonthGrid month;
    month.resize(700, 500);
    month.setDay(QDate(2026, 11, 24));
    month.setToday(QDate(2026, 11, 24));
    QMap<QDate, MonthDay> days;
    for (QDate day(2026, 10, 26); day < QDate(2026, 12, 7); day = day.addDays(1)) {
        DayLoad load;
        load.known = true;
        load.booked = 12;
        load.places = 20;
        load.free = 8;
        days.insert(day, {load, u"12/20"_s, {}, {}});
    }
    month.setDays(days);
    const QImage image = month.grab().toImage();
    // The end of each cell, where nothing is written.
    const QColor ground = Theme::of(&month).colour(Token::Grid);
    for (int row = 0; row < 6; ++row) {
        for (int column = 0; column < 7; ++column) {
            EXPECT_EQ(image.pixelColor(column * 100 + 94, 90 + row * 75), ground)
                << row << ", " << column;
        }
    }
}

TEST(AnnounceTest, namesTheStatusWidget)
{
    QWidget status;
    announce(&status, u"Undone"_s);
    EXPECT_EQ(status.accessibleName(), u"Undone");
}

} // namespace
} // namespace ClinicDesk
