#include "services/ServiceFixture.h"
#include "views/reception/OnScreen.h"
#include "views/reception/ReceptionDesk.h"
#include "views/reception/ShelfList.h"
#include "widgets/agenda/AgendaLayout.h"
#include "widgets/agenda/AgendaMover.h"
#include "widgets/agenda/AgendaScene.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// SVENSSON is with Dr Osei at 10:00, DIAZ at 09:40, ROY with Dr Ba at 09:40, and all may still
/// come: it is 10:07. Whatever is done, by whatever way, is done to whom the screen names.
class CurrentVisit : public ServiceFixture
{
protected:
    enum class By { Menu, Key, Card, ContextMenu };
    struct Stored
    {
        int version = 0;
        QString familyName;
    };

    void SetUp() override
    {
        ServiceFixture::SetUp();
        m_svensson = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 3, 0, at(10, 0), 20})};
        m_diaz = AppointmentId {load(u"confirmed"_s, {u"osei"_s, 2, 0, at(9, 40), 20})};
        m_roy = AppointmentId {load(u"confirmed"_s, {u"ba"_s, 4, 0, at(9, 40), 20})};
        m_desk = std::make_unique<ReceptionDesk>(settings(u"ana"_s));
    }
    void TearDown() override
    {
        m_desk.reset();
        ServiceFixture::TearDown();
    }

    [[nodiscard]] ReceptionDesk &desk() { return *m_desk; }
    [[nodiscard]] ReceptionModels &models() { return m_desk->models(); }
    [[nodiscard]] AgendaView &agenda() { return m_desk->agenda(); }
    [[nodiscard]] QFrame &card() { return *m_desk->child<QFrame>("visitStrip"); }
    [[nodiscard]] QWidget &record() { return *m_desk->child<QWidget>("patientRecordView"); }
    void settle()
    {
        ASSERT_TRUE(desk().waitFor([this] {
            QApplication::processEvents();
            return !desk().executor().isBusy();
        }));
        QApplication::processEvents();
    }

    /// The family name that the screen gives to what a command here would be done to; empty: none.
    [[nodiscard]] QString named()
    {
        // Who is named where the focus is comes before what is marked elsewhere.
        const QString focus = desk().focus();
        const bool inPanel
            = desk().child<QWidget>("bookingPanel")->isAncestorOf(QApplication::focusWidget());
        if (inPanel && models().booking().isOpen()) {
            const auto &patient = models().booking().patient();
            return patient ? patient->familyName : QString();
        }
        if (focus == u"shelfList")
            return models()
                .shelf()
                .row(desk().child<ShelfList>("shelfList")->current())
                ->familyName;
        if (focus == u"findField")
            return desk().child<QLineEdit>("findField")->text();
        if (record().isVisible())
            return models().record().stored().familyName;
        if (card().isVisible()) {
            for (const QString &name : names()) {
                if (OnScreen::writtenOn(card()).contains(name, Qt::CaseInsensitive))
                    return name;
            }
        }
        if (!agenda().isVisible())
            return {};
        return nameOf(agenda().cursor().visit);
    }
    [[nodiscard]] bool pageIsNamed() const { return !m_desk->window().pages().current().isEmpty(); }
    void beginBookingFor(const QString &name)
    {
        desk().key(Qt::Key_N, Qt::ControlModifier);
        ASSERT_TRUE(desk().waitForFocus("bookingPatient"));
        desk().child<QLineEdit>("bookingPatient")->clear();
        desk().type(name);
        desk().key(Qt::Key_Return);
        ASSERT_TRUE(desk().waitForFocus("suggestions"));
        settle();
    }
    [[nodiscard]] static QStringList names() { return {u"Svensson"_s, u"Diaz"_s, u"Roy"_s}; }
    [[nodiscard]] QString nameOf(AppointmentId visit)
    {
        const AppointmentRow *const row = models().day().row(visit);
        return row ? row->familyName : QString();
    }
    [[nodiscard]] QMap<qint64, Stored> stored()
    {
        QMap<qint64, Stored> visits;
        const Rows rows = ownerSql(u"SELECT a.id, a.version, p.family_name FROM app.appointment a "
                                   "JOIN app.patient p ON p.id = a.patient_id"_s);
        for (const Row &row : rows)
            visits.insert(row.get<qint64>(0), {row.get<int>(1), row.get<QString>(2)});
        return visits;
    }

    // Ways to two visits on the screen.
    void clickOn(AppointmentId visit, bool twice = false)
    {
        const AgendaVisit *const shown = agenda().scene().visit(visit);
        ASSERT_NE(shown, nullptr);
        const int column = agenda().scene().columnOf(*shown);
        // Into sight first, as one scrolls before one clicks.
        const QRect rect = agenda().agendaLayout().spanRect(column, shown->start, shown->end);
        const QPoint at(rect.center().x(), rect.top() + rect.height() / 2);
        ASSERT_TRUE(agenda().viewport()->rect().contains(at));
        // A double click sent by QTest has no first click.
        QTest::mouseClick(agenda().viewport(), Qt::LeftButton, {}, at);
        if (twice)
            QTest::mouseDClick(agenda().viewport(), Qt::LeftButton, {}, at);
        settle();
    }
    /// As a line of the Bell does.
    void openFromTheBell(AppointmentId visit)
    {
        models().findVisit(visit);
        ASSERT_TRUE(desk().waitFor([this] { return card().isVisible(); }));
        settle();
    }
    void showColumn(const QString &login, bool shown)
    {
        auto *const list = desk().child<QListWidget>("doctorList");
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole).value<DoctorId>().value == doctor(login))
                list->item(row)->setCheckState(shown ? Qt::Checked : Qt::Unchecked);
        }
    }

    /// Everything taken back and closed: today's grid, all doctors, nothing open.
    void tidyUp()
    {
        OnScreen::closeAllOver(desk().window());
        ASSERT_TRUE(desk().activate());
        while (models().commands().canUndo()) {
            models().commands().undo();
            ASSERT_NO_FATAL_FAILURE(settle());
        }
        agenda().setFocus();
        for (int press = 0; press < 6; ++press)
            desk().key(Qt::Key_Escape);
        models().booking().close();
        for (const AppointmentId visit : {m_svensson, m_diaz, m_roy})
            models().shelf().takeOff(visit);
        for (const QString &login : {u"osei"_s, u"lindqvist"_s, u"ba"_s})
            showColumn(login, true);
        desk().child<QAction>("showCancelled")->setChecked(false);
        // A day that is shown already is not read again: its answer would close what is opened
        // next.
        if (agenda().isHidden() || models().day().period() != DayPeriod {today(), today(), {}}) {
            desk().child<QAction>("viewDay")->trigger();
            desk().child<QAction>("today")->trigger();
        }
        ASSERT_TRUE(desk().waitFor([this] {
            return models().day().period() == DayPeriod {today(), today(), {}};
        }));
        agenda().setFocus();
        ASSERT_NO_FATAL_FAILURE(settle());
    }
    [[nodiscard]] static QDate today() { return {2026, 11, 24}; }

    /// Says yes to what asks before it acts, with the first answer it offers.
    void answer()
    {
        if (auto *const cancelling = desk().child<QDialog>("reasonDialog")) {
            ASSERT_TRUE(desk().waitFor([&] { return cancelling->isActiveWindow(); }));
            desk().key(Qt::Key_2);
            desk().key(Qt::Key_Return);
        } else if (agenda().mover().isActive()) {
            desk().key(Qt::Key_Return);
        }
        ASSERT_NO_FATAL_FAILURE(settle());
    }

    [[nodiscard]] bool doIt(By way, const QString &command)
    {
        auto *const action = desk().child<QAction>(command.toLatin1().constData());
        if (!action || !action->isEnabled())
            return false;
        switch (way) {
        case By::Menu:
            action->trigger();
            return true;
        case By::Key: {
            const QKeySequence key = action->shortcut();
            if (key.isEmpty())
                return false;
            desk().key(key[0].key(), key[0].keyboardModifiers());
            return true;
        }
        case By::Card:
            return clickCard(*action);
        case By::ContextMenu:
            return chooseInContextMenu(*action);
        }
        Q_UNREACHABLE();
    }
    [[nodiscard]] bool clickCard(const QAction &action)
    {
        for (QPushButton *button : card().findChildren<QPushButton *>()) {
            const QString key = action.shortcut().toString(QKeySequence::NativeText);
            if (!button->isVisible() || key.isEmpty() || !button->text().endsWith(key))
                continue;
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
        return false;
    }
    [[nodiscard]] bool chooseInContextMenu(QAction &action)
    {
        agenda().setFocus();
        desk().key(Qt::Key_F10, Qt::ShiftModifier);
        const auto *const menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu || !menu->actions().contains(&action))
            return false;
        action.trigger();
        return true;
    }

    /// Those that can be met that way now.
    [[nodiscard]] QStringList commandsBy(By way)
    {
        if (way != By::ContextMenu) {
            QStringList possible = OnScreen::commands(desk().window());
            possible.removeIf([this](const QString &name) {
                const auto *const action = desk().child<QAction>(name.toLatin1().constData());
                return !action || !action->isEnabled();
            });
            return possible;
        }
        agenda().setFocus();
        desk().key(Qt::Key_F10, Qt::ShiftModifier);
        QStringList names;
        if (auto *const menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
            for (const QAction *action : menu->actions())
                names << action->objectName();
            menu->close();
        }
        return names;
    }
    /// Every command, one by one, each from `arrange` anew: what it touches is of whom the screen
    /// names, and what it opens speaks of nobody else.
    void walk(By way, const std::function<void()> &arrange, int least = 20)
    {
        int done = 0;
        arrange();
        for (const QString &command : commandsBy(way)) {
            SCOPED_TRACE(qPrintable(command));
            ASSERT_NO_FATAL_FAILURE(tidyUp());
            ASSERT_NO_FATAL_FAILURE(arrange());
            const QString who = named();
            const bool ofAVisit = agenda().isVisible() && pageIsNamed();
            const QString toBeChanged = ofAVisit ? who : QString();
            const QMap<qint64, Stored> before = stored();
            if (!doIt(way, command))
                continue;
            ++done;
            ASSERT_NO_FATAL_FAILURE(settle());
            expectNobodyButIn(OnScreen::writtenOver(desk().window()), who);
            expectRecordOf(who);
            ASSERT_NO_FATAL_FAILURE(answer());
            expectTouchedOnly(toBeChanged, before);
        }
        EXPECT_GT(done, least);
        tidyUp();
    }
    void expectNobodyButIn(const QString &written, const QString &who)
    {
        for (const QString &name : names()) {
            if (name != who) {
                EXPECT_FALSE(written.contains(name, Qt::CaseInsensitive))
                    << qPrintable(u"%1 is named, not %2: %3"_s.arg(name, who, written));
            }
        }
    }
    void expectRecordOf(const QString &who)
    {
        if (record().isVisible() && !who.isEmpty()) {
            EXPECT_EQ(models().record().stored().familyName, who);
        }
        if (const auto &booking = models().booking().patient(); booking && !who.isEmpty()) {
            EXPECT_EQ(booking->familyName, who);
        }
    }
    void expectTouchedOnly(const QString &who, const QMap<qint64, Stored> &before)
    {
        const QMap<qint64, Stored> after = stored();
        for (auto visit = after.cbegin(); visit != after.cend(); ++visit) {
            if (before.value(visit.key()).version != visit->version) {
                EXPECT_EQ(visit->familyName, who);
            }
        }
    }
    /// What is marked in the grid and what the card names are one.
    void expectOne(AppointmentId visit)
    {
        EXPECT_TRUE(card().isVisible());
        EXPECT_EQ(named(), nameOf(visit));
        EXPECT_EQ(agenda().cursor().visit, visit);
    }

    AppointmentId m_svensson;
    AppointmentId m_diaz;
    AppointmentId m_roy;

