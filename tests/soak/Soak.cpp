#include "soak/Soak.h"

#include "models/TaskRunner.h"

#include <QFile>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

namespace {

constexpr auto watchEvery = 100ms;
constexpr auto betweenSteps = 120ms;
constexpr auto settlesWithin = 10s;
constexpr int comparisons = 40; ///< in all
constexpr double mostGrowthMiB = 24;

double residentMiB()
{
    QFile file(u"/proc/self/status"_s);
    if (file.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("VmRSS:"))
                return line.simplified().split(' ').at(1).toDouble() / 1024;
        }
    }
    return 0;
}

/// What a service's task answers.
template<typename T> T answerOf(QObject &context, QCoro::Task<Result<T>> task, const char *what)
{
    std::optional<Result<T>> answer;
    runTask(&context, std::move(task), [&answer](const Result<T> &result) { answer = result; });
    OpenDesk::expect([&answer] { return answer.has_value(); }, what);
    if (!*answer)
        throw std::runtime_error(std::string(what) + " was refused");
    return **answer;
}

/// What of `shown` differs from the database, in words.
QStringList staleRows(const QList<AppointmentRow> &shown, const QList<AppointmentRow> &stored,
                      bool hidesCancelled)
{
    QStringList stale;
    QHash<AppointmentId, AppointmentRow> rows;
    for (const AppointmentRow &row : stored)
        rows.insert(row.appointment.id, row);
    for (const AppointmentRow &row : shown) {
        const auto found = rows.constFind(row.appointment.id);
        if (found == rows.cend())
            stale << u"visit %1 is shown but not there"_s.arg(row.appointment.id.value);
        else if (*found != row)
            stale << u"visit %1 is shown at version %2, stored at %3"_s
                         .arg(row.appointment.id.value)
                         .arg(row.appointment.version)
                         .arg(found->appointment.version);
        rows.remove(row.appointment.id);
    }
    for (const AppointmentRow &row : std::as_const(rows)) {
        const AppointmentStatus status = row.appointment.status;
        const bool mayBeHidden = hidesCancelled
            && (status == AppointmentStatus::Cancelled || status == AppointmentStatus::Rejected);
        if (!mayBeHidden)
            stale << u"visit %1 is there but not shown"_s.arg(row.appointment.id.value);
    }
    return stale;
}

} // namespace

Soak::Soak(const SoakOptions &options, SoakReport &report)
    : m_options(options)
    , m_report(report)
    , m_clinic(options.patients, 2000)
{
    open(m_reception, u"ana"_s);
    open(m_practice, u"osei"_s);
    open(m_admin, u"admin"_s);
    m_morning = readDay(m_reception);
    m_ana = std::make_unique<SoakReceptionist>(m_clinic, u"ana"_s, visitsOf(true, 0),
                                               visitsOf(false, 0), report);
    m_ben = std::make_unique<SoakReceptionist>(m_clinic, u"ben"_s, visitsOf(true, 1),
                                               visitsOf(false, 1), report);
    m_osei = std::make_unique<SoakDoctor>(m_clinic, u"osei"_s, report);
}

void Soak::open(Services &reader, const QString &login)
{
    if (!reader.executor.open(m_clinic.settings(login)).result())
        throw std::runtime_error("a reader's session did not open");
}

QList<AppointmentRow> Soak::readDay(Services &reader)
{
    return answerOf(reader.appointments, reader.appointments.day(m_clinic.today()), "the day");
}

/// Each doctor's last visit, which can be lengthened, is one reception's own, but for Osei's, who
/// works through his day; the others are changed by neighbours.
QList<AppointmentId> Soak::visitsOf(bool isOwn, int person)
{
    const DoctorId osei {m_clinic
                             .ownerSql(u"SELECT d.id FROM app.doctor d JOIN app.staff s "
                                       "ON s.id = d.staff_id WHERE s.login = 'osei'"_s)
                             .constFirst()
                             .get<qint64>(0)};
    QList<AppointmentId> found;
    for (const Appointment &visit : changeable(m_morning, m_clinic.slot(m_clinic.today(), 14))) {
        const bool isLast = visit.start >= m_clinic.afternoon().addSecs(-900);
        if (isOwn && visit.doctor == osei)
            continue;
        if (visit.status == AppointmentStatus::Confirmed && isLast == isOwn
            && visit.doctor.value % 2 == person)
            found << visit.id;
    }
    return found;
}

