#include "bench/ReportedRun.h"

#include "database/SqlError.h"

#include <QFile>
#include <QTextStream>

#include <exception>

namespace ClinicDesk {

namespace {

bool isMeasured(const std::function<void()> &measure, QTextStream &err)
{
    try {
        measure();
        return true;
    } catch (const SqlError &error) {
        err << "SQL: " << error.sqlState << ' ' << error.message << Qt::endl;
    } catch (const Refusal &refusal) {
        err << toKey(refusal.error.kind) << ' ' << refusal.error.rule << Qt::endl;
    } catch (const std::exception &error) {
        err << error.what() << Qt::endl;
    }
    return false;
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

int runReported(Report &report, const QString &jsonFile, const std::function<void()> &measure)
{
    QTextStream err(stderr);
    const bool isWhole = isMeasured(measure, err);
    QTextStream(stdout) << report.table();
    if (!jsonFile.isEmpty() && !write(jsonFile, report.json())) {
        err << "Cannot write " << jsonFile << Qt::endl;
        return 1;
    }
    return !isWhole ? 1 : report.areAllMet() ? 0 : 3;
}

} // namespace ClinicDesk
