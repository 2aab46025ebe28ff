#include "ctl/DemoCommands.h"

#include "services/demo/DemoData.h"

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

CommandTask demoData(Context &context, Arguments arguments)
{
    DemoOptions options;
    options.doctors = arguments.number(u"doctors"_s, 2, 1000, options.doctors);
    options.patients = arguments.number(u"patients"_s, 2, 5'000'000, options.patients);
    options.appointments = arguments.number(u"appointments"_s, 0, 20'000'000, options.appointments);
    options.days = arguments.number(u"days"_s, 1, 3650, options.days);
    options.seed = arguments.number(u"seed"_s, 0, 1'000'000'000, options.seed);
    options.password = arguments.text(u"password"_s);
    options.zone = arguments.text(u"zone"_s, options.zone);
    if (options.patients < options.doctors)
        arguments.complain(u"patients"_s, u"range"_s);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
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
        {u"demo-data"_s,
         u"Fill an empty clinic with a believable one, for a demo or a test (superuser)."_s,
         {},
         {{u"doctors"_s, u"N"_s, u"Default %1."_s.arg(defaults.doctors)},
          {u"patients"_s, u"N"_s, u"Default %1, at least one a doctor."_s.arg(defaults.patients)},
          {u"appointments"_s, u"N"_s, u"Default %1."_s.arg(defaults.appointments)},
          {u"days"_s, u"N"_s,
           u"Days of history (default %1); more when they are too few."_s.arg(defaults.days)},
          {u"seed"_s, u"N"_s, u"The same seed makes the same clinic on the same day."_s},
          {u"password"_s, u"P"_s, u"Everybody's password (default: a new one, printed)."_s},
          {u"zone"_s, u"ZONE"_s, u"The clinic's time zone (default %1)."_s.arg(defaults.zone)}},
         Command::Needs::Nothing,
         &demoData}};
}

} // namespace ClinicDesk::Ctl
