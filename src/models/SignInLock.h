#pragma once

#include <QDateTime>
#include <QSettings>
#include <QString>

#include <functional>
#include <optional>

namespace ClinicDesk {

/// Counts wrong passwords a name on this computer and locks the name for 15 minutes after the
/// fifth; kept in the settings, so a restart does not help. PostgreSQL has no lockout of its own.
class SignInLock
{
public:
    static constexpr int allowedTries = 5;
    static constexpr int lockMinutes = 15;
    using Clock = std::function<QDateTime()>;

    explicit SignInLock(QSettings &settings, Clock clock = QDateTime::currentDateTimeUtc);

    /// Until when, if the name is locked now.
    [[nodiscard]] std::optional<QDateTime> lockedUntil(const QString &name);
    /// Counts a wrong password; how many tries are left (0: locked from now).
    int countWrong(const QString &name);
    void forget(const QString &name);

private:
    [[nodiscard]] static QString groupOf(const QString &name);

    QSettings &m_settings;
    Clock m_clock;
};

} // namespace ClinicDesk
