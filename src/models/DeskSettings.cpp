#include "models/DeskSettings.h"

#include <QSysInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

const auto roleKey = u"desk/role"_s;
const auto doctorWord = u"doctor"_s;

} // namespace

DeskSettings DeskSettings::load(QSettings &settings)
{
    DeskSettings desk;
    desk.host = settings.value(u"server/host"_s).toString();
    desk.port = settings.value(u"server/port"_s).toString();
    desk.database = settings.value(u"server/database"_s).toString();
    desk.sslMode = settings.value(u"server/sslMode"_s).toString();
    desk.certificate = settings.value(u"server/certificate"_s).toString();
    desk.lastName = settings.value(u"desk/lastName"_s).toString();
    desk.deskName = settings.value(u"desk/name"_s, QSysInfo::machineHostName()).toString();
    desk.role
        = settings.value(roleKey).toString() == doctorWord ? DeskRole::Doctor : DeskRole::Reception;
    desk.clinicName = settings.value(u"server/clinic"_s).toString();
    desk.privateFolder = settings.value(u"server/privateFolder"_s).toString();
    desk.deskId = settings.value(u"desk/id"_s).toString();
    if (QUuid(desk.deskId).isNull()) {
        desk.deskId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        settings.setValue(u"desk/id"_s, desk.deskId);
    }
    return desk;
}

void DeskSettings::save(QSettings &settings) const
{
    settings.setValue(u"server/host"_s, host);
    settings.setValue(u"server/port"_s, port);
    settings.setValue(u"server/database"_s, database);
    settings.setValue(u"server/sslMode"_s, sslMode);
    settings.setValue(u"server/certificate"_s, certificate);
    settings.setValue(u"desk/lastName"_s, lastName);
    settings.setValue(u"desk/name"_s, deskName);
    settings.setValue(u"desk/id"_s, deskId);
    settings.setValue(roleKey, role == DeskRole::Doctor ? doctorWord : u"reception"_s);
    settings.setValue(u"server/clinic"_s, clinicName);
    settings.setValue(u"server/privateFolder"_s, privateFolder);
}

ConnectionSettings DeskSettings::connection(const QString &user, const QString &password) const
{
    ConnectionSettings connection;
    connection.host = host;
    connection.port = port;
    connection.database = database;
    connection.user = user;
    connection.password = password;
    connection.sslRootCert = certificate;
    connection.sslMode = sslMode.isEmpty() && !certificate.isEmpty() ? u"verify-full"_s : sslMode;
    if (host.contains(u','))
        connection.targetSessionAttrs = u"read-write"_s;
    connection.deskName = deskName;
    connection.deskId = deskId;
    return connection;
}

} // namespace ClinicDesk
