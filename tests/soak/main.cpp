#include "database/SqlError.h"
#include "soak/Soak.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLoggingCategory>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

ClinicDesk::SoakOptions optionsOf(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Works two receptions and a doctor on one day that other desks keep changing."_s);
    parser.addHelpOption();
    const QCommandLineOption minutes(u"minutes"_s, u"How long; may be a fraction."_s, u"n"_s,
                                     u"10"_s);
    const QCommandLineOption patients(u"patients"_s, u"How many patients, 2000 or more."_s, u"n"_s,
                                      u"2000"_s);
    parser.addOptions({minutes, patients});
    parser.process(application);
    return {std::chrono::milliseconds(qRound64(parser.value(minutes).toDouble() * 60'000)),
            std::max(2000, parser.value(patients).toInt())};
}

} // namespace

/// Exit code 0 when nothing was found wrong.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"clinicdesk.*.info=false"_s);
    const ClinicDesk::SoakOptions options = optionsOf(application);
    ClinicDesk::Theme theme;
    theme.setScheme(ClinicDesk::ColourScheme::Light);
    theme.applyTo(application);
    ClinicDesk::SoakReport report;
    try {
        ClinicDesk::Soak(options, report).run();
    } catch (const ClinicDesk::SqlError &error) {
        report.fail(u"SQL: "_s + error.sqlState + u' ' + error.message);
    } catch (const std::exception &error) {
        report.fail(QString::fromUtf8(error.what()));
    }
    QTextStream out(stdout);
    for (const QString &line : report.lines())
        out << line << '\n';
    for (const QString &failure : report.failures())
        out << "WRONG: " << failure << '\n';
    out << (report.count() == 0 ? u"Nothing wrong."_s : u"%1 things wrong."_s.arg(report.count()))
        << Qt::endl;
    return report.count() == 0 ? 0 : 1;
}