private:
    std::unique_ptr<ReceptionDesk> m_desk;
};

TEST_F(CurrentVisit, theCardFollowsWhatIsSelected)
{
    clickOn(m_svensson, true);
    expectOne(m_svensson);
    clickOn(m_diaz);
    expectOne(m_diaz);
    EXPECT_EQ(desk().focus(), u"agenda"_s);
    desk().key(Qt::Key_Down, Qt::ControlModifier);
    expectOne(m_svensson);
    openFromTheBell(m_roy);
    expectOne(m_roy);
    desk().key(Qt::Key_Escape);
    clickOn(m_svensson);
    EXPECT_FALSE(card().isVisible()) << "closed, it stays closed";
}

TEST_F(CurrentVisit, everyCommandOfTheMenusAfterAClickElsewhere)
{
    walk(By::Menu, [this] {
        clickOn(m_svensson, true);
        clickOn(m_diaz);
        ASSERT_TRUE(card().isVisible());
    });
}

TEST_F(CurrentVisit, everyKeyAfterAClickElsewhere)
{
    walk(By::Key, [this] {
        clickOn(m_svensson, true);
        clickOn(m_diaz);
        ASSERT_TRUE(card().isVisible());
    });
}

TEST_F(CurrentVisit, everyButtonOfTheCardAfterAClickElsewhere)
{
    walk(
        By::Card,
        [this] {
            clickOn(m_svensson, true);
            clickOn(m_diaz);
            ASSERT_TRUE(card().isVisible());
        },
        2);
}

