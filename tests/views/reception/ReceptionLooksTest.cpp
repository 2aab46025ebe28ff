#include "services/ServiceFixture.h"
#include "services/appointments/AppointmentOperations.h"
#include "views/paper/PaperDialog.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/MiniMonth.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"
#include "widgets/theme/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// The window on a small screen in every scheme and text size. With CLINICDESK_SHOTS set to a
/// folder it leaves pictures there.
class ReceptionLooks : public ServiceFixture
{
protected:
    void SetUp() override
    {
        ServiceFixture::SetUp();
        fillDay();
        m_theme.applyTo(*qApp);
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
    }

    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] Theme &theme() { return m_theme; }

    void shoot(const QString &name)
    {
        QCoreApplication::sendPostedEvents();
        const QString folder = qEnvironmentVariable("CLINICDESK_SHOTS");
        if (!folder.isEmpty())
            shown().grab().save(QDir(folder).filePath(name + u".png"_s));
    }

    /// The dialog that is open, else the window.
    [[nodiscard]] QWidget &shown()
    {
        QWidget *const dialog = QApplication::activeModalWidget();
        return dialog ? *dialog : desk().window();
    }

    void expectNothingClipped(const QString &name)
    {
        // Layouts settle in several turns of the event loop.
        (void)QTest::qWaitFor([this] { return clipped().isEmpty(); }, 2000);
        EXPECT_EQ(clipped().join(u"; "_s).toStdString(), "") << qPrintable(name);
    }

    /// One picture in which nothing is clipped.
    void look(const QString &name)
    {
        shoot(name);
        expectNothingClipped(name);
    }

    [[nodiscard]] bool waitForDialog(const char *name)
    {
        return desk().waitFor([this, name] {
            auto *const dialog = desk().child<QDialog>(name);
            return dialog && dialog->isVisible();
        });
    }

    void closeDialog(const char *name)
    {
        desk().child<QDialog>(name)->reject();
        ASSERT_TRUE(desk().waitFor([this, name] { return !desk().child<QDialog>(name); }));
        ASSERT_TRUE(desk().activate());
    }

    [[nodiscard]] static bool isInScrollArea(const QWidget *widget)
    {
        const QWidget *at = widget;
        while (at && !qobject_cast<const QScrollArea *>(at))
            at = at->parentWidget();
        return at;
    }

    /// Labels and buttons that have less room than their text needs.
    [[nodiscard]] QStringList clipped()
    {
        QStringList found;
        for (QWidget *widget : shown().findChildren<QWidget *>()) {
            const bool hasText
                = qobject_cast<QLabel *>(widget) || qobject_cast<QAbstractButton *>(widget);
            if (!hasText || !widget->isVisible() || widget->property("text").toString().isEmpty())
                continue;
            QSize needed = widget->minimumSizeHint();
            if (widget->hasHeightForWidth())
                needed = {0, widget->heightForWidth(widget->width())};
            const QRect seen = widget->visibleRegion().boundingRect();
            const bool scrolls = isInScrollArea(widget);
            // What is scrolled away can be scrolled to.
            const int width = scrolls ? widget->width() : std::min(widget->width(), seen.width());
            const int height
                = scrolls ? widget->height() : std::min(widget->height(), seen.height());
            if (width < needed.width() || height < needed.height())
                found << QString(QLatin1StringView(widget->metaObject()->className()) + u' '
                                 + widget->objectName() + u": "_s
                                 + widget->property("text").toString());
        }
        return found;
    }

    /// A visit at 12:40, outside of the hours, and who has agreed to it.
    AppointmentId bookAnyway()
    {
        BookRequest wish = request({u"lindqvist"_s, 2, 3, at(12, 40), 20});
        wish.override
            = {u"hours"_s, u"The patient leaves for abroad tonight and needs the papers"_s};
        OperationDesk other(deskSettings(u"ben"_s, 2));
        const Result<Appointment> booked = AppointmentOperations::book(other.manager, wish);
        EXPECT_TRUE(booked.has_value());
        return booked ? booked->id : AppointmentId {};
    }