void Soak::run()
{
    const QList<AppointmentId> own = visitsOf(true, 0) + visitsOf(true, 1);
    m_neighbours = std::make_unique<Neighbours>(
        m_clinic, changeable(m_morning, m_clinic.slot(m_clinic.today(), 14), own));
    QElapsedTimer timer;
    timer.start();
    work();
    m_ana->finish();
    m_ben->finish();
    compare();
    const double seconds = double(timer.elapsed()) / 1e3;
    const int changes = m_neighbours->changes();
    const int refusals = m_neighbours->refusals();
    for (const QString &failure : m_neighbours->failures())
        m_report.fail(u"a neighbour: "_s + failure);
    m_neighbours.reset();
    m_report.tell(
        u"%1 s: %2 changes by other desks (%3 a second, %4 refused), %5 + %6 + %7 steps of "
        "ana, ben and osei"_s.arg(seconds, 0, 'f', 0)
            .arg(changes)
            .arg(double(changes) / seconds, 0, 'f', 1)
            .arg(refusals)
            .arg(m_ana->steps())
            .arg(m_ben->steps())
            .arg(m_osei->steps()));
    m_report.expect(changes > 0, u"nobody changed anything"_s);
    m_report.tell(u"%1 texts typed while the day changed, and found in the database as typed"_s.arg(
        m_ana->texts() + m_ben->texts()));
    m_report.expect(m_ana->texts() > 0 && m_ben->texts() > 0, u"a text was never finished"_s);
    m_report.tell(u"%1 comparisons of all rows of three windows with the database, the slowest "
                  "alike after %2 ms"_s.arg(m_comparisons)
                      .arg(m_slowestMs, 0, 'f', 0));
    checkDatabase();
    judgeMemory();
}

void Soak::work()
{
    const auto writing = std::clamp<std::chrono::milliseconds>(m_options.length / 5, 2s, 120s);
    const auto warmUp = m_options.length * 3 / 10;
    QTimer watcher;
    QObject::connect(&watcher, &QTimer::timeout, &watcher, [this] { watch(); });
    watcher.start(watchEvery);
    QElapsedTimer timer;
    timer.start();
    const auto passed = [&timer] { return std::chrono::milliseconds(timer.elapsed()); };
    while (passed() < m_options.length) {
        m_ana->step(writing);
        OpenDesk::pass(betweenSteps);
        m_ben->step(writing);
        OpenDesk::pass(betweenSteps);
        m_osei->step();
        OpenDesk::pass(betweenSteps);
        if (passed() > m_options.length * m_comparisons / comparisons)
            compare();
        if (m_warmMiB == 0 && passed() > warmUp)
            m_warmMiB = residentMiB();
    }
}

void Soak::watch()
{
    m_ana->watch();
    m_ben->watch();
    m_osei->watch();
}

void Soak::compare()
{
    m_neighbours->pause();
    QElapsedTimer timer;
    timer.start();
    compareReception(*m_ana, u"ana"_s);
    compareReception(*m_ben, u"ben"_s);
    compareDoctor();
    m_slowestMs = std::max(m_slowestMs, double(timer.elapsed()));
    ++m_comparisons;
    m_neighbours->resume();
}

void Soak::compareReception(SoakReceptionist &desk, const QString &name)
{
    const QList<AppointmentRow> stored = readDay(m_reception);
    DayModel &day = desk.desk().desk().reception().day();
    if (waitUntil([&] { return staleRows(day.rows(), stored, false).isEmpty(); }, settlesWithin))
        return;
    for (const QString &row : staleRows(day.rows(), stored, false))
        m_report.fail(name + u": "_s + row);
}

void Soak::compareDoctor()
{
    const QList<AppointmentRow> stored = readDay(m_practice);
    const QList<AppointmentRow> pending
        = answerOf(m_practice.appointments, m_practice.appointments.pending(), "the requests");
    DoctorModels &models = m_osei->desk().desk().doctor();
    const auto stale = [&] {
        QList<AppointmentRow> day;
        for (int row = 0; row < models.day().rowCount(); ++row)
            day << models.day().appointment(row);
        QList<AppointmentRow> requests;
        for (int row = 0; row < models.inbox().rowCount(); ++row) {
            const AppointmentRow &request = models.inbox().request(row).row;
            if (request.appointment.status == AppointmentStatus::Pending)
                requests << request;
        }
        return staleRows(day, stored, true) + staleRows(requests, pending, true);
    };
    if (waitUntil([&] { return stale().isEmpty(); }, settlesWithin))
        return;
    for (const QString &row : stale())
        m_report.fail(u"osei: "_s + row);
}

void Soak::checkDatabase()
{
    qint64 broken = 0;
    const QList<ConsistencyCount> rules
        = answerOf(m_admin.monitoring, m_admin.monitoring.check(), "the consistency check");
    for (const ConsistencyCount &rule : rules) {
        broken += rule.rows;
        m_report.expect(rule.rows == 0, u"%1: %2 rows"_s.arg(rule.rule).arg(rule.rows));
    }
    m_report.tell(
        u"%1 rules checked as by clinicctl check, %2 rows broken"_s.arg(rules.size()).arg(broken));
}

void Soak::judgeMemory()
{
    const double end = residentMiB();
    m_report.tell(u"memory %1 MiB after the warm-up, %2 MiB at the end"_s.arg(m_warmMiB, 0, 'f', 1)
                      .arg(end, 0, 'f', 1));
    m_report.expect(end - m_warmMiB <= mostGrowthMiB, u"memory grew"_s);
}

} // namespace ClinicDesk
