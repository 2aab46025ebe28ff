#include "views/shell/MenuPlace.h"
#include "views/shell/CommonActions.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QStringList names(const QMenuBar &bar)
{
    QStringList names;
    for (const QAction *const menu : bar.actions())
        names << menu->menu()->objectName();
    return names;
}

} // namespace

TEST(MenuPlace, menusStandInOneOrderHoweverTheyCame)
{
    QMenuBar bar;
    for (const MenuPlace place :
         {MenuPlace::Help, MenuPlace::Appointment, MenuPlace::Clinic, MenuPlace::View,
          MenuPlace::Request, MenuPlace::Edit, MenuPlace::Patient})
        (void)menuAt(bar, place);
    EXPECT_EQ(names(bar),
              (QStringList {u"clinicMenu"_s, u"editMenu"_s, u"requestMenu"_s, u"visitMenu"_s,
                            u"patientMenu"_s, u"viewMenu"_s, u"helpMenu"_s}));
    EXPECT_EQ(&menuAt(bar, MenuPlace::View), &menuAt(bar, MenuPlace::View));
    EXPECT_EQ(names(bar).size(), 7);
}

TEST(MenuPlace, aPageCanPutItsEntriesBeforeTheCommonOnes)
{
    QMainWindow window;
    QMenuBar &bar = *window.menuBar();
    QMenu &view = menuAt(bar, MenuPlace::View);
    EXPECT_EQ(commonEntries(view), nullptr);
    const CommonActions common(&window);
    common.addTo(bar);
    EXPECT_EQ(commonEntries(view), common.nextPane);
    for (const char *const name :
         {"undo", "redo", "nextPane", "newestToast", "bell", "reconnect", "palette", "keys"})
        EXPECT_NE(window.findChild<QAction *>(QLatin1StringView(name)), nullptr) << name;
}

} // namespace ClinicDesk
