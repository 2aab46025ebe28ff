#include "models/SignInLock.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

SignInLock::SignInLock(QSettings &settings, Clock clock)
    : m_settings(settings)
    , m_clock(std::move(clock))
{
}

std::optional<QDateTime> SignInLock::lockedUntil(const QString &name)
{
    const QDateTime until = m_settings.value(groupOf(name) + u"/until"_s).toDateTime();
    const QDateTime now = m_clock();
    // A clock set back must not lock for longer than the rule says.
    if (until.isValid() && now < until && now.secsTo(until) <= lockMinutes * 60)
        return until;
    if (until.isValid())
        forget(name);
    return std::nullopt;
}

int SignInLock::countWrong(const QString &name)
{
    const QString group = groupOf(name);
    const int wrong = m_settings.value(group + u"/wrong"_s).toInt() + 1;
    m_settings.setValue(group + u"/wrong"_s, wrong);
    if (wrong >= allowedTries)
        m_settings.setValue(group + u"/until"_s, m_clock().addSecs(lockMinutes * 60));
    m_settings.sync();
    return std::max(0, allowedTries - wrong);
}

void SignInLock::forget(const QString &name)
{
    m_settings.remove(groupOf(name));
}

QString SignInLock::groupOf(const QString &name)
{
    return u"wrongTries/"_s
        + QString::fromLatin1(QUrl::toPercentEncoding(name.trimmed().toLower()));
}

} // namespace ClinicDesk
