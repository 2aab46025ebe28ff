#include "app/Languages.h"
#include "support/PseudoTranslator.h"

#include <gmock/gmock.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

struct Texts
{
    QStringList all; ///< "context: source (comment)"
    QStringList unfinished;
    QStringList empty;
};

Texts textsOf(const QString &path)
{
    Texts texts;
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
    QXmlStreamReader xml(&file);
    QString context;
    QString text;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"source") {
            text = context + u": "_s + xml.readElementText();
        } else if (xml.name() == u"comment") {
            text += u" ("_s + xml.readElementText() + u')';
        } else if (xml.name() == u"translation") {
            texts.all << text;
            if (xml.attributes().hasAttribute("type"_L1))
                texts.unfinished << text;
            if (xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed().isEmpty())
                texts.empty << text;
        }
    }
    EXPECT_FALSE(xml.hasError()) << qPrintable(xml.errorString());
    texts.all.sort();
    return texts;
}

QString pathOf(const QString &code)
{
    return QStringLiteral(CLINICDESK_SOURCES "/translations/clinicdesk_%1.ts").arg(code);
}

void expectUpToDate(const QString &code, const QStringList &options)
{
    const QString lupdate = QStringLiteral(CLINICDESK_LUPDATE);
    if (!QFileInfo::exists(lupdate))
        GTEST_SKIP() << "lupdate is not installed";
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"clinicdesk_%1.ts"_s.arg(code));
    ASSERT_TRUE(QFile::copy(pathOf(code), copy));
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(CLINICDESK_SOURCES));
    process.start(lupdate,
                  QStringList {u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-I"_s,
                               u"src"_s, u"src"_s, u"ui"_s}
                      + options + QStringList {u"-ts"_s, copy});
    ASSERT_TRUE(process.waitForFinished(120'000));
    ASSERT_EQ(process.exitCode(), 0) << process.readAllStandardError().constData();
    const Texts kept = textsOf(pathOf(code));
    const Texts found = textsOf(copy);
    EXPECT_GT(found.all.size(), 4);
    QStringList news = found.all;
    for (const QString &text : kept.all)
        news.removeOne(text);
    EXPECT_TRUE(news.isEmpty() && found.all.size() == kept.all.size())
        << "build the target update_translations for: " << qPrintable(news.join(u" | "_s));
    EXPECT_THAT(kept.unfinished, testing::IsEmpty());
    EXPECT_THAT(kept.empty, testing::IsEmpty());
}

} // namespace

TEST(Translations, germanHasEveryText)
{
    expectUpToDate(u"de"_s, {});
}

TEST(Translations, englishHasEveryPlural)
{
    expectUpToDate(u"en"_s, {u"-pluralonly"_s});
}

TEST(Translations, englishAndGermanCanBeChosen)
{
    QStringList codes;
    for (const Language &language : languages())
        codes << language.code;
    EXPECT_EQ(codes, (QStringList {u"de"_s, u"en"_s}));
}

TEST(Translations, englishCountsOneDay)
{
    QTranslator english;
    ASSERT_TRUE(english.load(u":/i18n/clinicdesk_en.qm"_s));
    QCoreApplication::installTranslator(&english);
    const auto daysAgo = [](int days) {
        return QCoreApplication::translate("ClinicDesk::DayHeader", "%n days ago", nullptr, days);
    };
    EXPECT_EQ(daysAgo(1), u"1 day ago"_s);
    EXPECT_EQ(daysAgo(2), u"2 days ago"_s);
    const auto left = [](int tries) {
        return QCoreApplication::translate(
            "ClinicDesk::SignInTexts",
            "Name or password is wrong. %n tries left before a %1-minute lock.", nullptr, tries);
    };
    EXPECT_TRUE(left(1).contains(u" 1 try left"_s)) << qPrintable(left(1));
    EXPECT_TRUE(left(2).contains(u" 2 tries left"_s)) << qPrintable(left(2));
    QCoreApplication::removeTranslator(&english);
}

TEST(PseudoLocale, keepsWhatStandsForSomething)
{
    const QString text = u"&Find %1 of %n\nin <b>notes</b>"_s;
    const QString longer = PseudoTranslator::lengthened(text);
    EXPECT_GE(longer.size() * 100, text.size() * 135);
    EXPECT_TRUE(longer.startsWith(u'[') && longer.endsWith(u']'));
    for (const QString &kept : {u"&F"_s, u"%1"_s, u"%n"_s, u"\n"_s, u"<b>"_s, u"</b>"_s})
        EXPECT_TRUE(longer.contains(kept)) << qPrintable(kept);
    EXPECT_EQ(PseudoTranslator::lengthened(u"Ok"_s).size(), 4);
}

} // namespace ClinicDesk
