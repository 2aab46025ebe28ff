#include "views/shell/MenuPlace.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

#include <array>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr std::array allPlaces {MenuPlace::Clinic,      MenuPlace::Edit,    MenuPlace::Request,
                                MenuPlace::Appointment, MenuPlace::Patient, MenuPlace::View,
                                MenuPlace::Help};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

QString nameOf(MenuPlace place)
{
    switch (place) {
    case MenuPlace::Clinic:
        return u"clinicMenu"_s;
    case MenuPlace::Edit:
        return u"editMenu"_s;
    case MenuPlace::Request:
        return u"requestMenu"_s;
    case MenuPlace::Appointment:
        return u"visitMenu"_s;
    case MenuPlace::Patient:
        return u"patientMenu"_s;
    case MenuPlace::View:
        return u"viewMenu"_s;
    case MenuPlace::Help:
        return u"helpMenu"_s;
    }
    Q_UNREACHABLE();
}

QString titleOf(MenuPlace place)
{
    switch (place) {
    case MenuPlace::Clinic:
        return Texts::tr("C&linic");
    case MenuPlace::Edit:
        return Texts::tr("Edi&t");
    case MenuPlace::Request:
        return Texts::tr("&Request");
    case MenuPlace::Appointment:
        return Texts::tr("&Appointment");
    case MenuPlace::Patient:
        return Texts::tr("Pat&ient");
    case MenuPlace::View:
        return Texts::tr("&View");
    case MenuPlace::Help:
        return Texts::tr("&Help");
    }
    Q_UNREACHABLE();
}

QMenu *find(const QMenuBar &bar, MenuPlace place)
{
    return bar.findChild<QMenu *>(nameOf(place), Qt::FindDirectChildrenOnly);
}

} // namespace

QMenu &menuAt(QMenuBar &bar, MenuPlace place)
{
    if (QMenu *const there = find(bar, place))
        return *there;
    QAction *before = nullptr;
    for (const MenuPlace later : allPlaces) {
        if (later <= place)
            continue;
        if (const QMenu *const menu = find(bar, later)) {
            before = menu->menuAction();
            break;
        }
    }
    auto *const made = new QMenu(titleOf(place), &bar);
    made->setObjectName(nameOf(place));
    made->setToolTipsVisible(true);
    bar.insertMenu(before, made);
    return *made;
}

QAction *commonEntries(const QMenu &menu)
{
    const QList<QAction *> actions = menu.actions();
    for (QAction *const action : actions) {
        if (action->property("common").toBool())
            return action;
    }
    return nullptr;
}

} // namespace ClinicDesk