TEST_F(CurrentVisit, everythingInTheContextMenuAfterAClickElsewhere)
{
    walk(
        By::ContextMenu,
        [this] {
            clickOn(m_svensson, true);
            clickOn(m_diaz);
            ASSERT_TRUE(card().isVisible());
        },
        2);
}

TEST_F(CurrentVisit, everyKeyWhileTheBookingPanelNamesAnother)
{
    walk(
        By::Key,
        [this] {
            clickOn(m_diaz);
            beginBookingFor(u"svensson"_s);
            ASSERT_EQ(named(), u"Svensson"_s);
        },
        10);
}

TEST_F(CurrentVisit, everyMenuWhileTheBookingPanelNamesAnotherThanTheCard)
{
    walk(
        By::Menu,
        [this] {
            beginBookingFor(u"svensson"_s);
            openFromTheBell(m_roy);
            desk().child<QWidget>("suggestions")->setFocus();
            ASSERT_EQ(named(), u"Svensson"_s);
        },
        10);
}

TEST_F(CurrentVisit, everyKeyOnTheShelf)
{
    walk(
        By::Key,
        [this] {
            clickOn(m_roy);
            desk().child<QAction>("parkVisit")->trigger();
            desk().key(Qt::Key_Escape);
            clickOn(m_diaz);
            desk().child<QWidget>("shelfList")->setFocus();
            ASSERT_EQ(named(), u"Roy"_s);
        },
        10);
}

