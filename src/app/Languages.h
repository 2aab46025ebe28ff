#pragma once

#include <QList>
#include <QString>

class QCoreApplication;

namespace ClinicDesk {

/// A language the program speaks.
struct Language
{
    QString code; ///< "de"; "en" is the source's
    QString name; ///< as its speakers write it: "Deutsch"
};

/// English and every language translated whole, by name.
[[nodiscard]] QList<Language> languages();

/// Texts, weekdays and numbers of this language, of the computer's own for an empty code; where
/// that is not spoken, English. Once, before the first window.
void speak(QCoreApplication &application, const QString &code);

} // namespace ClinicDesk
