#include "views/languages/TranslationWitness.h"

#include "support/PseudoTranslator.h"

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

TranslationWitness::TranslationWitness(const QString &code)
{
    if (!m_words.load(u":/i18n/clinicdesk_%1.qm"_s.arg(code)))
        throw std::runtime_error("the program does not speak this language");
}

QString TranslationWitness::translate(const char *context, const char *source,
                                      const char *disambiguation, int number) const
{
    const QString known = m_words.translate(context, source, disambiguation, number);
    const QString where = QString::fromUtf8(context);
    if (known.isEmpty() && *source != '\0' && !isContextOfQt(where))
        m_missing << where + u": "_s + QString::fromUtf8(source);
    return known;
}

QStringList TranslationWitness::missing() const
{
    QStringList missing = m_missing;
    missing.removeDuplicates();
    missing.sort();
    return missing;
}

} // namespace ClinicDesk
