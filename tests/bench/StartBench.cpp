#include "bench/StartBench.h"

#include "app/ClinicApplication.h"
#include "app/Languages.h"
#include "bench/BenchClinic.h"
#include "bench/OpenDesk.h"
#include "views/login/LoginDialog.h"
#include "views/setup/SetupDialog.h"
#include "widgets/agenda/AgendaView.h"

#include <QApplication>
#include <QListView>
#include <QProcess>
#include <QTextStream>

#include <chrono>
#include <map>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// Of one clock for all processes of this computer.
qint64 nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

void say(const QString &what, qint64 sinceNs)
{
    QTextStream(stdout) << what << ' ' << double(nowNs() - sinceNs) / 1e6 << Qt::endl;
}

template<typename T> T *shown()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<T *>(widget); window && window->isVisible())
            return window;
    }
    return nullptr;
}

template<typename T> T &awaited(const char *what)
{
    OpenDesk::expect([] { return shown<T>() && shown<T>()->isActiveWindow(); }, what);
    return *shown<T>();
}

void field(const char *name, const QString &text, Qt::Key key, int times = 1)
{
    OpenDesk::expectFocus(name);
    OpenDesk::type(text);
    for (int press = 0; press < times; ++press)
        OpenDesk::key(key);
}

void signIn(qint64 started, const QString &login, const QString &password)
{
    auto &dialog = awaited<LoginDialog>("the sign-in");
    dialog.repaint();
    say(u"sign-in"_s, started);
    field("nameEdit", login, Qt::Key_Tab);
    OpenDesk::expectFocus("passwordEdit");
    OpenDesk::type(password);
    const qint64 entered = nowNs();
    OpenDesk::key(Qt::Key_Return);
    OpenDesk::expect(
        [] {
            const auto *window = shown<QMainWindow>();
            const auto *agenda = window ? window->findChild<AgendaView *>() : nullptr;
            return agenda && agenda->model() && agenda->model()->rowCount() >= 800;
        },
        "the day");
    shown<QMainWindow>()->repaint();
    say(u"day"_s, entered);
}

/// The same answers as a clinic's first person gives, and a booking of a new patient.
void firstRun(qint64 started)
{
    awaited<SetupDialog>("the first run");
    field("createRadio", {}, Qt::Key_Return);
    field("clinicName", u"Lakeside Clinic"_s, Qt::Key_Return);
    field("yourName", u"Ana Ruiz"_s, Qt::Key_Tab, 2);
    field("yourPassword", u"three herons"_s, Qt::Key_Tab, 2);
    field("yourPasswordAgain", u"three herons"_s, Qt::Key_Return);
    field("doctorName", u"Dr Osei"_s, Qt::Key_Tab, 2);
    field("doctorPassword", u"first sign-in"_s, Qt::Key_Tab, 2);
    field("specialisation", u"General practice"_s, Qt::Key_Tab);
    OpenDesk::type(u"L-1"_s);
    OpenDesk::key(Qt::Key_Return);
    field("day1", {}, Qt::Key_Return);
    auto &window = awaited<QMainWindow>("the window");
    OpenDesk::key(Qt::Key_N, Qt::ControlModifier);
    OpenDesk::expectFocus("bookingPatient");
    OpenDesk::type(u"quist lena"_s);
    OpenDesk::expect(
        [&window] {
            const auto lists = window.findChildren<QListView *>(u"patientMatches"_s);
            return std::ranges::any_of(lists, [](const QListView *list) {
                return list->isVisible() && list->model()->rowCount() == 1;
            });
        },
        "the new patient's row");
    OpenDesk::key(Qt::Key_Return);
    field("birthDate", u"3.5.85"_s, Qt::Key_Return);
    field("phone", u"030 123456"_s, Qt::Key_Return);
    field("suggestions", {}, Qt::Key_Return);
    field("bookNow", {}, Qt::Key_Return);
    const auto &book = *window.findChild<QWidget *>(u"bookNow"_s);
    OpenDesk::expect([&book] { return !book.isVisible(); }, "the booking");
    const KeyCount keys = OpenDesk::counted();
    QTextStream(stdout) << "groups " << keys.groups << "\ntyping " << keys.seconds() * 1e3 << '\n';
    say(u"booked"_s, started);
}

/// What one start printed, by its first words.
std::map<QString, double> startOnce(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  QStringList {u"--start"_s, QString::number(nowNs())} + arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        throw std::runtime_error("the program did not start as it should");
    std::map<QString, double> figures;
    const QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n');
    for (const QString &line : lines)
        figures[line.section(u' ', 0, 0)] = line.section(u' ', 1).toDouble();
    return figures;
}

} // namespace

void benchStart(BenchClinic &clinic, int repetitions, Report &report)
{
    Samples dialog {u"16"_s, u"start of the process to the sign-in painted"_s, u"ms"_s, 1000};
    Samples day {u"16"_s, u"Enter at the sign-in to the full day painted"_s, u"ms"_s, 1500};
    const ConnectionSettings settings = clinic.settings(u"ben"_s);
    for (int n = 0; n < repetitions; ++n) {
        const auto figures = startOnce({u"sign-in"_s, settings.host, settings.port,
                                        settings.database, settings.user, settings.password});
        dialog.add(figures.at(u"sign-in"_s));
        day.add(figures.at(u"day"_s));
    }
    report.add(dialog);
    report.add(day);
    Samples program {u"16"_s, u"first run to first booking: the program's share"_s, u"ms"_s};
    Samples whole {u"16"_s, u"first run to first booking, typing (KLM) included"_s, u"s"_s, 90, 1};
    for (int n = 0; n < 2; ++n) {
        QTemporaryDir folder(QDir::temp().filePath(u"clinicdesk-first-XXXXXX"_s));
        // The server's user must be able to pass through when this runs as root.
        QFile::setPermissions(folder.path(), QFile::Permissions(0x7711));
        const auto figures = startOnce({u"first-run"_s, folder.filePath(u"clinic"_s)});
        program.add(figures.at(u"booked"_s));
        whole.add((figures.at(u"booked"_s) + figures.at(u"typing"_s)) / 1e3);
    }
    report.add(program);
    report.add(whole);
}

int runStart(QApplication &application, const QStringList &arguments)
{
    const qint64 started = arguments.at(0).toLongLong();
    QTemporaryDir home;
    QSettings settings(home.filePath(u"desk.ini"_s), QSettings::IniFormat);
    Options options;
    const bool isSignIn = arguments.at(1) == u"sign-in"_s;
    if (isSignIn) {
        options.server = ConnectionSettings();
        options.server->host = arguments.at(2);
        options.server->port = arguments.at(3);
        options.server->database = arguments.at(4);
        options.deskName = u"Bench"_s;
    } else {
        options.dataFolder = arguments.at(2);
    }
    speak(application, {});
    ClinicApplication program(options, settings);
    program.theme().applyTo(application);
    try {
        if (!program.start())
            return 1;
        if (isSignIn)
            signIn(started, arguments.at(5), arguments.at(6));
        else
            firstRun(started);
    } catch (const std::exception &error) {
        QTextStream(stderr) << error.what() << Qt::endl;
        return 1;
    }
    return 0;
}

} // namespace ClinicDesk
