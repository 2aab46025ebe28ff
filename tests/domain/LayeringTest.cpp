#include <gmock/gmock.h>

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

/// What each layer may include besides itself (src/README.md).
const QMap<QString, QStringList> &allowed()
{
    static const QMap<QString, QStringList> layers {
        {u"domain"_s, {}},
        {u"database"_s, {u"domain"_s}},
        {u"services"_s, {u"database"_s, u"domain"_s}},
        {u"models"_s, {u"services"_s, u"database"_s, u"domain"_s}},
        {u"widgets"_s, {u"domain"_s}},
        {u"views"_s, {u"models"_s, u"widgets"_s, u"services"_s, u"database"_s, u"domain"_s}},
        {u"ctl"_s, {u"services"_s, u"database"_s, u"domain"_s}},
        {u"app"_s,
         {u"views"_s, u"models"_s, u"widgets"_s, u"services"_s, u"database"_s, u"domain"_s}},
        {u"demo"_s,
         {u"views"_s, u"models"_s, u"widgets"_s, u"services"_s, u"database"_s, u"domain"_s}},
    };
    return layers;
}

QStringList includesOf(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
    static const QRegularExpression include(u"^#include [<\"]([^>\"]+)[>\"]"_s,
                                            QRegularExpression::MultilineOption);
    QStringList result;
    auto matches = include.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext())
        result.append(matches.next().captured(1));
    return result;
}

template<typename Check> void forEachSource(const QString &layer, Check check)
{
    QDirIterator files(QStringLiteral(CLINICDESK_SOURCE_DIR "/src/") + layer,
                       {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        for (const QString &include : includesOf(path))
            check(path, include);
    }
}

TEST(Layering, aLayerIncludesOnlyWhatItMay)
{
    for (auto layer = allowed().cbegin(); layer != allowed().cend(); ++layer) {
        forEachSource(layer.key(), [&](const QString &path, const QString &include) {
            const QString other = include.section(u'/', 0, 0);
            if (!allowed().contains(other) || other == layer.key() || !include.contains(u'/'))
                return;
            EXPECT_TRUE(layer.value().contains(other))
                << qPrintable(path) << " includes " << qPrintable(include);
        });
    }
}

TEST(Layering, onlyTheDatabaseLayerUsesQtSql)
{
    for (auto layer = allowed().cbegin(); layer != allowed().cend(); ++layer) {
        if (layer.key() == u"database"_s)
            continue;
        forEachSource(layer.key(), [](const QString &path, const QString &include) {
            EXPECT_FALSE(include.startsWith(u"QSql"_s) || include.contains(u"QtSql"_s)
                         || include == u"libpq-fe.h"_s)
                << qPrintable(path) << " includes " << qPrintable(include);
        });
    }
}

TEST(Layering, viewsHoldNoServiceAndNoCoroutine)
{
    static const QRegularExpression service(
        u"^services/.*(Services?|Operations|Store|LiveUpdates|LiveTopic)\\.h$"_s);
    forEachSource(u"views"_s, [](const QString &path, const QString &include) {
        EXPECT_FALSE(service.match(include).hasMatch() || include.startsWith(u"QCoro"_s)
                     || include == u"models/TaskRunner.h"_s)
            << qPrintable(path) << " includes " << qPrintable(include);
    });
}

TEST(Layering, onlyTheTransactionManagerAndMigrationsCommit)
{
    static const QRegularExpression commit(u"(onnection|atabase)(\\.|->)commit\\(\\)"_s);
    for (auto layer = allowed().cbegin(); layer != allowed().cend(); ++layer) {
        QDirIterator files(QStringLiteral(CLINICDESK_SOURCE_DIR "/src/") + layer.key(),
                           {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QFile file(path);
            ASSERT_TRUE(file.open(QIODevice::ReadOnly));
            const bool commits = commit.match(QString::fromUtf8(file.readAll())).hasMatch();
            const bool may = path.endsWith(u"database/TransactionManager.cpp"_s)
                || path.endsWith(u"database/Connection.cpp"_s)
                || path.endsWith(u"database/MigrationRunner.cpp"_s);
            EXPECT_TRUE(may || !commits) << qPrintable(path);
        }
    }
}

/// The statement around a position: from the last end of one to the next.
QString statementAt(const QString &text, qsizetype position)
{
    static const QRegularExpression end(u"[;}]|\\{\\n"_s);
    const qsizetype before = text.lastIndexOf(end, position);
    const qsizetype after = text.indexOf(u';', position);
    return text.mid(before + 1, after - before - 1).mid(text.mid(before, 2) == u"{\n"_s ? 1 : 0);
}

// GCC 12 destroys closures, braced temporaries and the operands of ?: twice when they live in a
// co_await expression.
TEST(Layering, noTemporaryThatGccDestroysTwiceInACoAwait)
{
    static const QRegularExpression risky(u"[{?]|\\[[^\\]]*\\]\\s*[({]"_s);
    static const QRegularExpression comment(u"//[^\n]*"_s);
    for (auto layer = allowed().cbegin(); layer != allowed().cend(); ++layer) {
        QDirIterator files(QStringLiteral(CLINICDESK_SOURCE_DIR "/src/") + layer.key(),
                           {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QFile file(path);
            ASSERT_TRUE(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll()).remove(comment);
            for (qsizetype at = text.indexOf(u"co_await "_s); at >= 0;
                 at = text.indexOf(u"co_await "_s, at + 1)) {
                const QString statement = statementAt(text, at);
                EXPECT_FALSE(risky.match(statement).hasMatch())
                    << qPrintable(path) << ": " << qPrintable(statement);
            }
        }
    }
}

} // namespace
