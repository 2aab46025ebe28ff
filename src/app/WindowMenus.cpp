#include "app/WindowMenus.h"

#include "app/Languages.h"
#include "views/shell/MenuPlace.h"
#include "widgets/KeyMap.h"
#include "widgets/theme/Theme.h"

#include <QActionGroup>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int zoomStep = 10;
constexpr QLatin1StringView motionSetting("view/reduceMotion");
constexpr QLatin1StringView languageSetting("view/language");

QString schemeKey(ColourScheme scheme)
{
    switch (scheme) {
    case ColourScheme::System:
        return u"system"_s;
    case ColourScheme::Light:
        return u"light"_s;
    case ColourScheme::Dark:
        return u"dark"_s;
    case ColourScheme::HighContrast:
        return u"contrast"_s;
    }
    Q_UNREACHABLE();
}

constexpr std::initializer_list<ColourScheme> allSchemes {
    ColourScheme::System, ColourScheme::Light, ColourScheme::Dark, ColourScheme::HighContrast};

} // namespace

WindowMenus::WindowMenus(QMainWindow &window, Theme &theme, QSettings &settings)
    : QObject(&window)
    , m_window(window)
    , m_theme(theme)
    , m_settings(settings)
{
    QMenuBar &bar = *window.menuBar();
    addSession(menuAt(bar, MenuPlace::Clinic));
    QMenu &view = menuAt(bar, MenuPlace::View);
    view.addSeparator();
    // Many keyboards have the plus sign on the equals key.
    addZoom(view, tr("&Larger"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}, zoomStep)
        ->setObjectName(u"largerAction"_s);
    addZoom(view, tr("&Smaller"), {Qt::CTRL | Qt::Key_Minus}, -zoomStep)
        ->setObjectName(u"smallerAction"_s);
    addZoom(view, tr("Normal si&ze"), {Qt::CTRL | Qt::Key_0}, 0)
        ->setObjectName(u"normalSizeAction"_s);
    addSchemes(*view.addMenu(tr("C&olours")));
    addMotion(view);
    addLanguages(*view.addMenu(tr("Lang&uage")));
    new KeyMap(window, settings);
}

void WindowMenus::addSession(QMenu &menu)
{
    QAction *signOut = menu.addAction(tr("Sign &out"), Qt::CTRL | Qt::SHIFT | Qt::Key_Q);
    QAction *quit = menu.addAction(tr("&Quit"), Qt::CTRL | Qt::Key_Q);
    signOut->setObjectName(u"signOutAction"_s);
    quit->setObjectName(u"quitAction"_s);
    m_window.addActions({signOut, quit});
    connect(signOut, &QAction::triggered, this, &WindowMenus::signOutRequested);
    connect(quit, &QAction::triggered, this, &WindowMenus::quitRequested);
}

void WindowMenus::restoreLook(Theme &theme, const QSettings &settings)
{
    theme.setZoom(settings.value(u"view/zoom"_s, Theme::minimumZoom).toInt());
    theme.setMotionReduced(settings.value(motionSetting, false).toBool());
    const QString key = settings.value(u"view/colours"_s).toString();
    for (const ColourScheme scheme : allSchemes) {
        if (schemeKey(scheme) == key)
            theme.setScheme(scheme);
    }
}

QAction *WindowMenus::addZoom(QMenu &menu, const QString &text, const QList<QKeySequence> &keys,
                              int step)
{
    QAction *action = menu.addAction(text);
    action->setShortcuts(keys);
    m_window.addAction(action);
    connect(action, &QAction::triggered, this, [this, step] { zoomBy(step); });
    return action;
}

void WindowMenus::addSchemes(QMenu &menu)
{
    auto *group = new QActionGroup(this);
    for (const ColourScheme scheme : allSchemes) {
        const QString text = scheme == ColourScheme::System ? tr("&System")
            : scheme == ColourScheme::Light                 ? tr("&Light")
            : scheme == ColourScheme::Dark                  ? tr("&Dark")
                                                            : tr("&High contrast");
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(m_theme.scheme() == scheme);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, scheme] {
            m_theme.setScheme(scheme);
            m_settings.setValue(u"view/colours"_s, schemeKey(scheme));
        });
    }
}

void WindowMenus::addMotion(QMenu &menu)
{
    QAction *action = menu.addAction(tr("Re&duce motion"));
    action->setObjectName(u"reduceMotionAction"_s);
    action->setCheckable(true);
    action->setChecked(m_theme.isMotionReduced());
    connect(action, &QAction::toggled, this, [this](bool reduced) {
        m_theme.setMotionReduced(reduced);
        m_settings.setValue(motionSetting, reduced);
    });
}

void WindowMenus::addLanguages(QMenu &menu)
{
    auto *group = new QActionGroup(this);
    QList<Language> choices = languages();
    for (Language &language : choices)
        language.name.prepend(u'&');
    choices.prepend({QString(), tr("As the &computer")});
    const QString chosen = m_settings.value(languageSetting).toString();
    for (const Language &language : std::as_const(choices)) {
        QAction *action = menu.addAction(language.name);
        action->setObjectName(u"language-"_s + language.code);
        action->setCheckable(true);
        action->setChecked(language.code == chosen);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, language] {
            m_settings.setValue(languageSetting, language.code);
            auto *box
                = new QMessageBox(QMessageBox::NoIcon, tr("Language"),
                                  tr("The language changes the next time the program starts."),
                                  QMessageBox::Close, &m_window);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        });
    }
}

void WindowMenus::zoomBy(int step)
{
    m_theme.setZoom(step == 0 ? Theme::minimumZoom : m_theme.zoom() + step);
    m_settings.setValue(u"view/zoom"_s, m_theme.zoom());
}

} // namespace ClinicDesk