private:
    void fillDay()
    {
        const qint64 waiting = load(u"confirmed"_s, {u"osei"_s, 3, 0, at(9, 40), 20});
        load(u"completed"_s, {u"osei"_s, 2, 0, at(9, 0), 20});
        load(u"in_progress"_s, {u"osei"_s, 4, 0, at(10, 0), 20});
        load(u"pending"_s, {u"osei"_s, 5, 0, at(11, 0), 40});
        load(u"confirmed"_s, {u"osei"_s, 7, 0, at(11, 40), 20});
        const qint64 soon = load(u"confirmed"_s, {u"lindqvist"_s, 6, 0, at(10, 0), 20});
        load(u"no_show"_s, {u"lindqvist"_s, 8, 0, at(9, 20), 20});
        load(u"confirmed"_s, {u"lindqvist"_s, 9, 0, at(10, 40), 20});
        load(u"pending"_s, {u"ba"_s, 10, 0, at(9, 0), 20});
        ownerSql(u"UPDATE app.appointment SET visit_type_id = %1"_s.arg(visitTypeId(1)));
        ownerSql(
            u"UPDATE app.appointment SET checked_in_at = %1 WHERE id = %2"_s.arg(literal(at(9, 35)))
                .arg(waiting));
        ownerSql(
            u"UPDATE app.appointment SET checked_in_at = %1 WHERE id = %2"_s.arg(literal(at(9, 55)))
                .arg(soon));
    }

    Theme m_theme;
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(ReceptionLooks, nothingIsClippedAnywhere)
{
    for (const ColourScheme scheme :
         {ColourScheme::Light, ColourScheme::Dark, ColourScheme::HighContrast}) {
        for (const int zoom : {100, 200}) {
            theme().setScheme(scheme);
            theme().setZoom(zoom);
            const QString name = u"%1-%2"_s.arg(static_cast<int>(scheme)).arg(zoom);
            shoot(name + u"-day"_s);
            EXPECT_EQ(desk().window().size(), QSize(1366, 768))
                << "large text must not widen the window";
            expectNothingClipped(name);

            desk().key(Qt::Key_N, Qt::ControlModifier);
            desk().type(u"kim"_s);
            ASSERT_TRUE(
                desk().waitFor([this] { return desk().models().bookingSearch().isCurrent(); }));
            shoot(name + u"-search"_s);
            desk().key(Qt::Key_Return);
            ASSERT_TRUE(desk().waitForFocus("suggestions"));
            ASSERT_TRUE(desk().waitFor(
                [this] { return !desk().models().booking().freeTimes().isAsking(); }));
            desk().key(Qt::Key_Return);
            ASSERT_TRUE(desk().waitFor([this] { return desk().models().booking().isHeld(); }));
            shoot(name + u"-book"_s);
            expectNothingClipped(name);
            const auto *const book = desk().child<QPushButton>("bookNow");
            EXPECT_EQ(book->visibleRegion().boundingRect(), book->rect()) << qPrintable(name);
            desk().key(Qt::Key_Escape);
            desk().key(Qt::Key_Escape);

            desk().key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
            shoot(name + u"-patient"_s);
            expectNothingClipped(name);
            desk().key(Qt::Key_Escape);
            desk().key(Qt::Key_Escape);

            desk().agenda().setCursor(DoctorId {doctor(u"lindqvist"_s)}, at(10, 40));
            desk().agenda().setFocus();
            desk().key(Qt::Key_Return);
            shoot(name + u"-visit"_s);
            expectNothingClipped(name);
            desk().key(Qt::Key_Escape);
        }
    }
}