TEST_F(CurrentVisit, everyKeyInTheSearchThatNamesAnother)
{
    walk(
        By::Key,
        [this] {
            clickOn(m_diaz);
            desk().child<QAction>("findPatient")->trigger();
            desk().type(u"Svensson"_s);
            settle();
            ASSERT_EQ(named(), u"Svensson"_s);
        },
        10);
}

TEST_F(CurrentVisit, everyKeyAfterOneWasOpenedFromTheBell)
{
    walk(By::Key, [this] {
        clickOn(m_diaz);
        openFromTheBell(m_svensson);
        agenda().setFocus();
        clickOn(m_diaz);
    });
}

TEST_F(CurrentVisit, everyKeyWithOneOpenWhoseColumnIsHidden)
{
    walk(By::Key, [this] {
        showColumn(u"ba"_s, false);
        clickOn(m_diaz);
        openFromTheBell(m_roy);
        agenda().setFocus();
        expectOne(m_roy);
    });
}

TEST_F(CurrentVisit, theMonthTouchesNothingThatItHides)
{
    walk(By::Key, [this] {
        clickOn(m_roy);
        desk().child<QAction>("parkVisit")->trigger();
        clickOn(m_diaz);
        desk().child<QAction>("viewMonth")->trigger();
        settle();
        ASSERT_TRUE(named().isEmpty());
    });
}

