#pragma once

#include "database/ConnectionSettings.h"
#include "domain/Result.h"
#include "models/SignInLock.h"

#include <QObject>

namespace ClinicDesk {

class StaffService;

enum class PasswordField { Current, New, Repeat, Other };

/// Changing one's own password. The new one leaves this computer only as a verifier. GUI thread.
class PasswordModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasswordModel)
public:
    /// `settings` is how this person is connected; `store` must outlive the model.
    PasswordModel(StaffService &staff, const ConnectionSettings &settings, QSettings &store,
                  QObject *parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// What a new password must be, said before it is typed.
    [[nodiscard]] static QString rule();
    /// What is wrong with a new password for this login; empty for nothing.
    [[nodiscard]] static QString problem(const QString &password, const QString &login);

    /// Answered by changed() or refused(); nothing while busy.
    void change(const QString &current, const QString &password, const QString &repeated);

Q_SIGNALS:
    void busyChanged(bool busy);
    void refused(ClinicDesk::PasswordField field, const QString &text);
    /// With what to connect from now on.
    void changed(const ClinicDesk::ConnectionSettings &settings);

private:
    void onAnswered(const QString &password, const Result<bool> &answer);
    void refuse(const Error &error);

    StaffService &m_staff;
    ConnectionSettings m_settings;
    SignInLock m_wrongTries;
    bool m_busy = false;
};

} // namespace ClinicDesk
