#include "ctl/Output.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {

void printLine(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

void printJson(const QJsonObject &object)
{
    printLine(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void print(const Answer &answer, bool asJson)
{
    if (asJson && !answer.json.isEmpty())
        printJson({{u"result"_s, answer.json}});
    else if (!asJson && !answer.lines.isEmpty())
        printLine(stdout, answer.lines.join(u'\n'));
}

} // namespace ClinicDesk::Ctl