TEST_F(ReceptionLooks, dialogsFit)
{
    for (const ColourScheme scheme :
         {ColourScheme::Light, ColourScheme::Dark, ColourScheme::HighContrast}) {
        for (const int zoom : {100, 200}) {
            theme().setScheme(scheme);
            theme().setZoom(zoom);
            const QString name = u"%1-%2"_s.arg(static_cast<int>(scheme)).arg(zoom);
            desk().agenda().setCursor(DoctorId {doctor(u"lindqvist"_s)}, at(10, 40));
            desk().agenda().setFocus();
            desk().key(Qt::Key_Delete);
            ASSERT_TRUE(waitForDialog("reasonDialog"));
            desk().child<QPushButton>("actButton")->click();
            look(name + u"-cancel"_s);
            closeDialog("reasonDialog");

            desk().key(Qt::Key_F1);
            ASSERT_TRUE(waitForDialog("keysDialog"));
            look(name + u"-keys"_s);
            closeDialog("keysDialog");

            desk().key(Qt::Key_K, Qt::ControlModifier);
            ASSERT_TRUE(waitForDialog("commandPalette"));
            desk().type(u"ki"_s);
            look(name + u"-palette"_s);
            closeDialog("commandPalette");

            BookingModel &booking = desk().models().booking();
            desk().key(Qt::Key_N, Qt::ControlModifier);
            desk().type(u"kim soo"_s);
            desk().key(Qt::Key_Return);
            ASSERT_TRUE(desk().waitForFocus("suggestions"));
            ASSERT_TRUE(desk().waitFor([&] {
                return !booking.freeTimes().isAsking() && !booking.freeTimes().list().isEmpty();
            }));
            const FreeSlot slot = booking.freeTimes().list().constFirst().slot;
            for (const QString &login : {u"osei"_s, u"lindqvist"_s, u"ba"_s}) {
                if (slot.doctor.value == doctor(login))
                    bookAs(u"ben"_s, {login, 8, 0, slot.start, 20});
            }
            desk().key(Qt::Key_Return);
            ASSERT_TRUE(waitForDialog("collisionDialog"));
            ASSERT_TRUE(desk().waitFor([&] { return booking.collision()->isHeld(); }));
            look(name + u"-collision"_s);
            closeDialog("collisionDialog");
            desk().key(Qt::Key_Escape);
            desk().key(Qt::Key_Escape);
        }
    }
}

