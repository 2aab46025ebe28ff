#include "database/SqlFiles.h"

#include <QDir>
#include <QFile>

#include <mutex>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside of any namespace; a static library's resources need it.
static void initializeSqlResources()
{
    static std::once_flag once;
    std::call_once(once, [] { Q_INIT_RESOURCE(clinicdesk_sql); });
}

namespace ClinicDesk {

QStringList SqlFiles::names(const QString &folder)
{
    initializeSqlResources();
    return QDir(u":/sql/"_s + folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

QString SqlFiles::read(const QString &path)
{
    initializeSqlResources();
    QFile file(u":/sql/"_s + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace ClinicDesk
