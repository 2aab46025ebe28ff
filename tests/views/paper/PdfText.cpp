#include "views/paper/PdfText.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

QStringList pagesOf(const QByteArray &pdf)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, u"-enc"_s, u"UTF-8"_s, u"-"_s, u"-"_s});
    if (!reader.waitForStarted()) {
        ADD_FAILURE() << "pdftotext is missing (packaging/install-packages.sh test)";
        return {};
    }
    reader.write(pdf);
    reader.closeWriteChannel();
    reader.waitForFinished();
    QString text = QString::fromUtf8(reader.readAllStandardOutput());
    // Fonts may have one sign for both letters.
    text.replace(QChar(0xfb01), u"fi"_s).replace(QChar(0xfb02), u"fl"_s);
    QStringList pages = text.split(u'\f');
    pages.removeLast(); // each page ends with a form feed
    return pages;
}

QStringList pagesOf(const QString &path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
    return pagesOf(file.readAll());
}

} // namespace ClinicDesk
