#pragma once

#include <QDateTime>
#include <QList>
#include <QPageSize>
#include <QString>
#include <QTimeZone>

class QPagedPaintDevice;
class QPainter;
class QRectF;

namespace ClinicDesk {

/// What a patient takes home: the clinic, the name, the next appointments, and the code as QR and
/// in groups. Holds a secret while `code` is set.
struct PatientCard
{
    struct Visit
    {
        QDateTime start;
        QString doctor;
    };

    QString clinic;
    QString name;
    QString code; ///< 16 signs, or empty for a reminder without a code
    QList<Visit> visits; ///< soonest first
    QTimeZone zone;
};

enum class CardLayout { Card, Slip };

/// Painting on paper, black on white. GUI thread.
namespace CardPaper {

/// 85.6 x 54 mm as a bank card, or A6.
[[nodiscard]] QPageSize pageSize(CardLayout layout);
/// "Tuesday 24 November 2026, 10:40", or "10:40am" where the locale writes so.
[[nodiscard]] QString spokenTime(const QDateTime &start, const QTimeZone &zone);
/// Into `area`, which has the page's proportions.
void paint(QPainter &painter, const QRectF &area, const PatientCard &card, CardLayout layout);
/// In its true size at the top of the device's page. False when the device cannot be written.
[[nodiscard]] bool print(QPagedPaintDevice &device, const PatientCard &card, CardLayout layout);
/// A PDF of the layout's size. False when the file cannot be written; then an older one is whole.
[[nodiscard]] bool savePdf(const QString &path, const PatientCard &card, CardLayout layout);

} // namespace CardPaper

} // namespace ClinicDesk
