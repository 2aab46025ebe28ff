#include "app/ClinicApplication.h"
#include "app/Languages.h"
#include "app/LogFile.h"

#include <QApplication>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// Answers what needs no window; works without a display.
int print(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const ClinicDesk::Options options = ClinicDesk::Options::parse(QCoreApplication::arguments());
    const bool refused = options.action == ClinicDesk::Options::Action::Refuse;
    std::fputs(options.text.toUtf8().constData(), refused ? stderr : stdout);
    return refused ? 2 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setOrganizationName(u"ClinicDesk"_s);
    QCoreApplication::setApplicationName(u"clinicdesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CLINICDESK_VERSION));
    const auto asks = [argc, argv](const char *option) {
        return std::any_of(argv + 1, argv + argc,
                           [option](const char *given) { return qstrcmp(given, option) == 0; });
    };
    if (asks("--help") || asks("-h") || asks("--version") || asks("-v"))
        return print(argc, argv);

    QApplication application(argc, argv);
    const ClinicDesk::Options options = ClinicDesk::Options::parse(application.arguments());
    if (options.action == ClinicDesk::Options::Action::Refuse) {
        std::fputs(options.text.toUtf8().constData(), stderr);
        return 2;
    }
    QGuiApplication::setDesktopFileName(u"clinicdesk"_s);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    const ClinicDesk::LogFile log(
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    QSettings settings;
    ClinicDesk::speak(application, settings.value(u"view/language"_s).toString());
    ClinicDesk::ClinicApplication clinic(options, settings);
    clinic.theme().applyTo(application);
    QObject::connect(&clinic, &ClinicDesk::ClinicApplication::quitRequested, &application,
                     &QCoreApplication::quit, Qt::QueuedConnection);
    if (!clinic.start())
        return 0;
    return QApplication::exec();
}
