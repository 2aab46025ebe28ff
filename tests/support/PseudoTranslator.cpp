#include "support/PseudoTranslator.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr double longer = 1.35;

QChar accented(QChar letter)
{
    static const QString plain = u"aceinosuyzAEINOSUYZ"_s;
    static const QString accents = u"äçéîñöšüýžÅÉÎÑÖŠÜÝŽ"_s;
    const qsizetype at = plain.indexOf(letter);
    return at < 0 ? letter : accents.at(at);
}

/// `doubled` letters, from the first on, are said twice.
QString spoken(const QString &text, qsizetype &doubled)
{
    QString spoken;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar letter = accented(text.at(at));
        spoken += letter;
        const bool isMnemonic = at > 0 && text.at(at - 1) == u'&';
        if (letter.isLetter() && !isMnemonic && doubled > 0) {
            spoken += letter;
            --doubled;
        }
    }
    return spoken;
}

} // namespace

QString PseudoTranslator::lengthened(const QString &text)
{
    static const QRegularExpression kept(u"%(?:L?\\d+|n)|<[^>]*>|&[a-z]+;|\\([*][^)]*\\)|\\n"_s);
    const auto wanted
        = static_cast<qsizetype>(std::ceil(static_cast<double>(text.size()) * longer));
    qsizetype doubled = wanted - text.size() - 1;
    QString result = u"["_s;
    qsizetype from = 0;
    for (QRegularExpressionMatchIterator found = kept.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        result += spoken(text.mid(from, match.capturedStart() - from), doubled) + match.captured();
        from = match.capturedEnd();
    }
    result += spoken(text.mid(from), doubled) + u']';
    while (result.size() < wanted)
        result.insert(result.size() - 1, u'·');
    return result;
}

QString PseudoTranslator::translate(const char *context, const char *source,
                                    const char *disambiguation, int number) const
{
    Q_UNUSED(number)
    const bool isPattern = qstrcmp(disambiguation, "date pattern") == 0;
    if (isPattern || isContextOfQt(QString::fromUtf8(context)))
        return {};
    return lengthened(QString::fromUtf8(source));
}

bool isContextOfQt(const QString &context)
{
    return context.size() > 1 && context.startsWith(u'Q') && context.at(1).isUpper();
}

} // namespace ClinicDesk
