#include "app/ClinicApplication.h"

#include "app/FirstRun.h"
#include "app/SingleInstance.h"
#include "app/WindowMenus.h"
#include "models/TaskRunner.h"
#include "views/login/LoginDialog.h"
#include "views/shell/MenuPlace.h"

#include <QEvent>
#include <QFutureWatcher>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

DeskSettings deskFor(DeskSettings desk, const Options &options)
{
    if (options.server) {
        desk.host = options.server->host;
        desk.port = options.server->port;
        desk.database = options.server->database;
        desk.certificate = options.server->sslRootCert;
        desk.sslMode = options.server->sslMode;
    }
    if (!options.deskName.isEmpty())
        desk.deskName = options.deskName;
    return desk;
}

} // namespace

ClinicApplication::ClinicApplication(const Options &options, QSettings &settings, QList<Desk> desks)
    : m_options(options)
    , m_settings(settings)
    , m_desks(std::move(desks))
    , m_signIn(m_services.staff, settings)
    , m_guard(m_services, settings)
{
    WindowMenus::restoreLook(m_theme, settings);
    if (options.scheme)
        m_theme.setScheme(*options.scheme);
    if (options.zoom)
        m_theme.setZoom(*options.zoom);
    m_signIn.setDesk(deskFor(m_signIn.desk(), options));
    // A server or desk named on the command line is for this start only.
    m_signIn.setRemembering(!options.server && options.deskName.isEmpty());
    m_signIn.setServes(
        [this](const Session &session) { return findDesk(m_desks, session) != nullptr; });
    connect(&m_signIn, &SignInModel::signedIn, this, &ClinicApplication::onSignedIn);
    // Another program that ran this computer's server may have taken it along.
    connect(&m_services.executor, &DatabaseExecutor::connectionLost, this,
            &ClinicApplication::startPrivateServer);
    connect(&m_services.executor, &DatabaseExecutor::busyChanged, this,
            [this] { m_hasSentMore = true; });
    connect(&m_guard, &SessionGuard::signOutRequested, this, &ClinicApplication::signOut);
}

ClinicApplication::~ClinicApplication() = default;

bool ClinicApplication::start()
{
    if (!claim(m_options.user))
        return false;
    if (m_options.user.isEmpty() && !m_signIn.desk().hasServer()) {
        askSetup();
        return true;
    }
    startPrivateServer();
    if (m_options.user.isEmpty()) {
        askSignIn();
        return true;
    }
    connect(&m_signIn, &SignInModel::refused, this, [this](SignInField field, const QString &text) {
        if (m_login || m_desk)
            return;
        askSignIn();
        m_login->showRefusal(field, text);
    });
    m_signIn.signIn(m_options.user, {});
    return true;
}

QString ClinicApplication::instanceKey(const QString &name) const
{
    const DeskSettings &desk = m_signIn.desk();
    return QStringList {desk.host, desk.port, desk.database, name}.join(u'\n');
}

bool ClinicApplication::claim(const QString &name)
{
    auto instance = std::make_unique<SingleInstance>(instanceKey(name));
    if (!instance->claim())
        return false;
    connect(instance.get(), &SingleInstance::raiseRequested, this, &ClinicApplication::raiseWindow);
    m_instances.push_back(std::move(instance));
    return true;
}

void ClinicApplication::askSetup()
{
    m_firstRun = std::make_unique<FirstRun>(m_privateClinic, m_signIn, m_options.dataFolder);
    connect(m_firstRun.get(), &FirstRun::gaveUp, this, &ClinicApplication::quitRequested);
    connect(m_firstRun.get(), &FirstRun::joined, this, [this] {
        m_firstRun.release()->deleteLater();
        askSignIn();
    });
    connect(m_firstRun.get(), &FirstRun::created, this,
            [this] { m_firstRun.release()->deleteLater(); });
    m_signIn.setRemembering(true);
    m_firstRun->show();
}

void ClinicApplication::startPrivateServer()
{
    const QString folder = m_signIn.desk().privateFolder;
    if (folder.isEmpty() || m_options.server)
        return;
    m_signIn.setServerStarting();
    runTask(this, m_privateClinic.start(folder), [this](const Result<PrivateAddress> &address) {
        if (!address) {
            m_signIn.setServerFailed(address.error());
            return;
        }
        m_signIn.setServerStarted(address->port);
        // Whoever starts it knows it as a clinic, whatever interrupted its making.
        runTask(this, m_privateClinic.finish(), [](const Result<bool> &) {});
    });
}