TEST_F(CurrentVisit, aRecordIsAboutItsPatientAndChangesNoVisit)
{
    walk(By::Key, [this] {
        clickOn(m_roy);
        desk().child<QAction>("parkVisit")->trigger();
        clickOn(m_svensson, true);
        desk().key(Qt::Key_F2);
        ASSERT_TRUE(desk().waitFor([this] { return record().isVisible(); }));
        settle();
        desk().agenda().selectVisit(m_diaz);
        ASSERT_EQ(named(), u"Svensson"_s);
    });
}

TEST_F(CurrentVisit, whoComesToLieUnderTheCursorIsNotSelected)
{
    clickOn(m_diaz);
    desk().key(Qt::Key_F10, Qt::ShiftModifier);
    const QPointer<QMenu> menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_FALSE(menu.isNull());
    // Another desk puts Diaz elsewhere and Svensson into that place.
    OpenSession other(settings(u"ben"_s));
    const auto move = [&](AppointmentId visit, const QDateTime &start) {
        return other.run(u"UPDATE app.appointment SET starts_at = %1, ends_at = %2 WHERE id = %3"_s
                             .arg(literal(start), literal(start.addSecs(1200)))
                             .arg(visit.value));
    };
    ASSERT_TRUE(move(m_diaz, at(15, 0)).ok());
    ASSERT_TRUE(move(m_svensson, at(10, 20)).ok());
    ASSERT_TRUE(desk().waitFor([this] {
        const AppointmentRow *const row = models().day().row(m_svensson);
        return row && row->appointment.start == at(10, 20);
    }));
    settle();
    EXPECT_EQ(agenda().cursor().visit, m_diaz) << "the cursor went with him";
    EXPECT_TRUE(!menu || menu->isVisible());
    if (menu)
        menu->close();
    // Gone altogether: nobody is selected, whoever lies there.
    showColumn(u"osei"_s, false);
    settle();
    EXPECT_FALSE(agenda().cursor().visit.isValid());
    const QMap<qint64, Stored> before = stored();
    desk().key(Qt::Key_F9);
    settle();
    EXPECT_EQ(stored().value(m_roy.value).version, before.value(m_roy.value).version);
}

