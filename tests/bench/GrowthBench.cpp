#include "bench/BenchClinic.h"
#include "bench/ReportedRun.h"
#include "database/Connection.h"
#include "database/TransactionManager.h"
#include "services/Services.h"
#include "services/appointments/AppointmentQueries.h"

#include <QCoroTask>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTextStream>
#include <QThread>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int visitsADay = BenchClinic::doctorCount * BenchClinic::visitsADoctor;
constexpr int timesARepetition = 8;

struct Size
{
    int appointments;
    int patients;
};

/// What a desk asks, of clinics that differ in nothing but their size.
class GrowthRun
{
public:
    GrowthRun(Size size, int repetitions, Report &report)
        : m_size(size)
        , m_repetitions(repetitions)
        , m_report(report)
        , m_clinic(size.patients, std::min(size.appointments, 2'000))
    {
        m_clinic.addPast(size.appointments);
        if (!m_services.executor.open(m_clinic.settings(u"ana"_s)).result())
            throw std::runtime_error("the session did not open");
    }

    void run()
    {
        const bool isGoal = m_size.appointments == 1'000'000;
        const auto limit
            = [isGoal](double ms) { return isGoal ? std::optional(ms) : std::nullopt; };
        const QDate today = m_clinic.today();
        const QList<DoctorId> doctors = m_clinic.doctors();
        ask(u"a day of %1 visits"_s.arg(visitsADay), {}, [this, today](int n) {
            return m_services.appointments.day(n % 4 == 0 ? today : pastDay());
        });
        serverTimeOfDay(limit(10));
        ask(u"a doctor's week"_s, {}, [&](int n) {
            const QDate from = pastDay();
            return m_services.appointments.days(from, from.addDays(6),
                                                doctors.at(n % doctors.size()));
        });
        ask(u"20 free times of a doctor in 30 days"_s, {}, [&](int n) {
            return m_services.appointments.nextFree({doctors.at(n % doctors.size())},
                                                    m_clinic.slot(today, 16), 30, 15, 20);
        });
        ask(u"20 free times of 20 doctors in 30 days"_s, {}, [&](int) {
            return m_services.appointments.nextFree(doctors, m_clinic.slot(today, 16), 30, 15, 20);
        });
        ask(u"a patient's visits"_s, {}, [&](int n) {
            return m_services.appointments.ofPatient(m_clinic.patients().at(n), {}, 50);
        });
        search(u"patients by a family name's beginning"_s, u"lower(left(family_name, 4))"_s,
               limit(20));
        search(u"patients by name and year of birth"_s,
               u"lower(family_name) || ' ' || to_char(birth_date, 'YY')"_s, limit(20));
        search(u"patients by a phone's last 4 digits"_s,
               u"right(regexp_replace(phone, '[^0-9]', '', 'g'), 4)"_s, limit(20));
        search(u"patients by record number"_s, u"record_number"_s, limit(20));
        ask(u"a booking"_s, {}, [&](int n) {
            BookRequest request;
            request.operation = QUuid::createUuid();
            request.doctor = doctors.at(n % doctors.size());
            request.patient = m_clinic.patients().at(n % m_clinic.patients().size());
            request.start = m_clinic.slot(m_clinic.emptyDay(), n);
            request.end = request.start.addSecs(900);
            return m_services.appointments.book(request);
        });
        m_report.note(u"%1 appointments, %2 patients: %3 on disk"_s.arg(
            number(m_size.appointments), number(m_size.patients),
            m_clinic.ownerSql(u"SELECT pg_size_pretty(pg_database_size(current_database()))"_s)
                .constFirst()
                .get<QString>(0)));
    }

private:
    static QString number(int value) { return QLocale(QLocale::English).toString(value); }

    /// One of the full days before today; with many, mostly one that no cache has seen.
    [[nodiscard]] QDate pastDay() const
    {
        const int days = std::max(2, m_size.appointments / visitsADay);
        return m_clinic.today().addDays(-1 - QRandomGenerator::global()->bounded(days - 1));
    }

    /// From the call to its answer on this thread.
    template<typename Call>
    void ask(const QString &what, std::optional<double> limit, const Call &call)
    {
        Samples samples {{},
                         u"%1 appointments: %2"_s.arg(number(m_size.appointments), what),
                         u"ms"_s,
                         limit,
                         0.5};
        for (int n = -timesARepetition; n < m_repetitions * timesARepetition; ++n) {
            QElapsedTimer timer;
            timer.start();
            const auto answer = QCoro::waitFor(call(n + timesARepetition));
            if (!answer)
                throw std::runtime_error(what.toStdString() + ": "
                                         + toKey(answer.error().kind).toStdString());
            if (n >= 0)
                samples.add(timer);
        }
        m_report.add(samples);
    }

    /// The day's query alone, as the server times it: without its rows' way to the desk.
    void serverTimeOfDay(std::optional<double> limit)
    {
        Samples samples {
            {},
            u"%1 appointments: the server's part of a day"_s.arg(number(m_size.appointments)),
            u"ms"_s,
            limit,
            0.5};
        Connection connection(m_clinic.settings(u"ana"_s));
        connection.open();
        TransactionManager manager(connection, m_services.statistics);
        const Result<int> prepared = manager.read<int>(u"day"_s, [this](Transaction &transaction) {
            return int(AppointmentQueries::rowsOfDay(transaction, m_clinic.today()).size());
        });
        if (!prepared)
            throw std::runtime_error("the day's query is not prepared");
        for (int n = -timesARepetition; n < m_repetitions * timesARepetition; ++n) {
            const QList<Rows> plan = connection.runScript(
                u"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE appointment_day('%1')"_s.arg(
                    pastDay().toString(Qt::ISODate)));
            const QJsonObject times
                = QJsonDocument::fromJson(plan.constFirst().constFirst().get<QString>(0).toUtf8())
                      .array()
                      .first()
                      .toObject();
            if (n >= 0)
                samples.add(times.value("Planning Time"_L1).toDouble()
                            + times.value("Execution Time"_L1).toDouble());
        }
        m_report.add(samples);
    }

    void search(const QString &what, const QString &words, std::optional<double> limit)
    {
        QStringList texts;
        for (const Row &row : m_clinic.ownerSql(
                 u"SELECT %1 FROM app.patient WHERE phone IS NOT NULL AND given_name <> 'Bench' "
                 "AND id % 7 = 3 ORDER BY id DESC LIMIT %2"_s.arg(words)
                     .arg((m_repetitions + 1) * timesARepetition)))
            texts << row.get<QString>(0);
        ask(what, limit,
            [&](int n) { return m_services.patients.find(texts.at(n % texts.size()), 8); });
    }

    const Size m_size;
    const int m_repetitions;
    Report &m_report;
    BenchClinic m_clinic;
    Services m_services;
};

} // namespace

} // namespace ClinicDesk

