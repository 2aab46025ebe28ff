#pragma once

#include "views/paper/Document.h"

#include <QDateTime>
#include <QList>
#include <QStringList>
#include <QTimeZone>

namespace ClinicDesk {

/// What a patient takes home: the clinic, the name, the next appointments, and the code as QR and
/// in groups. Holds a secret while `code` is set.
struct PatientCard
{
    struct Visit
    {
        QDateTime start;
        QString doctor;
        bool isRequest = false; ///< the doctor has not confirmed it yet
    };

    QString clinic;
    QString name;
    QString code; ///< 16 signs, or empty for a reminder without a code
    QList<Visit> visits; ///< soonest first
    QTimeZone zone;
    bool rightToLeft = false;
};

enum class CardLayout { Card, Slip };

/// A PatientCard as large as a bank card (85.6 x 54 mm) or on A6; on larger paper in its true size,
/// with a line to cut along. Long names wrap and everything shrinks before something is left out,
/// and what is left out is said: "and 2 more". GUI thread; its pages on any.
class CardDocument final : public Document
{
public:
    CardDocument(const PatientCard &card, CardLayout layout);

    /// "Tuesday 24 November 2026, 10:40", or "10:40am" where the locale writes so.
    [[nodiscard]] static QString spokenTime(const QDateTime &start, const QTimeZone &zone);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString fileName() const override;
    [[nodiscard]] QPageSize usualPage() const override;
    [[nodiscard]] std::unique_ptr<DocumentPages> pages(const QSizeF &page) const override;

private:
    PatientCard m_card;
    CardLayout m_layout;
    QStringList m_lines; ///< an appointment each
};

} // namespace ClinicDesk
