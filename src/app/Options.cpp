#include "app/Options.h"

#include <QCommandLineParser>
#include <QMap>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

const QMap<QString, ColourScheme> &schemes()
{
    static const QMap<QString, ColourScheme> names {{u"system"_s, ColourScheme::System},
                                                    {u"light"_s, ColourScheme::Light},
                                                    {u"dark"_s, ColourScheme::Dark},
                                                    {u"contrast"_s, ColourScheme::HighContrast}};
    return names;
}

QCommandLineOption urlOption()
{
    return {
        u"url"_s,
        u"The clinic's database: postgresql://user@host:port/database. Never with a password."_s,
        u"URL"_s};
}

/// Where libpq's own variables name a server, they go before this computer's settings.
std::optional<ConnectionSettings> fromEnvironment()
{
    ConnectionSettings settings;
    settings.host = qEnvironmentVariable("PGHOST");
    settings.port = qEnvironmentVariable("PGPORT");
    settings.database = qEnvironmentVariable("PGDATABASE");
    if (settings.host.isEmpty() && settings.database.isEmpty())
        return std::nullopt;
    return settings;
}

Options refusal(const QString &why)
{
    Options options;
    options.action = Options::Action::Refuse;
    options.text = why + u"\nTry: clinicdesk --help\n"_s;
    return options;
}

} // namespace

Options Options::parse(const QStringList &arguments)
{
    const QCommandLineOption url = urlOption();
    const QCommandLineOption desk(u"desk"_s, u"The name under which others see this desk."_s,
                                  u"NAME"_s);
    const QCommandLineOption user(
        u"user"_s, u"Sign in as this person; the password comes from PGPASSFILE or the dialog."_s,
        u"NAME"_s);
    const QCommandLineOption data(u"data"_s, u"Where a clinic created at the first run is kept."_s,
                                  u"FOLDER"_s);
    const QCommandLineOption theme(u"theme"_s, u"light, dark, system or contrast."_s, u"THEME"_s);
    const QCommandLineOption zoom(u"zoom"_s, u"Size of text and controls, 100 to 200."_s,
                                  u"PERCENT"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The clinic's desk: appointments, requests, patients."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({url, desk, user, data, theme, zoom});

    if (!parser.parse(arguments))
        return refusal(parser.errorText());
    Options options;
    options.server = fromEnvironment();
    if (parser.isSet(help) || parser.isSet(version)) {
        options.action = parser.isSet(help) ? Action::ShowHelp : Action::ShowVersion;
        options.text = parser.isSet(help)
            ? parser.helpText()
            : u"clinicdesk %1\n"_s.arg(QStringLiteral(CLINICDESK_VERSION));
        return options;
    }
    if (!parser.positionalArguments().isEmpty())
        return refusal(u"Unexpected: %1"_s.arg(parser.positionalArguments().constFirst()));
    if (parser.isSet(url)) {
        const Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(parser.value(url));
        if (!settings)
            return refusal(
                u"--url must read postgresql://user@host:port/database, without a password."_s);
        options.server = *settings;
    }
    if (parser.isSet(theme)) {
        if (!schemes().contains(parser.value(theme)))
            return refusal(u"--theme is light, dark, system or contrast."_s);
        options.scheme = schemes().value(parser.value(theme));
    }
    if (parser.isSet(zoom)) {
        bool number = false;
        options.zoom = parser.value(zoom).toInt(&number);
        if (!number || *options.zoom < 100 || *options.zoom > 200)
            return refusal(u"--zoom is a number from 100 to 200."_s);
    }
    options.deskName = parser.value(desk);
    options.dataFolder = parser.value(data);
    options.user = parser.value(user);
    if (options.user.isEmpty() && options.server)
        options.user = options.server->user;
    return options;
}

} // namespace ClinicDesk
