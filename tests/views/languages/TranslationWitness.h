#pragma once

#include <QStringList>
#include <QTranslator>

namespace ClinicDesk {

/// A translation of the program that remembers what it was asked for and did not know.
class TranslationWitness final : public QTranslator
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TranslationWitness)
public:
    /// `code` is the language's: "de".
    explicit TranslationWitness(const QString &code);

    [[nodiscard]] bool isEmpty() const override { return m_words.isEmpty(); }
    [[nodiscard]] QString translate(const char *context, const char *source,
                                    const char *disambiguation, int number) const override;
    /// "context: text", sorted, once each; without Qt's own.
    [[nodiscard]] QStringList missing() const;

private:
    QTranslator m_words;
    mutable QStringList m_missing;
};

} // namespace ClinicDesk