TEST_F(ReceptionLooks, aRuleToOverrideAndAnotherRoomFit)
{
    const AppointmentId visit = bookAnyway();
    ASSERT_TRUE(desk().waitFor([&] { return desk().models().day().row(visit) != nullptr; }));
    for (const ColourScheme scheme :
         {ColourScheme::Light, ColourScheme::Dark, ColourScheme::HighContrast}) {
        for (const int zoom : {100, 200}) {
            theme().setScheme(scheme);
            theme().setZoom(zoom);
            const QString name = u"%1-%2"_s.arg(static_cast<int>(scheme)).arg(zoom);
            BookingModel &booking = desk().models().booking();
            desk().agenda().setCursor(DoctorId {doctor(u"osei"_s)}, at(12, 0));
            desk().agenda().setFocus();
            desk().key(Qt::Key_Return);
            desk().type(u"kim soo"_s);
            desk().key(Qt::Key_Return);
            ASSERT_TRUE(desk().waitFor([&] { return !booking.overridable().isEmpty(); }));
            desk().child<QPushButton>("offerOverride")->setFocus();
            look(name + u"-override"_s);
            desk().key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
            desk().key(Qt::Key_Return);
            look(name + u"-override-reason"_s);
            for (int step = 0; step < 3; ++step)
                desk().key(Qt::Key_Escape);
            ASSERT_FALSE(booking.isOpen());

            desk().agenda().selectVisit(visit);
            desk().agenda().setFocus();
            desk().key(Qt::Key_Return);
            ASSERT_TRUE(desk().waitFor(
                [this] { return desk().child<QLabel>("visitOverride")->isVisible(); }));
            look(name + u"-overridden"_s);
            desk().key(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
            ASSERT_TRUE(waitForDialog("roomDialog"));
            auto *const rooms = desk().child<QListWidget>("rooms");
            ASSERT_TRUE(desk().waitFor([rooms] { return rooms->count() == 5; }));
            look(name + u"-room"_s);
            closeDialog("roomDialog");
            desk().key(Qt::Key_Escape);
        }
    }
}

TEST_F(ReceptionLooks, closedDaysAreStruckThrough)
{
    auto *const month = desk().window().findChild<MiniMonth *>();
    const QImage before = month->grab().toImage();
    ownerSql(u"INSERT INTO app.closed_day(day, name) VALUES ('%1', 'Inventory')"_s.arg(
        at(9, 0).date().addDays(2).toString(Qt::ISODate)));
    ASSERT_TRUE(
        desk().waitFor([this] { return !desk().models().catalogue().closedDays().isEmpty(); }));
    EXPECT_NE(month->grab().toImage(), before);
}

TEST_F(ReceptionLooks, weekMonthGoToDateAndPaper)
{
    for (const bool mirrored : {false, true}) {
        QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        for (const int zoom : {100, 200}) {
            theme().setZoom(zoom);
            theme().setScheme(mirrored ? ColourScheme::Dark : ColourScheme::Light);
            const QString name = u"views-%1%2"_s.arg(zoom).arg(mirrored ? u"-mirrored"_s : u""_s);
            desk().key(Qt::Key_2, Qt::ControlModifier);
            ASSERT_TRUE(
                desk().waitFor([this] { return desk().agenda().scene().columns().size() == 7; }));
            look(name + u"-week"_s);
            desk().key(Qt::Key_G, Qt::ControlModifier);
            ASSERT_TRUE(waitForDialog("goToDateDialog"));
            desk().type(u"+3"_s);
            look(name + u"-go-to-date"_s);
            closeDialog("goToDateDialog");
            desk().key(Qt::Key_3, Qt::ControlModifier);
            ASSERT_TRUE(desk().waitFor(
                [this] { return desk().models().load().on(at(9, 0).date()).known; }));
            look(name + u"-month"_s);
            desk().key(Qt::Key_1, Qt::ControlModifier);
            ASSERT_TRUE(desk().waitFor([this] { return desk().models().day().period().isDay(); }));
            desk().key(Qt::Key_P, Qt::ControlModifier);
            ASSERT_TRUE(waitForDialog("dayListDialog"));
            ASSERT_TRUE(desk().waitFor(
                [this] { return desk().child<PaperDialog>("dayListDialog")->shownPages() > 0; }));
            look(name + u"-paper"_s);
            closeDialog("dayListDialog");
        }
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_F(ReceptionLooks, mirrorsForRightToLeft)
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    for (const int zoom : {100, 200}) {
        theme().setZoom(zoom);
        desk().key(Qt::Key_N, Qt::ControlModifier);
        desk().type(u"kim soo"_s);
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitForFocus("suggestions"));
        look(u"rtl-%1-book"_s.arg(zoom));
        desk().key(Qt::Key_Escape);
        desk().agenda().setCursor(DoctorId {doctor(u"lindqvist"_s)}, at(10, 40));
        desk().agenda().setFocus();
        desk().key(Qt::Key_Return);
        look(u"rtl-%1-visit"_s.arg(zoom));
        desk().key(Qt::Key_Escape);
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_F(ReceptionLooks, thePatientsRecordFits)
{
    ownerSql(u"UPDATE app.patient SET address = 'Lakeside 14\n12345 Lakeside', email = "
             "'sue.kim@example.org', national_id = 'AB 12 34 56', desk_notes = 'Prefers mornings' "
             "WHERE id = %1"_s.arg(patient(9)));
    for (const ColourScheme scheme :
         {ColourScheme::Light, ColourScheme::Dark, ColourScheme::HighContrast}) {
        for (const int zoom : {100, 200}) {
            theme().setScheme(scheme);
            theme().setZoom(zoom);
            const QString name = u"%1-%2"_s.arg(static_cast<int>(scheme)).arg(zoom);
            desk().agenda().setCursor(DoctorId {doctor(u"lindqvist"_s)}, at(10, 40));
            desk().agenda().setFocus();
            desk().key(Qt::Key_F2);
            ASSERT_TRUE(desk().waitForFocus("record_familyName"));
            desk().models().record().edit(PatientField::Phone, u"111"_s);
            ASSERT_TRUE(sqlAs(u"ben"_s,
                              u"UPDATE app.patient SET phone = phone || '1', address = 'Lakeside "
                              "15' WHERE id = %1"_s.arg(patient(9)))
                            .ok());
            ASSERT_TRUE(
                desk().waitFor([this] { return desk().models().record().conflict().has_value(); }));
            look(name + u"-record"_s);
            EXPECT_EQ(desk().window().size(), QSize(1366, 768)) << qPrintable(name);
            desk().key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
            ASSERT_TRUE(waitForDialog("cardDialog"));
            desk().child<QPushButton>("renewCard")->click();
            ASSERT_TRUE(desk().waitFor(
                [this] { return desk().child<QLabel>("cardNote")->text().startsWith(u"This"_s); }));
            look(name + u"-card"_s);
            desk().child<QDialog>("cardDialog")->reject();
            closeDialog("cardDialog");
            desk().models().record().discard();
            desk().key(Qt::Key_Escape);
        }
    }
}

} // namespace ClinicDesk
