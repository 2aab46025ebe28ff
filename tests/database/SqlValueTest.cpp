#include "database/SqlValue.h"

#include <QJsonValue>
#include <QStringList>
#include <QTimeZone>
#include <QUrl>
#include <QVariant>

#include <gtest/gtest.h>

#include <limits>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

QByteArray literal(const SqlValue &value)
{
    return value.literal();
}

template<typename T> QString whyRefused(const T &value)
{
    try {
        const SqlValue rendered(value);
        return QString();
    } catch (const ValueError &error) {
        return error.why;
    }
}

// QPSQL pastes these into the statement unquoted; text in other clothes must be made a QString
// first.
static_assert(!std::is_constructible_v<SqlValue, QJsonValue>);
static_assert(!std::is_constructible_v<SqlValue, QUrl>);
static_assert(!std::is_constructible_v<SqlValue, QStringList>);
static_assert(!std::is_constructible_v<SqlValue, QVariant>);
static_assert(!std::is_constructible_v<SqlValue, const char *>);
static_assert(!std::is_constructible_v<SqlValue, double>);

TEST(SqlValue, rendersNumbersAndTruth)
{
    EXPECT_EQ(literal(true), "true");
    EXPECT_EQ(literal(false), "false");
    EXPECT_EQ(literal(-5), "-5");
    EXPECT_EQ(literal(std::numeric_limits<qint64>::max()), "9223372036854775807");
    EXPECT_EQ(literal(PatientId {42}), "42");
}

TEST(SqlValue, rendersNothingAsNull)
{
    EXPECT_EQ(literal(std::nullopt), "NULL");
    EXPECT_EQ(literal(QString()), "NULL");
    EXPECT_EQ(literal(u""_s), "''");
    EXPECT_EQ(literal(std::optional<RoomId>()), "NULL");
    EXPECT_EQ(literal(std::optional<RoomId>(RoomId {7})), "7");
}

TEST(SqlValue, quotesQuotes)
{
    EXPECT_EQ(literal(u"O'Brien"_s), "'O''Brien'");
    EXPECT_EQ(literal(u"'); DROP TABLE patient; --"_s), "'''); DROP TABLE patient; --'");
}

TEST(SqlValue, escapesBackslashesWhateverTheServersSetting)
{
    EXPECT_EQ(literal(u"a\\b"_s), " E'a\\\\b'");
    EXPECT_EQ(literal(u"\\'; SELECT 1"_s), " E'\\\\''; SELECT 1'");
}

TEST(SqlValue, keepsEveryScript)
{
    EXPECT_EQ(literal(u"Müller 李 \U0001F600 \u200F\u202E"_s),
              QByteArray("'") + u"Müller 李 \U0001F600 \u200F\u202E"_s.toUtf8() + "'");
    EXPECT_EQ(literal(u"a\tb\nc"_s), "'a\tb\nc'");
}

TEST(SqlValue, refusesControlCharacters)
{
    EXPECT_EQ(whyRefused(QString(u"a"_s + QChar(0) + u"b"_s)), u"control_character"_s);
    EXPECT_EQ(whyRefused(u"a\rb"_s), u"control_character"_s);
    EXPECT_EQ(whyRefused(u"\u001b[0m"_s), u"control_character"_s);
    EXPECT_EQ(whyRefused(QString(QChar(0x85))), u"control_character"_s);
}

TEST(SqlValue, refusesLoneSurrogates)
{
    EXPECT_EQ(whyRefused(QString(QChar(0xD83D))), u"control_character"_s);
    EXPECT_EQ(whyRefused(QString(QChar(0xDE00) + u"a"_s)), u"control_character"_s);
    EXPECT_EQ(whyRefused(QString(u"a"_s + QChar(0xD83D) + u"b"_s)), u"control_character"_s);
}

TEST(SqlValue, refusesEndlessText)
{
    EXPECT_EQ(whyRefused(QString(100'000, u'a')), QString());
    EXPECT_EQ(whyRefused(QString(100'001, u'a')), u"too_long"_s);
}

TEST(SqlValue, rendersInstantsInUtc)
{
    const QTimeZone berlin("Europe/Berlin");
    EXPECT_EQ(literal(QDateTime(QDate(2026, 7, 1), QTime(10, 0, 0, 5), berlin)),
              "'2026-07-01T08:00:00.005Z'");
    EXPECT_EQ(literal(QDate(1985, 5, 3)), "'1985-05-03'");
    EXPECT_EQ(literal(QTime(8, 30)), "'08:30:00.000'");
}

TEST(SqlValue, refusesTimesThatDoNotExist)
{
    const QDateTime gap(QDate(2026, 3, 29), QTime(2, 30), QTimeZone("Europe/Berlin"));
    ASSERT_FALSE(gap.isValid());
    EXPECT_EQ(whyRefused(gap), u"invalid_time"_s);
    EXPECT_EQ(whyRefused(QDateTime()), u"invalid_time"_s);
    EXPECT_EQ(whyRefused(QDate()), u"invalid_time"_s);
    EXPECT_EQ(whyRefused(QDate(2026, 2, 30)), u"invalid_time"_s);
    EXPECT_EQ(whyRefused(QTime()), u"invalid_time"_s);
    EXPECT_EQ(whyRefused(QDate(12026, 1, 1)), u"invalid_time"_s);
}

TEST(SqlValue, rendersIdsBytesAndLists)
{
    const QUuid id(u"6f1c1b3a-0f5e-4a53-9d0c-0d5f3f1f2a11"_s);
    EXPECT_EQ(literal(id), "'6f1c1b3a-0f5e-4a53-9d0c-0d5f3f1f2a11'");
    EXPECT_EQ(literal(QByteArray::fromHex("00ff27")), " E'\\\\x00ff27'");
    EXPECT_EQ(literal(QList<qint64> {3, 1, 2}), "'{3,1,2}'");
    EXPECT_EQ(literal(QList<qint64> {}), "'{}'");
}

} // namespace
} // namespace ClinicDesk
