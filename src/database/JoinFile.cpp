#include "database/JoinFile.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int newestVersion = 1;
constexpr qsizetype longest = 65536;

Result<JoinFile> refusal(const QString &field, const QString &why)
{
    return unexpected(
        Error {ErrorKind::ValidationFailed, {}, ValidationDetails {{{field, why}}}, {}});
}

} // namespace

QString JoinFile::toText() const
{
    QJsonObject object {{u"clinicdesk"_s, u"join"_s}, {u"version"_s, newestVersion},
                        {u"clinic"_s, clinic},        {u"host"_s, host},
                        {u"port"_s, port.toInt()},    {u"database"_s, database}};
    if (!certificate.isEmpty())
        object.insert(u"certificate"_s, certificate);
    return QString::fromUtf8(QJsonDocument(object).toJson());
}

Result<JoinFile> JoinFile::fromText(const QString &text)
{
    const QJsonObject object = text.size() > longest
        ? QJsonObject()
        : QJsonDocument::fromJson(text.trimmed().toUtf8()).object();
    if (object.value(u"clinicdesk"_s) != u"join"_s)
        return refusal(u"file"_s, u"format"_s);
    if (object.value(u"version"_s).toInt() > newestVersion)
        return refusal(u"file"_s, u"version"_s);
    if (object.contains(u"password"_s))
        return refusal(u"file"_s, u"secret"_s);
    JoinFile file;
    file.clinic = object.value(u"clinic"_s).toString();
    file.host = object.value(u"host"_s).toString();
    file.port = QString::number(object.value(u"port"_s).toInt(5432));
    file.database = object.value(u"database"_s).toString();
    file.certificate = object.value(u"certificate"_s).toString();
    if (file.host.isEmpty())
        return refusal(u"host"_s, u"missing"_s);
    if (file.database.isEmpty())
        return refusal(u"database"_s, u"missing"_s);
    return file;
}

} // namespace ClinicDesk
