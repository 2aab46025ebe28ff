#include "services/demo/DemoData.h"

#include "database/Logging.h"
#include "database/MigrationRunner.h"
#include "database/SqlFiles.h"
#include "services/demo/DemoStaff.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

constexpr int patientsABatch = 10'000;
constexpr int visitsABatch = 25'000;
constexpr int mostDays = 3650;

const Statement setOption {"demo_option", "text, text",
                           "SELECT set_config('demo.' || $1, $2, false)"};
const Statement isEmpty {
    "demo_is_empty", "",
    "SELECT NOT EXISTS (SELECT FROM app.patient) AND NOT EXISTS (SELECT FROM app.staff)"};
const Statement clinicName {"demo_clinic_name", "", "SELECT clinic_name::text FROM app.setting"};

QString newPassword()
{
    static const QString letters = u"abcdefghjkmnpqrstuvwxyz23456789"_s;
    QString password;
    for (int i = 0; i < 14; ++i)
        password += letters.at(QRandomGenerator::system()->bounded(int(letters.size())));
    return password;
}

/// One load, over two sessions: the superuser's for logins, the owner's for everything else.
class Loader
{
public:
    Loader(const ConnectionSettings &settings, const DemoOptions &options,
           const DemoData::Progress &progress)
        : m_options(options)
        , m_progress(progress)
        , m_superuser(settings)
        , m_owner(ownerOf(settings))
    {
    }

    DemoSummary run();

private:
    static ConnectionSettings ownerOf(ConnectionSettings settings)
    {
        settings.setRole = u"clinic_owner"_s;
        return settings;
    }

    void open();
    int makeSlots();
    void inBatches(const QString &what, const QString &file, qint64 first, qint64 count, int size);
    void set(const QString &option, const QString &value)
    {
        m_owner.send({{&setOption, {option, value}}});
    }
    void set(const QString &option, qint64 value) { set(option, QString::number(value)); }
    Rows runFile(const QString &name)
    {
        return m_owner.runScript(SqlFiles::read(u"demo/"_s + name)).constLast();
    }

    const DemoOptions &m_options;
    const DemoData::Progress &m_progress;
    Connection m_superuser;
    Connection m_owner;
};

void Loader::open()
{
    m_superuser.open();
    const Result<int> version = MigrationRunner(m_superuser).check();
    if (!version)
        throw Refusal {version.error()};
    if (!m_superuser.send({{&isEmpty, {}}}).constFirst().constFirst().get<bool>(0))
        throw Refusal {Error {ErrorKind::ValidationFailed,
                              u"not_empty"_s,
                              ValidationDetails {{{u"database"_s, u"not_empty"_s}}},
                              {}}};
    // The scratch tables are temporary ones.
    m_superuser.runScript(
        u"SET statement_timeout = 0; DO $$ BEGIN EXECUTE format("
        "'GRANT TEMPORARY ON DATABASE %I TO clinic_owner', current_database()); END $$"_s);
    m_owner.open();
    m_owner.runScript(u"SET statement_timeout = 0; SET work_mem = '64MB'; "
                      "SET synchronous_commit = off"_s);
}

/// Lengthens the history until it has room for all appointments; its length in days.
int Loader::makeSlots()
{
    int days = m_options.days;
    while (true) {
        set(u"days"_s, days);
        const Row counts = runFile(u"03_slots.sql"_s).constFirst();
        const qint64 past = std::max<qint64>(1, counts.get<qint64>(0));
        if (past >= m_options.appointments || days >= mostDays)
            return days;
        const qint64 needed = days * qint64(m_options.appointments) / past;
        days = int(std::min<qint64>(mostDays, needed + needed / 20 + 7));
    }
}

void Loader::inBatches(const QString &what, const QString &file, qint64 first, qint64 count,
                       int size)
{
    for (qint64 done = 0; done < count;) {
        const qint64 next = std::min(count, done + size);
        set(u"from"_s, first + done);
        set(u"to"_s, first + next - 1);
        runFile(file);
        done = next;
        m_progress(what, done, count);
    }
}

DemoSummary Loader::run()
{
    open();
    DemoSummary summary;
    summary.password = m_options.password.isEmpty() ? newPassword() : m_options.password;
    summary.logins = demoStaff(m_options.doctors);
    createDemoStaff(m_owner, m_superuser, summary.logins, summary.password);
    m_progress(u"logins"_s, summary.logins.size(), summary.logins.size());

    set(u"seed"_s, m_options.seed);
    set(u"patients"_s, m_options.patients);
    set(u"appointments"_s, m_options.appointments);
    set(u"zone"_s, m_options.zone);
    runFile(u"01_clinic.sql"_s);
    inBatches(u"patients"_s, u"02_patients.sql"_s, 0, m_options.patients, patientsABatch);
    summary.patients = m_options.patients;
    summary.days = makeSlots();
    summary.appointments = runFile(u"04_visits.sql"_s).constFirst().get<qint64>(0);
    inBatches(u"appointments"_s, u"05_batch.sql"_s, 1, summary.appointments, visitsABatch);
    // Plans made on empty tables are bad ones.
    m_owner.runScript(
        u"ANALYZE app.operation, app.appointment, app.appointment_event, app.patient, app.doctor, "
        "app.weekly_hours, app.schedule_exception, app.room, app.staff"_s);
    summary.clinicName
        = m_owner.send({{&clinicName, {}}}).constFirst().constFirst().get<QString>(0);
    return summary;
}

} // namespace

Result<DemoSummary> DemoData::load(const ConnectionSettings &superuser, const DemoOptions &options,
                                   const Progress &progress)
{
    try {
        return Loader(superuser, options, progress).run();
    } catch (const SqlError &error) {
        qCWarning(lcDatabase).noquote() << "demo data:" << error.sqlState << error.message;
        return unexpected(classify(error));
    } catch (const Refusal &refusal) {
        return unexpected(refusal.error);
    } catch (const ValueError &error) {
        return unexpected(Error {
            ErrorKind::ValidationFailed, {}, ValidationDetails {{{u"password"_s, error.why}}}, {}});
    }
}

} // namespace ClinicDesk
