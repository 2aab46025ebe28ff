#include "app/SessionGuard.h"

#include "models/PasswordModel.h"
#include "models/TaskRunner.h"
#include "services/Services.h"
#include "views/login/PasswordDialog.h"
#include "views/login/ScreenCover.h"
#include "widgets/theme/Icons.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

SessionGuard::SessionGuard(Services &services, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
    , m_lock(services, settings)
{
    connect(&m_idle, &IdleWatch::idle, &m_lock, &ScreenLockModel::lock);
    connect(&m_lock, &ScreenLockModel::locked, this, [this] { m_idle.setLimit({}); });
    connect(&m_lock, &ScreenLockModel::unlocked, this, &SessionGuard::watchIdle);
    connect(&m_lock, &ScreenLockModel::idleMinutesChanged, this, &SessionGuard::watchIdle);
}

void SessionGuard::begin(QWidget &window, QMenu *menu, const Session &session,
                         const ConnectionSettings &settings)
{
    m_lock.setSession(session, settings);
    auto *cover = new ScreenCover(window, m_lock);
    connect(cover, &ScreenCover::signOutRequested, this, &SessionGuard::signOutRequested,
            Qt::QueuedConnection);
    addActions(window, menu);
    watchIdle();
}

void SessionGuard::end()
{
    m_idle.setLimit({});
    m_lock.forgetSession();
}

void SessionGuard::addActions(QWidget &window, QMenu *menu)
{
    auto *lock = new QAction(icon(IconName::Lock), tr("&Lock the screen"), &window);
    lock->setObjectName(u"lockAction"_s);
    lock->setShortcut(Qt::CTRL | Qt::Key_L);
    connect(lock, &QAction::triggered, &m_lock, &ScreenLockModel::lock);
    window.addAction(lock);
    if (!menu)
        return;
    auto *password = new QAction(tr("Change your &password..."), &window);
    password->setObjectName(u"passwordAction"_s);
    connect(password, &QAction::triggered, this, [this, &window] { changePassword(window); });
    window.addAction(password);
    const QList<QAction *> entries = menu->actions();
    const auto signOut = std::find_if(entries.cbegin(), entries.cend(), [](const QAction *entry) {
        return entry->objectName() == "signOutAction"_L1;
    });
    QAction *const before = signOut == entries.cend() ? nullptr : *signOut;
    auto *idle = new QMenu(tr("Lock when &idle"), menu);
    addIdleChoices(*idle);
    menu->insertAction(before, lock);
    menu->insertMenu(before, idle);
    menu->insertAction(before, password);
    menu->insertSeparator(before);
}

void SessionGuard::addIdleChoices(QMenu &menu)
{
    auto *group = new QActionGroup(&menu);
    for (const int minutes : {1, 2, 5, 10, 30, 60, 0}) {
        QString text = minutes == 0 ? tr("&Never") : tr("After %n minutes", nullptr, minutes);
        // A digit is the letter: its own, so that 1 and 10 differ.
        text.replace(QString::number(minutes),
                     minutes == 10 ? u"1&0"_s : u'&' + QString::number(minutes));
        QAction *choice = group->addAction(text);
        choice->setCheckable(true);
        choice->setChecked(m_lock.idleMinutes() == minutes);
        connect(choice, &QAction::triggered, &m_lock,
                [this, minutes] { m_lock.setIdleMinutes(minutes); });
    }
    menu.addActions(group->actions());
}

void SessionGuard::watchIdle()
{
    m_idle.setLimit(std::chrono::minutes(m_lock.idleMinutes()));
}

void SessionGuard::changePassword(QWidget &window)
{
    auto model = std::make_unique<PasswordModel>(m_services.staff, m_lock.connection(), m_settings);
    connect(model.get(), &PasswordModel::changed, this, &SessionGuard::useConnection);
    auto *dialog = new PasswordDialog(std::move(model), &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// The open sessions would not come back with the old password after a loss.
void SessionGuard::useConnection(const ConnectionSettings &settings)
{
    runTask(this, m_services.staff.signIn(settings),
            [this, settings](const Result<Session> &session) {
                if (session && !m_lock.isLocked())
                    m_lock.setSession(*session, settings);
            });
    m_services.live.pause();
    m_services.live.resume(settings);
}

} // namespace ClinicDesk