void ClinicApplication::askSignIn()
{
    m_login = std::make_unique<LoginDialog>(m_signIn);
    if (!m_options.user.isEmpty())
        m_login->setName(m_options.user);
    connect(m_login.get(), &QDialog::rejected, this, &ClinicApplication::quitRequested);
    m_login->show();
}

void ClinicApplication::onSignedIn(const Session &session, const ConnectionSettings &settings)
{
    // The name was claimed before when it came with the command line.
    if (settings.user != m_options.user && !claim(settings.user)) {
        Q_EMIT quitRequested();
        return;
    }
    m_services.live.start(settings);
    openDesk(session, settings);
    // The dialog is still inside its own signal.
    if (m_login)
        m_login.release()->deleteLater();
}

void ClinicApplication::openDesk(const Session &session, const ConnectionSettings &settings)
{
    const Desk &desk = *findDesk(m_desks, session); // asked at sign-in
    m_desk = desk.open(m_services, session, m_settings);
    QMainWindow &window = *m_desk->window;
    window.setProperty("settingsKey", desk.key);
    if (desk.hasMenus)
        addMenus(window);
    window.installEventFilter(this);
    window.resize(m_theme.px(1180), m_theme.px(720));
    window.restoreGeometry(m_settings.value(u"window/"_s + desk.key).toByteArray());
    window.show();
    m_desk->start();
    if (desk.locks)
        m_guard.begin(window,
                      desk.hasMenus ? &menuAt(*window.menuBar(), MenuPlace::Clinic) : nullptr,
                      session, settings);
}

void ClinicApplication::addMenus(QMainWindow &window)
{
    auto *menus = new WindowMenus(window, m_theme, m_settings);
    connect(menus, &WindowMenus::signOutRequested, this, &ClinicApplication::signOut,
            Qt::QueuedConnection);
    connect(menus, &WindowMenus::quitRequested, &window, &QWidget::close);
}

void ClinicApplication::signOut()
{
    m_guard.end();
    m_desk->window->removeEventFilter(this);
    m_desk.reset();
    m_services.live.stop();
    runTask(this, m_services.staff.signOut(), [](const Result<bool> &) {});
    m_instances.clear();
    m_options.user.clear();
    if (claim({}))
        askSignIn();
    else
        Q_EMIT quitRequested();
}

void ClinicApplication::raiseWindow()
{
    QWidget *front = m_login ? static_cast<QWidget *>(m_login.get()) : window();
    if (m_firstRun)
        front = m_firstRun->window();
    if (!front)
        return;
    front->setWindowState(front->windowState() & ~Qt::WindowMinimized);
    front->show();
    front->raise();
    front->activateWindow();
}

bool ClinicApplication::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close && watched == window() && m_quitting != Quitting::Saved) {
        m_settings.setValue(u"window/"_s + window()->property("settingsKey").toString(),
                            window()->saveGeometry());
        quit();
        // Still on screen while something is being saved: it is not lost, and one sees why it
        // takes.
        if (m_quitting == Quitting::Saving) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void ClinicApplication::quit()
{
    if (m_quitting != Quitting::No)
        return;
    m_quitting = Quitting::Saving;
    quitOnceSaved();
}

void ClinicApplication::quitOnceSaved()
{
    if (!m_services.executor.isBusy()) {
        // All is answered but perhaps not heard: an answer before this event may send what waited
        // for it, a booking its hold.
        m_hasSentMore = false;
        QMetaObject::invokeMethod(this, &ClinicApplication::quitOnceHeard, Qt::QueuedConnection);
        return;
    }
    if (QMainWindow *open = window()) {
        open->setWindowTitle(tr("Saving before closing..."));
        open->setCursor(Qt::BusyCursor);
    }
    auto *saved = new QFutureWatcher<Result<bool>>(this);
    connect(saved, &QFutureWatcherBase::finished, this, [this, saved] {
        saved->deleteLater();
        quitOnceSaved();
    });
    saved->setFuture(m_services.executor.drained());
}

void ClinicApplication::quitOnceHeard()
{
    if (m_hasSentMore) {
        quitOnceSaved();
        return;
    }
    m_quitting = Quitting::Saved; // quitting closes the window once more
    Q_EMIT quitRequested();
}

} // namespace ClinicDesk
