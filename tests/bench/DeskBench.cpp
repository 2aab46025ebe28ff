#include "bench/BenchClinic.h"
#include "bench/BookingBench.h"
#include "bench/DoctorBench.h"
#include "bench/GridBench.h"
#include "bench/OpenDesk.h"
#include "bench/ReceptionBench.h"
#include "bench/Report.h"
#include "database/SqlError.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QLoggingCategory>
#include <QSysInfo>
#include <QTextStream>
#include <QThread>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

struct Settings
{
    int patients = 2000;
    int history = 2000;
    int repetitions = 5;
    QStringList parts;
    QString json;
};

Settings settingsOf(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures the desks' bars on the real windows and a private server."_s);
    parser.addHelpOption();
    const QCommandLineOption patients(u"patients"_s, u"How many patients, 2000 or more."_s, u"n"_s,
                                      u"2000"_s);
    const QCommandLineOption history(u"history"_s, u"How many past visits."_s, u"n"_s, u"2000"_s);
    const QCommandLineOption repetitions(u"repetitions"_s, u"5 or more."_s, u"n"_s, u"5"_s);
    const QCommandLineOption only(
        u"only"_s, u"grid, reception, doctor or booking; may be repeated."_s, u"part"_s);
    const QCommandLineOption json(u"json"_s, u"Also writes the figures there."_s, u"file"_s);
    parser.addOptions({patients, history, repetitions, only, json});
    parser.process(application);
    return {std::max(2000, parser.value(patients).toInt()), parser.value(history).toInt(),
            std::max(5, parser.value(repetitions).toInt()), parser.values(only),
            parser.value(json)};
}

void measure(const Settings &settings, Report &report)
{
    const auto wants = [&settings](const QString &part) {
        return settings.parts.isEmpty() || settings.parts.contains(part);
    };
    BenchClinic clinic(settings.patients, settings.history);
    if (wants(u"reception"_s) || wants(u"grid"_s)) {
        OpenDesk desk(clinic, u"ana"_s);
        if (wants(u"reception"_s))
            benchReception(clinic, desk, settings.repetitions, report);
        if (wants(u"grid"_s))
            benchGrid(clinic, desk, settings.repetitions, report);
    }
    if (wants(u"doctor"_s))
        benchDoctor(clinic, settings.repetitions, report);
    if (wants(u"booking"_s))
        benchBooking(clinic, settings.repetitions, report);
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

int run(const Settings &settings)
{
    QTextStream err(stderr);
    Report report;
    report.note(
        u"%1, %2 processors, Qt %3, %4 patients, %5 past visits, %6 repetitions, server with fsync"_s
            .arg(QSysInfo::prettyProductName())
            .arg(QThread::idealThreadCount())
            .arg(QLatin1StringView(qVersion()))
            .arg(settings.patients)
            .arg(settings.history)
            .arg(settings.repetitions));
    bool isWhole = false;
    try {
        measure(settings, report);
        isWhole = true;
    } catch (const SqlError &error) {
        err << "SQL: " << error.sqlState << ' ' << error.message << Qt::endl;
    } catch (const std::exception &error) {
        err << error.what() << Qt::endl;
    }
    QTextStream(stdout) << report.table();
    if (!settings.json.isEmpty() && !write(settings.json, report.json())) {
        err << "Cannot write " << settings.json << Qt::endl;
        return 1;
    }
    return !isWhole ? 1 : report.areAllMet() ? 0 : 3;
}

} // namespace

} // namespace ClinicDesk

/// Exit code 0 when every bar is met, 3 when one is not, 1 when something went wrong.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"clinicdesk.*.info=false"_s);
    const ClinicDesk::Settings settings = ClinicDesk::settingsOf(application);
    ClinicDesk::Theme theme;
    theme.setScheme(ClinicDesk::ColourScheme::Light);
    theme.applyTo(application);
    return ClinicDesk::run(settings);
}
