#include "database/FunctionSet.h"

#include "database/SqlFiles.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

int numberIn(const QString &sql, const QString &name, int otherwise)
{
    const QRegularExpression line(u"^--\\s*%1:\\s*(\\d+)\\s*$"_s.arg(name),
                                  QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = line.match(sql);
    return match.hasMatch() ? match.captured(1).toInt() : otherwise;
}

} // namespace

FunctionSet FunctionSet::fromFiles(QList<File> files)
{
    std::sort(files.begin(), files.end(),
              [](const File &left, const File &right) { return left.name < right.name; });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QString whole;
    for (const File &file : std::as_const(files)) {
        hash.addData(QString(file.name + QChar() + file.sql + QChar()).toUtf8());
        whole += file.sql + u'\n';
    }
    FunctionSet set;
    set.number = numberIn(whole, u"number"_s, 0);
    set.minCompatible = numberIn(whole, u"min-compatible"_s, set.number);
    set.files = std::move(files);
    set.checksum = QString::fromLatin1(hash.result().toHex());
    return set;
}

FunctionSet FunctionSet::builtIn()
{
    QList<File> files;
    for (const QString &name : SqlFiles::names(u"functions"_s))
        files.append({name, SqlFiles::read(u"functions/"_s + name)});
    return fromFiles(std::move(files));
}

} // namespace ClinicDesk
