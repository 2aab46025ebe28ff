#include "bench/BenchClinic.h"
#include "bench/BookingBench.h"
#include "bench/DoctorBench.h"
#include "bench/GridBench.h"
#include "bench/ListenBench.h"
#include "bench/LiveBench.h"
#include "bench/OpenDesk.h"
#include "bench/OutageBench.h"
#include "bench/ReachBench.h"
#include "bench/ReceptionBench.h"
#include "bench/ReportedRun.h"
#include "bench/SearchBench.h"
#include "bench/StartBench.h"
#include "bench/WireBench.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QLoggingCategory>
#include <QSysInfo>
#include <QTextStream>
#include <QThread>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// As the kernel calls it.
QString processor()
{
    QFile file(u"/proc/cpuinfo"_s);
    if (file.open(QIODevice::ReadOnly)) {
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (const QString &line : lines) {
            if (line.startsWith("model name"_L1))
                return line.section(u':', 1).trimmed();
        }
    }
    return QSysInfo::currentCpuArchitecture();
}

/// How many processes wanted a processor in the last minute; more than there are: figures suffer.
QString load()
{
    double minute = 0;
    return getloadavg(&minute, 1) == 1 ? QString::number(minute, 'f', 1) : u"?"_s;
}

struct Settings
{
    int patients = 200'000;
    int history = 20'000;
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
                                      u"200000"_s);
    const QCommandLineOption history(u"history"_s, u"How many past visits."_s, u"n"_s, u"20000"_s);
    const QCommandLineOption repetitions(u"repetitions"_s, u"5 or more."_s, u"n"_s, u"5"_s);
    const QCommandLineOption only(u"only"_s,
                                  u"reception, search, live, listen, grid, reach, outage, doctor, "
                                  u"start, booking or wire; may "
                                  "be repeated."_s,
                                  u"part"_s);
    const QCommandLineOption json(u"json"_s, u"Also writes the figures there."_s, u"file"_s);
    parser.addOptions({patients, history, repetitions, only, json});
    parser.process(application);
    return {std::max(2000, parser.value(patients).toInt()), parser.value(history).toInt(),
            std::max(5, parser.value(repetitions).toInt()), parser.values(only),
            parser.value(json)};
}

void measure(const Settings &settings, Theme &theme, Report &report)
{
    const auto wants = [&settings](const QString &part) {
        const bool isWanted = settings.parts.isEmpty() || settings.parts.contains(part);
        if (isWanted)
            QTextStream(stderr) << "measuring: " << part << Qt::endl;
        return isWanted;
    };
    BenchClinic clinic(settings.patients, settings.history);
    const int repetitions = settings.repetitions;
    if (wants(u"start"_s))
        benchStart(clinic, repetitions, report);
    {
        std::optional<OpenDesk> second(std::in_place, clinic, u"ben"_s);
        OpenDesk desk(clinic, u"ana"_s);
        if (wants(u"reception"_s))
            benchReception(clinic, desk, repetitions, report);
        if (wants(u"search"_s))
            benchSearch(clinic, desk, repetitions, report);
        if (wants(u"live"_s))
            benchLive(clinic, desk, *second, repetitions, report);
        second.reset(); // at a clinic it has a computer of its own and takes no time of this thread
        if (wants(u"listen"_s))
            benchListening(clinic, desk, repetitions, report);
        if (wants(u"grid"_s))
            benchGrid(clinic, desk, repetitions, report);
        if (wants(u"reach"_s))
            benchReach(clinic, desk, theme, report);
        if (wants(u"outage"_s))
            benchOutage(clinic, repetitions, report);
    }
    if (wants(u"doctor"_s))
        benchDoctor(clinic, repetitions, report);
    if (wants(u"booking"_s))
        benchBooking(clinic, repetitions, report);
    if (wants(u"wire"_s))
        benchWire(clinic, repetitions, report);
    const QStringList broken = clinic.inconsistencies();
    report.count({}, u"broken rules in the database afterwards (clinicctl check)"_s, u"rules"_s,
                 double(broken.size()), 0);
    for (const QString &line : broken)
        report.note(line);
}

int run(const Settings &settings, Theme &theme)
{
    Report report;
    report.note(
        u"%1, %2, %3 processors, Qt %4, %5 patients, %6 past visits, %7 repetitions, server with fsync"_s
            .arg(QSysInfo::prettyProductName(), processor())
            .arg(QThread::idealThreadCount())
            .arg(QLatin1StringView(qVersion()))
            .arg(settings.patients)
            .arg(settings.history)
            .arg(settings.repetitions));
    report.note(u"load average before: "_s + load());
    return runReported(report, settings.json, [&] {
        measure(settings, theme, report);
        report.note(u"load average after: "_s + load());
    });
}

} // namespace

} // namespace ClinicDesk

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"clinicdesk.*.info=false"_s);
    if (argc > 3 && qstrcmp(argv[1], "--start") == 0)
        return ClinicDesk::runStart(application, QCoreApplication::arguments().sliced(2));
    const ClinicDesk::Settings settings = ClinicDesk::settingsOf(application);
    ClinicDesk::Theme theme;
    theme.setScheme(ClinicDesk::ColourScheme::Light);
    theme.applyTo(application);
    return ClinicDesk::run(settings, theme);
}
