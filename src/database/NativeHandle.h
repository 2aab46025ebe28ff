#pragma once

#include "database/Connection.h"

#include <QSqlDriver>
#include <QVariant>

#include <libpq-fe.h>

namespace ClinicDesk {

/// libpq's own connection below an open Connection, for what Qt's driver does not offer; nullptr
/// when it is closed. Private to this layer.
[[nodiscard]] inline PGconn *nativeHandle(const Connection &connection)
{
    const QVariant handle = connection.database().driver()->handle();
    // Qt names the type by its struct or by its typedef, as it was built.
    const QByteArrayView type = handle.typeName();
    if (type != "pg_conn*" && type != "PGconn*")
        return nullptr;
    return *static_cast<PGconn *const *>(handle.constData());
}

} // namespace ClinicDesk
