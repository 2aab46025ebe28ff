#include "app/Options.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

Options parse(const QStringList &given)
{
    return Options::parse(QStringList {u"clinicdesk"_s} + given);
}

} // namespace

TEST(OptionsTest, takesServerDeskAndLook)
{
    const Options options
        = parse({u"--url"_s, u"postgresql://osei@db:5433/lakeside"_s, u"--desk"_s, u"Room 2"_s,
                 u"--theme"_s, u"contrast"_s, u"--zoom"_s, u"150"_s});
    EXPECT_EQ(options.action, Options::Action::Run);
    ASSERT_TRUE(options.server);
    EXPECT_EQ(options.server->host, u"db"_s);
    EXPECT_EQ(options.server->port, u"5433"_s);
    EXPECT_EQ(options.server->database, u"lakeside"_s);
    EXPECT_EQ(options.user, u"osei"_s) << "the address names the person";
    EXPECT_EQ(options.deskName, u"Room 2"_s);
    EXPECT_EQ(options.scheme, ColourScheme::HighContrast);
    EXPECT_EQ(options.zoom, 150);
}

TEST(OptionsTest, userGoesBeforeTheAddress)
{
    const Options options
        = parse({u"--url"_s, u"postgresql://osei@db/lakeside"_s, u"--user"_s, u"ba"_s});
    EXPECT_EQ(options.user, u"ba"_s);
}

TEST(OptionsTest, refusesWhatItDoesNotUnderstand)
{
    for (const QStringList &given :
         {QStringList {u"--zoom"_s, u"90"_s}, QStringList {u"--zoom"_s, u"big"_s},
          QStringList {u"--theme"_s, u"pink"_s}, QStringList {u"--nonsense"_s},
          QStringList {u"stray"_s}, QStringList {u"--url"_s, u"postgresql://a:secret@db/x"_s}}) {
        const Options options = parse(given);
        EXPECT_EQ(options.action, Options::Action::Refuse) << qPrintable(given.join(u' '));
        EXPECT_FALSE(options.text.contains(u"secret"_s));
    }
}

TEST(OptionsTest, followsLibpqsVariablesUnlessTold)
{
    qputenv("PGHOST", "demo-host");
    qputenv("PGPORT", "5999");
    qputenv("PGDATABASE", "demo");
    const Options plain = parse({u"--user"_s, u"ana"_s});
    const Options told = parse({u"--url"_s, u"postgresql://db/lakeside"_s});
    for (const char *name : {"PGHOST", "PGPORT", "PGDATABASE"})
        qunsetenv(name);
    ASSERT_TRUE(plain.server);
    EXPECT_EQ(plain.server->host, u"demo-host"_s);
    EXPECT_EQ(plain.server->port, u"5999"_s);
    EXPECT_EQ(plain.server->database, u"demo"_s);
    EXPECT_EQ(told.server->host, u"db"_s);
    EXPECT_FALSE(parse({}).server);
}

TEST(OptionsTest, printsVersionAndHelp)
{
    EXPECT_EQ(parse({u"--version"_s}).text, QStringLiteral("clinicdesk " CLINICDESK_VERSION "\n"));
    EXPECT_TRUE(parse({u"--help"_s}).text.contains(u"--url"_s));
}

} // namespace ClinicDesk