TEST_F(CurrentVisit, anotherDoctorsWeekOrAnotherWeekChoosesNobody)
{
    const AppointmentId later {
        load(u"confirmed"_s, {u"osei"_s, 5, 0, at(9, 40, {2026, 12, 1}), 20})};
    clickOn(m_diaz);
    desk().child<QAction>("viewWeek")->trigger();
    settle();
    ASSERT_TRUE(desk().waitFor([this] { return agenda().cursor().visit == m_diaz; }));
    const auto expectNobody = [this](const DayPeriod &period) {
        ASSERT_TRUE(desk().waitFor([&] { return models().day().period() == period; }));
        settle();
        EXPECT_FALSE(agenda().cursor().visit.isValid());
        EXPECT_FALSE(pageIsNamed());
        EXPECT_FALSE(desk().child<QAction>("checkIn")->isEnabled());
        EXPECT_FALSE(desk().child<QAction>("cancelVisit")->isEnabled());
    };
    const QDate monday {2026, 11, 23};
    desk().child<QAction>("nextDoctor")->trigger();
    const DoctorId next = models().day().wantedPeriod().only;
    ASSERT_NE(next.value, doctor(u"osei"_s));
    expectNobody({monday, monday.addDays(6), next});
    desk().child<QAction>("previousDoctor")->trigger();
    expectNobody({monday, monday.addDays(6), DoctorId {doctor(u"osei"_s)}});
    agenda().selectVisit(m_diaz);
    ASSERT_TRUE(pageIsNamed());
    desk().child<QAction>("nextDay")->trigger();
    expectNobody({monday.addDays(7), monday.addDays(13), DoctorId {doctor(u"osei"_s)}});
    EXPECT_NE(models().day().row(later), nullptr) << "who lies there";
    EXPECT_FALSE(OnScreen::writtenOn(desk().window()).contains(u"loading"_s));
}

TEST_F(CurrentVisit, whoIsOutOfSightIsShownBeforeAnythingIsDone)
{
    clickOn(m_diaz);
    const int version = stored().value(m_diaz.value).version;
    QScrollBar &bar = *agenda().verticalScrollBar();
    for (const auto &[key, modifiers] :
         {std::pair(Qt::Key_F9, Qt::KeyboardModifiers()),
          std::pair(Qt::Key_Delete, Qt::KeyboardModifiers()),
          std::pair(Qt::Key_Down, Qt::KeyboardModifiers(Qt::AltModifier))}) {
        bar.setValue(bar.maximum());
        ASSERT_FALSE(agenda().isSelectionSeen());
        desk().key(key, modifiers);
        settle();
        EXPECT_TRUE(agenda().isSelectionSeen());
        EXPECT_EQ(desk().child<QDialog>("reasonDialog"), nullptr);
        EXPECT_FALSE(agenda().mover().isActive());
        EXPECT_EQ(stored().value(m_diaz.value).version, version);
    }
    desk().key(Qt::Key_F9);
    settle();
    EXPECT_GT(stored().value(m_diaz.value).version, version)
        << "the next press knows whom it meets";
}

TEST_F(CurrentVisit, aSecondEnterOnAnOpenedCardDoesNothing)
{
    clickOn(m_diaz);
    const QMap<qint64, Stored> before = stored();
    desk().key(Qt::Key_Return);
    ASSERT_TRUE(card().isVisible());
    EXPECT_TRUE(card().hasFocus());
    desk().key(Qt::Key_Return);
    settle();
    expectOne(m_diaz);
    expectTouchedOnly({}, before);
}

TEST_F(CurrentVisit, noCardIsPrintedWhileThePanelNamesAnotherThanTheRecord)
{
    beginBookingFor(u"svensson"_s);
    clickOn(m_diaz);
    desk().key(Qt::Key_F2);
    ASSERT_TRUE(desk().waitFor([this] { return record().isVisible(); }));
    settle();
    ASSERT_EQ(named(), u"Diaz"_s);
    const QAction &print = *desk().child<QAction>("patientCard");
    EXPECT_TRUE(print.isEnabled());
    desk().child<QWidget>("suggestions")->setFocus();
    ASSERT_EQ(named(), u"Svensson"_s);
    EXPECT_FALSE(print.isEnabled());
}

TEST_F(CurrentVisit, aCancelledOneThatIsOpenedIsSeen)
{
    ASSERT_TRUE(
        done(updateAs(u"ben"_s, m_roy.value, u"status = 'cancelled', status_note = 'x'"_s)));
    ASSERT_TRUE(desk().waitForRow(patient(4), [](const Appointment &now) {
        return now.status == AppointmentStatus::Cancelled;
    }));
    clickOn(m_diaz);
    openFromTheBell(m_roy);
    expectOne(m_roy);
}

} // namespace ClinicDesk