int main(int argc, char **argv)
{
    using namespace ClinicDesk;
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"clinicdesk.*.info=false"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures how what a desk asks grows with the clinic."_s);
    parser.addHelpOption();
    const QCommandLineOption most(u"most"_s, u"Appointments of the largest clinic."_s, u"n"_s,
                                  u"1000000"_s);
    const QCommandLineOption least(u"least"_s, u"Appointments of the smallest clinic."_s, u"n"_s,
                                   u"10000"_s);
    const QCommandLineOption repetitions(u"repetitions"_s, u"5 or more."_s, u"n"_s, u"5"_s);
    const QCommandLineOption json(u"json"_s, u"Also writes the figures there."_s, u"file"_s);
    parser.addOptions({most, least, repetitions, json});
    parser.process(application);
    QTextStream err(stderr);
    Report report;
    report.note(u"From the call to its answer at the desk; %1 processors. The clinics' past visits "
                "have no history rows."_s.arg(QThread::idealThreadCount()));
    return runReported(report, parser.value(json), [&] {
        for (const Size size : {Size {10'000, 1'000},
                                {100'000, 10'000},
                                {1'000'000, 100'000},
                                {10'000'000, 1'000'000}}) {
            if (size.appointments < parser.value(least).toInt()
                || size.appointments > parser.value(most).toInt())
                continue;
            err << "measuring: " << size.appointments << " appointments" << Qt::endl;
            GrowthRun(size, std::max(5, parser.value(repetitions).toInt()), report).run();
        }
    });
}
