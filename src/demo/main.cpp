#include "demo/Morning.h"

#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>

using namespace Qt::StringLiterals;

/// Plays the demo's morning. The desks sign in by libpq's password file; the administrator is the
/// private server's own superuser. Exit code 0 only when every step happened.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"ClinicDesk"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Plays a morning at the demo clinic in the real windows."_s);
    parser.addHelpOption();
    const QCommandLineOption pictures(u"pictures"_s, u"Folder for the pictures."_s, u"folder"_s,
                                      u"."_s);
    const QCommandLineOption administrator(u"administrator"_s, u"The cluster's superuser."_s,
                                           u"login"_s, u"clinicdesk_admin"_s);
    parser.addOptions({pictures, administrator});
    parser.process(application);

    ClinicDesk::Theme theme;
    theme.setScheme(ClinicDesk::ColourScheme::Light);
    theme.applyTo(application);
    const QDir folder(parser.value(pictures));
    if (!folder.mkpath(u"."_s)) {
        QTextStream(stderr) << "Cannot write pictures to " << folder.path() << Qt::endl;
        return 2;
    }
    ClinicDesk::ConnectionSettings superuser;
    superuser.user = parser.value(administrator);
    ClinicDesk::Morning morning({}, superuser, theme, folder);
    const bool played = morning.play();
    QTextStream(stdout) << "\n"
                        << morning.picturesWritten() << " pictures in " << folder.absolutePath()
                        << Qt::endl;
    return played ? 0 : 1;
}
