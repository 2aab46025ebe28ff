#include "widgets/QrCode.h"

#include <QPainter>

#include <memory>

#include <qrencode.h>

namespace ClinicDesk {

namespace {
constexpr int quietZone = 4;
}

QrCode::QrCode(const QString &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1),
        &QRcode_free);
    if (!code)
        return;
    m_size = code->width;
    m_dark.resize(qsizetype(m_size) * m_size);
    for (int i = 0; i < m_size * m_size; ++i)
        m_dark.setBit(i, (code->data[i] & 1) != 0);
}

bool QrCode::isDark(int column, int row) const
{
    return m_dark.testBit(qsizetype(row) * m_size + column);
}

void QrCode::paint(QPainter &painter, const QRectF &square) const
{
    if (isEmpty())
        return;
    const double module = square.width() / (m_size + 2 * quietZone);
    painter.save();
    painter.fillRect(square, Qt::white);
    painter.translate(square.topLeft());
    painter.scale(module, module);
    painter.translate(quietZone, quietZone);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int row = 0; row < m_size; ++row) {
        for (int column = 0; column < m_size; ++column) {
            if (isDark(column, row))
                painter.fillRect(QRectF(column, row, 1, 1), Qt::black);
        }
    }
    painter.restore();
}

} // namespace ClinicDesk
