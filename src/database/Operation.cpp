#include "database/Operation.h"

#include <QCryptographicHash>
#include <QStringList>

namespace ClinicDesk {

QString Operation::hashOf(const QStringList &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : parts) {
        const QByteArray utf8 = part.toUtf8();
        hash.addData(QByteArray::number(utf8.size()));
        hash.addData(":");
        hash.addData(utf8);
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace ClinicDesk
