#pragma once

#include <QBitArray>
#include <QRectF>
#include <QString>

class QPainter;

namespace ClinicDesk {

/// A text as a QR code (medium error correction), black on white whatever the theme: it is read by
/// a scanner. Empty for a text that does not fit.
class QrCode
{
public:
    explicit QrCode(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// Modules along one side, without the quiet zone.
    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] bool isDark(int column, int row) const;
    /// Fills `square` with the code and the four modules of quiet zone around it.
    void paint(QPainter &painter, const QRectF &square) const;

private:
    int m_size = 0;
    QBitArray m_dark;
};

} // namespace ClinicDesk
