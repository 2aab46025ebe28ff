#pragma once

#include <QDate>
#include <QLocale>
#include <QString>

namespace ClinicDesk {

/// A day as a person types it: "24/11", "24.11.27", "2026-11-24", "24 nov", "Tue 24-Nov-2026",
/// "24" (the next 24th), "tue" (today or the next one), "+3", "-1", "today", "tomorrow". Names of
/// days and months are understood in `locale`'s language and in English, from three letters on
/// where they are unique; which of two numbers is the day follows the locale unless only one can
/// be. Without a year, the one that is nearest ahead, or up to 90 days back.
struct DateWords
{
    QDate day; ///< invalid when not understood
    QString problem; ///< then what is wrong, in words; empty while nothing was typed

    [[nodiscard]] static DateWords read(const QString &typed, QDate today,
                                        const QLocale &locale = QLocale());
};

} // namespace ClinicDesk
