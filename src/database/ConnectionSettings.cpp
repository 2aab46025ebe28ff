#include "database/ConnectionSettings.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

/// Thrown inside fromUrl() only.
struct BadUrl
{
    QString field;
    QString why;
};

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

void checkPort(const QString &port)
{
    bool isNumber = false;
    const int number = port.toInt(&isNumber);
    if (!port.isEmpty() && (!isNumber || number < 1 || number > 65535))
        throw BadUrl {u"port"_s, u"range"_s};
}

/// "h1:5432,[::1],h2" into the two lists libpq wants; an empty port means the default one.
void readHosts(const QString &text, ConnectionSettings &settings)
{
    QStringList hosts;
    QStringList ports;
    for (const QString &entry : text.split(u',')) {
        const qsizetype bracket = entry.lastIndexOf(u']');
        const qsizetype colon = entry.indexOf(u':', std::max<qsizetype>(bracket, 0));
        QString host = colon < 0 ? entry : entry.left(colon);
        if (host.startsWith(u'[') && host.endsWith(u']'))
            host = host.mid(1, host.size() - 2);
        hosts.append(decoded(host));
        ports.append(colon < 0 ? QString() : entry.mid(colon + 1));
        checkPort(ports.constLast());
    }
    settings.host = hosts.join(u',');
    const bool anyPort = std::any_of(ports.cbegin(), ports.cend(),
                                     [](const QString &port) { return !port.isEmpty(); });
    settings.port = anyPort ? ports.join(u',') : QString();
}

void readAuthority(const QString &authority, ConnectionSettings &settings)
{
    const qsizetype at = authority.lastIndexOf(u'@');
    if (at >= 0) {
        const QString user = authority.left(at);
        if (user.contains(u':'))
            throw BadUrl {u"url"_s, u"password_in_url"_s};
        settings.user = decoded(user);
    }
    readHosts(authority.mid(at + 1), settings);
}

void readParameter(const QString &name, const QString &value, ConnectionSettings &settings)
{
    static const QStringList sslModes {u"disable"_s, u"allow"_s,     u"prefer"_s,
                                       u"require"_s, u"verify-ca"_s, u"verify-full"_s};
    if (name == "password"_L1)
        throw BadUrl {u"url"_s, u"password_in_url"_s};
    if (name == "sslmode"_L1 && !sslModes.contains(value))
        throw BadUrl {name, u"unknown"_s};

    if (name == "sslmode"_L1) {
        settings.sslMode = value;
    } else if (name == "sslrootcert"_L1) {
        settings.sslRootCert = value;
    } else if (name == "target_session_attrs"_L1) {
        settings.targetSessionAttrs = value;
    } else if (name == "host"_L1) {
        settings.host = value;
    } else if (name == "port"_L1) {
        for (const QString &port : value.split(u','))
            checkPort(port);
        settings.port = value;
    } else if (name == "dbname"_L1) {
        settings.database = value;
    } else if (name == "user"_L1) {
        settings.user = value;
    } else {
        throw BadUrl {name, u"unknown"_s};
    }
}

ConnectionSettings parsed(const QString &url)
{
    const qsizetype scheme = url.indexOf("://"_L1);
    if (scheme < 0 || (url.left(scheme) != "postgresql"_L1 && url.left(scheme) != "postgres"_L1))
        throw BadUrl {u"url"_s, u"format"_s};
    const QString rest = url.mid(scheme + 3);
    const qsizetype query = rest.indexOf(u'?');
    const QString place = query < 0 ? rest : rest.left(query);
    const qsizetype slash = place.indexOf(u'/');

    ConnectionSettings settings;
    readAuthority(slash < 0 ? place : place.left(slash), settings);
    if (slash >= 0)
        settings.database = decoded(place.mid(slash + 1));
    const QStringList parameters
        = query < 0 ? QStringList() : rest.mid(query + 1).split(u'&', Qt::SkipEmptyParts);
    for (const QString &parameter : parameters) {
        const qsizetype equals = parameter.indexOf(u'=');
        if (equals < 0)
            throw BadUrl {decoded(parameter), u"format"_s};
        readParameter(decoded(parameter.left(equals)), decoded(parameter.mid(equals + 1)),
                      settings);
    }
    return settings;
}

/// As pg_stat_activity shows it: the server cuts names at 63 bytes, with a notice.
QByteArray applicationName(const QString &deskName)
{
    QString clean = u"ClinicDesk "_s + deskName;
    for (QChar &character : clean) {
        if (!character.isPrint() || character.isSurrogate())
            character = u' ';
    }
    clean = clean.trimmed();
    while (clean.toUtf8().size() > 63)
        clean.chop(1);
    return clean.toUtf8();
}

/// A value as libpq's connection strings quote it. QPSQL turns every `;` into a space, even inside
/// quotes, so none may be left.
QString quotedOption(const QByteArray &value)
{
    QString text = QString::fromUtf8(value);
    text.replace(u';', u' ').replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u'\'' + text + u'\'';
}

} // namespace

Result<ConnectionSettings> ConnectionSettings::fromUrl(const QString &url)
{
    try {
        return parsed(url);
    } catch (const BadUrl &bad) {
        Error error;
        error.kind = ErrorKind::ValidationFailed;
        error.details = ValidationDetails {{{bad.field, bad.why}}};
        return unexpected(std::move(error));
    }
}

QList<std::pair<QByteArray, QByteArray>> ConnectionSettings::libpqParameters() const
{
    QList<std::pair<QByteArray, QByteArray>> parameters {
        {"host", host.toUtf8()},
        {"port", port.toUtf8()},
        {"dbname", database.toUtf8()},
        {"user", user.toUtf8()},
        {"password", password.toUtf8()},
        {"connect_timeout", "3"},
        {"tcp_user_timeout", "8000"},
        {"keepalives_idle", "5"},
        {"keepalives_interval", "2"},
        {"keepalives_count", "3"},
        {"sslmode", sslMode.toUtf8()},
        {"sslrootcert", sslRootCert.toUtf8()},
        {"target_session_attrs", targetSessionAttrs.toUtf8()},
        {"application_name", applicationName(deskName)},
    };
    parameters.removeIf([](const auto &parameter) { return parameter.second.isEmpty(); });
    return parameters;
}

QString ConnectionSettings::connectOptions() const
{
    // QSqlDatabase passes these by its own setters.
    static const QList<QByteArray> passedElsewhere {"host", "dbname", "user", "password"};
    QStringList options;
    for (const auto &[keyword, value] : libpqParameters()) {
        if (passedElsewhere.contains(keyword))
            continue;
        const bool plain = std::all_of(value.cbegin(), value.cend(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == ',';
        });
        options.append(QString::fromLatin1(keyword) + u'='
                       + (plain ? QString::fromUtf8(value) : quotedOption(value)));
    }
    return options.join(u';');
}

} // namespace ClinicDesk
