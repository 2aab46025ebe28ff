#include "domain/WholeFile.h"

#include <QSaveFile>

namespace ClinicDesk {

bool writeWhole(QSaveFile &file, const QByteArray &bytes,
                std::optional<QFileDevice::Permissions> permissions)
{
    return file.open(QIODevice::WriteOnly) && (!permissions || file.setPermissions(*permissions))
        && file.write(bytes) == bytes.size() && file.flush() && file.commit();
}

} // namespace ClinicDesk
