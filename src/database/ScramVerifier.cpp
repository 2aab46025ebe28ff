#include "database/ScramVerifier.h"

#include "database/Connection.h"
#include "database/NativeHandle.h"

namespace ClinicDesk {

QString scramVerifier(const Connection &connection, const QString &user, const QString &password)
{
    PGconn *handle = nativeHandle(connection);
    if (!handle || password.isEmpty())
        return {};
    char *verifier = PQencryptPasswordConn(handle, password.toUtf8().constData(),
                                           user.toUtf8().constData(), "scram-sha-256");
    const QString text = QString::fromUtf8(verifier);
    PQfreemem(verifier);
    return text;
}

} // namespace ClinicDesk
