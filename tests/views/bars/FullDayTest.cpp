#include "views/bars/BarsFixture.h"

#include "models/DayModel.h"
#include "views/bars/ClippedLabels.h"
#include "views/bars/EventWait.h"
#include "views/bars/PlaceNames.h"
#include "views/reception/ReceptionDesk.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaView.h"

#include <QDir>
#include <QMainWindow>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

/// A day of 20 doctors with 40 visits each on a small screen. With CLINICDESK_SHOTS set to a folder
/// it leaves pictures there.
class FullDay : public BarsFixture
{
protected:
    void SetUp() override
    {
        BarsFixture::SetUp();
        fillDay();
        startProgram(superuserSettings().host, port());
    }

    void TearDown() override
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        BarsFixture::TearDown();
    }

    QMainWindow *open(const QString &login)
    {
        QMainWindow *const window = signIn(login);
        if (window)
            window->resize(1366, 768);
        return window;
    }

    static void expectNothingClipped(QMainWindow &window, const QString &name)
    {
        // Layouts settle in several turns of the event loop, and a row that comes in meanwhile
        // starts them anew.
        QStringList clipped;
        (void)waitUntil(
            [&] {
                clipped = clippedLabels(window);
                return window.size() == QSize(1366, 768) && clipped.isEmpty();
            },
            5s);
        const QString folder = qEnvironmentVariable("CLINICDESK_SHOTS");
        if (!folder.isEmpty())
            window.grab().save(QDir(folder).filePath(name + u".png"_s));
        EXPECT_EQ(window.size(), QSize(1366, 768)) << qPrintable(name);
        EXPECT_TRUE(clipped.isEmpty()) << qPrintable(name) << ":\n"
                                       << qPrintable(clipped.join(u'\n'));
    }

    template<typename Check> void inEachDirectionAndSize(Check check)
    {
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            for (const int zoom : {100, 200}) {
                QApplication::setLayoutDirection(direction);
                program().theme().setZoom(zoom);
                check(u"%1-%2"_s.arg(direction == Qt::LeftToRight ? u"ltr"_s : u"rtl"_s).arg(zoom));
            }
        }
    }
};

static bool isFull(const AgendaView &agenda)
{
    return agenda.model() && agenda.model()->rowCount() == 800
        && agenda.scene().columns().size() == 20;
}

TEST_F(FullDay, nothingOfTheReceptionIsClipped)
{
    QMainWindow *const window = open(u"ana"_s);
    ASSERT_NE(window, nullptr);
    auto *const agenda = window->findChild<AgendaView *>();
    ASSERT_TRUE(waitUntil([agenda] { return isFull(*agenda); }));
    inEachDirectionAndSize([&](const QString &name) {
        agenda->setFocus();
        expectNothingClipped(*window, u"day-"_s + name);
        ReceptionDesk::key(Qt::Key_N, Qt::ControlModifier);
        ReceptionDesk::type(u"kim soo"_s);
        ReceptionDesk::key(Qt::Key_Return);
        ASSERT_TRUE(waitUntil([] { return ReceptionDesk::focus() == u"suggestions"_s; }));
        expectNothingClipped(*window, u"book-"_s + name);
        ReceptionDesk::key(Qt::Key_Escape);
        ReceptionDesk::key(Qt::Key_Escape);
        agenda->selectVisit(agenda->scene().visits().constLast().id);
        agenda->setFocus();
        ReceptionDesk::key(Qt::Key_Return);
        expectNothingClipped(*window, u"visit-"_s + name);
        ReceptionDesk::key(Qt::Key_Escape);
    });
}

TEST_F(FullDay, nothingOfTheDoctorIsClipped)
{
    QMainWindow *const window = open(u"osei"_s);
    ASSERT_NE(window, nullptr);
    const auto *const identity = window->findChild<QWidget *>(u"identity"_s);
    ASSERT_TRUE(waitUntil([identity] { return identity->isVisible(); })) << "a patient is shown";
    inEachDirectionAndSize(
        [&](const QString &name) { expectNothingClipped(*window, u"doctor-"_s + name); });
}

TEST_F(FullDay, everySlotAndVisitIsNamed)
{
    QMainWindow *const window = open(u"ana"_s);
    ASSERT_NE(window, nullptr);
    auto *const agenda = window->findChild<AgendaView *>();
    ASSERT_TRUE(waitUntil([agenda] { return isFull(*agenda); }));
    qsizetype named = 0;
    const QStringList wrong
        = unnamedPlaces(*agenda, static_cast<const DayModel &>(*agenda->model()), &named);
    EXPECT_TRUE(wrong.isEmpty()) << qPrintable(wrong.join(u'\n'));
    EXPECT_GT(named, 800) << "free slots have names as well";
}

} // namespace ClinicDesk
