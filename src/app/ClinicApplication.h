#pragma once

#include "app/BusyCursor.h"
#include "app/Desks.h"
#include "app/Options.h"
#include "app/SessionGuard.h"
#include "models/SignInModel.h"
#include "services/Services.h"
#include "services/setup/PrivateClinic.h"
#include "widgets/theme/Theme.h"

#include <QObject>
#include <QSettings>

#include <memory>
#include <optional>
#include <vector>

namespace ClinicDesk {

class FirstRun;
class LoginDialog;
class SingleInstance;

/// Puts the program together: the services, sign-in, and the desk of whoever signs in. GUI
/// thread.
class ClinicApplication final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClinicApplication)
public:
    /// `settings` is this computer's store and must outlive the application.
    ClinicApplication(const Options &options, QSettings &settings, QList<Desk> desks = allDesks());
    ~ClinicApplication() override;

    [[nodiscard]] Theme &theme() { return m_theme; }
    [[nodiscard]] SessionGuard &guard() { return m_guard; }
    /// False when another window of the same person and database was raised instead.
    [[nodiscard]] bool start();

Q_SIGNALS:
    void quitRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QString instanceKey(const QString &name) const;
    [[nodiscard]] bool claim(const QString &name);
    void askSetup();
    void askSignIn();
    void startPrivateServer();
    void onSignedIn(const Session &session, const ConnectionSettings &settings);
    void openDesk(const Session &session, const ConnectionSettings &settings);
    void addMenus(QMainWindow &window);
    void signOut();
    /// Quits, after what is being saved.
    void quit();
    void quitOnceSaved();
    void quitOnceHeard();
    void raiseWindow();
    [[nodiscard]] QMainWindow *window() const { return m_desk ? m_desk->window.get() : nullptr; }

    Options m_options;
    QSettings &m_settings;
    Theme m_theme;
    const QList<Desk> m_desks;
    PrivateClinic m_privateClinic; ///< stops after everything that is connected to it
    Services m_services;
    BusyCursor m_busyCursor {m_services.executor};
    SignInModel m_signIn;
    SessionGuard m_guard;
    std::unique_ptr<FirstRun> m_firstRun;
    std::optional<OpenedDesk> m_desk;
    std::unique_ptr<LoginDialog> m_login;
    std::vector<std::unique_ptr<SingleInstance>> m_instances;
    enum class Quitting { No, Saving, Saved } m_quitting = Quitting::No;
    bool m_hasSentMore = false; ///< since everything was answered last
};

} // namespace ClinicDesk
