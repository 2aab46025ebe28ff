#include "ctl/Commands.h"
#include "ctl/server/ServerArguments.h"

#include <QJsonArray>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

void showProgress(const QString &what, qint64 done, qint64 of)
{
    std::fprintf(stderr, "%s: %lld of %lld\n", qUtf8Printable(what), static_cast<long long>(done),
                 static_cast<long long>(of));
}

CommandTask demoData(Context &context, DemoOptions options)
{
    const Result<DemoSummary> made = DemoData::load(context.settings, options, &showProgress);
    if (!made)
        co_return unexpected(made.error());

    Answer answer;
    QJsonArray logins;
    for (const DemoLogin &login : made->logins) {
        logins.append(QJsonObject {{u"login"_s, login.login},
                                   {u"name"_s, login.displayName},
                                   {u"role"_s, toKey(login.role)}});
        answer.lines.append(
            u"%1 %2 %3"_s.arg(login.login, -14).arg(toKey(login.role), -14).arg(login.displayName));
    }
    answer.lines.append(u"Password of all of them, for a demo only: "_s + made->password);
    answer.lines.append(u"%1: %2 patients, %3 appointments over %4 days."_s.arg(made->clinicName)
                            .arg(made->patients)
                            .arg(made->appointments)
                            .arg(made->days));
    answer.json = {{u"clinic"_s, made->clinicName},         {u"logins"_s, logins},
                   {u"password"_s, made->password},         {u"patients"_s, made->patients},
                   {u"appointments"_s, made->appointments}, {u"days"_s, made->days}};
    co_return answer;
}

} // namespace

QList<Command> demoCommands()
{
    const DemoOptions defaults;
    return {
        {.name = u"demo-data"_s,
         .help = u"Fill an empty clinic with a believable one, for a demo or a test (superuser)."_s,
         .options
         = {{u"doctors"_s, u"N"_s, u"Default %1."_s.arg(defaults.doctors)},
            {u"patients"_s, u"N"_s, u"Default %1, at least one a doctor."_s.arg(defaults.patients)},
            {u"appointments"_s, u"N"_s, u"Default %1."_s.arg(defaults.appointments)},
            {u"days"_s, u"N"_s,
             u"Days of history (default %1); more when they are too few."_s.arg(defaults.days)},
            {u"seed"_s, u"N"_s, u"The same seed makes the same clinic on the same day."_s},
            {u"password"_s, u"P"_s, u"Everybody's password (default: a new one, printed)."_s},
            {u"zone"_s, u"ZONE"_s, u"The clinic's time zone (default %1)."_s.arg(defaults.zone)}},
         .needs = Command::Needs::Nothing,
         .read = &readThenRun<&readDemo, &demoData>},
    };
}

} // namespace ClinicDesk::Ctl
