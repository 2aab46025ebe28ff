#pragma once

#include "domain/Result.h"
#include "domain/Session.h"
#include "models/DeskSettings.h"
#include "models/ServerTest.h"
#include "models/SignInLock.h"

#include <QObject>

#include <functional>
#include <optional>
#include <utility>

namespace ClinicDesk {

class StaffService;

/// Where the cursor goes after a refusal.
enum class SignInField { None, Name, Password, Server };

/// Signing in at a clinic's server, with the lock of a name after five wrong passwords. GUI thread.
class SignInModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInModel)
public:
    /// `settings` is this computer's store and must outlive the model.
    SignInModel(StaffService &staff, QSettings &settings, QObject *parent = nullptr);

    [[nodiscard]] const DeskSettings &desk() const { return m_desk; }
    /// Takes what the form says; kept for the next start only after a sign-in worked.
    void setDesk(const DeskSettings &desk) { m_desk = desk; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] SignInLock &lock() { return m_lock; }
    [[nodiscard]] ServerTest &test() { return m_test; }
    /// Whether a sign-in that worked is remembered on this computer; true unless told.
    void setRemembering(bool remembering) { m_remembering = remembering; }
    using Serves = std::function<bool(const Session &)>;
    /// Whom this program has a desk for; others are refused. Any member of staff unless told.
    void setServes(Serves serves) { m_serves = std::move(serves); }

    /// While this computer's own server is starting a sign-in waits for it.
    void setServerStarting();
    void setServerStarted(const QString &port);
    void setServerFailed(const Error &error);

    /// Answered by signedIn() or refused(); nothing while busy. An empty password is libpq's to
    /// find.
    void signIn(const QString &name, const QString &password);
    /// Tests the way to the server; a wrong password counts as one here too. refused() for a locked
    /// name.
    void startTest(const QString &name, const QString &password);

Q_SIGNALS:
    void busyChanged(bool busy);
    void signedIn(const ClinicDesk::Session &session,
                  const ClinicDesk::ConnectionSettings &settings);
    void refused(ClinicDesk::SignInField field, const QString &text);

private:
    void signInNow(const QString &name, const QString &password);
    void onAnswered(const ConnectionSettings &settings, const Result<Session> &answer);
    void onRefused(const ConnectionSettings &settings, const Error &error);
    void refuseWrongPassword(const QString &name);
    void setBusy(bool busy);

    StaffService &m_staff;
    QSettings &m_settings;
    SignInLock m_lock;
    ServerTest m_test;
    DeskSettings m_desk;
    struct Waiting
    {
        QString name;
        QString password;
    };
    std::optional<Waiting> m_waiting; ///< for the server
    bool m_starting = false;
    bool m_busy = false;
    bool m_remembering = true;
    Serves m_serves = [](const Session &session) { return session.staff() != nullptr; };
};

} // namespace ClinicDesk
