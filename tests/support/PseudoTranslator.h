#pragma once

#include <QTranslator>

namespace ClinicDesk {

/// A language nobody speaks: every text of the program in brackets, with accents and at least 35 %
/// longer, so that a text that passed by tr() and a place too small for German both show. What
/// stands for something stays: %1, %n, mnemonics, line breaks, tags, patterns.
class PseudoTranslator final : public QTranslator
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PseudoTranslator)
public:
    using QTranslator::QTranslator;

    [[nodiscard]] static QString lengthened(const QString &text);

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source,
                                    const char *disambiguation, int number) const override;
};

/// Whether a text of this context is Qt's own.
[[nodiscard]] bool isContextOfQt(const QString &context);

} // namespace ClinicDesk
