#include "database/ConnectionSettings.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

using Fields = QMap<QString, QString>;

Fields refused(const QString &url)
{
    const Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(url);
    if (settings || settings.error().kind != ErrorKind::ValidationFailed)
        return {};
    const auto *details = settings.error().as<ValidationDetails>();
    return details ? details->fields : Fields();
}

TEST(ConnectionSettings, readsAUrl)
{
    const auto settings = ConnectionSettings::fromUrl(
        u"postgresql://ana%40desk@db.example:5433/clinic?sslmode=verify-full&sslrootcert=/etc/ca%20x.pem"_s);
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->user, u"ana@desk"_s);
    EXPECT_EQ(settings->host, u"db.example"_s);
    EXPECT_EQ(settings->port, u"5433"_s);
    EXPECT_EQ(settings->database, u"clinic"_s);
    EXPECT_EQ(settings->sslMode, u"verify-full"_s);
    EXPECT_EQ(settings->sslRootCert, u"/etc/ca x.pem"_s);
    EXPECT_TRUE(settings->password.isEmpty());
}

TEST(ConnectionSettings, readsSeveralHosts)
{
    const auto settings = ConnectionSettings::fromUrl(
        u"postgresql://db1:5432,[2001:db8::1]:5433,db3/clinic?target_session_attrs=read-write"_s);
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->host, u"db1,2001:db8::1,db3"_s);
    EXPECT_EQ(settings->port, u"5432,5433,"_s);
    EXPECT_EQ(settings->targetSessionAttrs, u"read-write"_s);
    EXPECT_TRUE(settings->connectOptions().contains("port=5432,5433,"_L1));
}

TEST(ConnectionSettings, readsASocketFolderAndNothing)
{
    const auto socket = ConnectionSettings::fromUrl(u"postgresql:///clinic?host=/run/clinic"_s);
    ASSERT_TRUE(socket);
    EXPECT_EQ(socket->host, u"/run/clinic"_s);
    const auto bare = ConnectionSettings::fromUrl(u"postgresql://"_s);
    ASSERT_TRUE(bare);
    EXPECT_EQ(bare->host, QString());
    EXPECT_EQ(bare->port, QString());
}

TEST(ConnectionSettings, refusesAPasswordInTheUrl)
{
    const Fields expected {{u"url"_s, u"password_in_url"_s}};
    EXPECT_EQ(refused(u"postgresql://ana:secret@db/clinic"_s), expected);
    EXPECT_EQ(refused(u"postgresql://ana:@db/clinic"_s), expected);
    EXPECT_EQ(refused(u"postgresql://ana@db/clinic?password=secret"_s), expected);
    EXPECT_EQ(refused(u"postgresql://ana@db/clinic?pass%77ord=secret"_s), expected);
}

TEST(ConnectionSettings, refusesWhatItDoesNotKnow)
{
    EXPECT_EQ(refused(u"mysql://db/clinic"_s), (Fields {{u"url"_s, u"format"_s}}));
    EXPECT_EQ(refused(u"db/clinic"_s), (Fields {{u"url"_s, u"format"_s}}));
    EXPECT_EQ(refused(u"postgresql://db/clinic?options=-cx"_s),
              (Fields {{u"options"_s, u"unknown"_s}}));
    EXPECT_EQ(refused(u"postgresql://db/clinic?sslmode=maybe"_s),
              (Fields {{u"sslmode"_s, u"unknown"_s}}));
    EXPECT_EQ(refused(u"postgresql://db:0/clinic"_s), (Fields {{u"port"_s, u"range"_s}}));
    EXPECT_EQ(refused(u"postgresql://db:http/clinic"_s), (Fields {{u"port"_s, u"range"_s}}));
}

TEST(ConnectionSettings, optionsHoldTimeoutsAndNoSecret)
{
    ConnectionSettings settings;
    settings.password = u"secret"_s;
    settings.deskName = u"Front"_s;
    const QString options = settings.connectOptions();
    EXPECT_TRUE(options.startsWith("connect_timeout=3;tcp_user_timeout=8000;keepalives_idle=5;"
                                   "keepalives_interval=2;keepalives_count=3"_L1));
    EXPECT_TRUE(options.contains("application_name='ClinicDesk Front'"_L1));
    EXPECT_FALSE(options.contains("secret"_L1));
}

TEST(ConnectionSettings, hostileNamesStayInsideTheirQuotes)
{
    ConnectionSettings settings;
    settings.deskName = u"a';host=evil \\"_s;
    const QString options = settings.connectOptions();
    EXPECT_TRUE(options.endsWith(u"application_name='ClinicDesk a\\' host=evil \\\\'"_s))
        << qPrintable(options);
}

} // namespace
} // namespace ClinicDesk
