#include "services/setup/ClinicSetup.h"

#include "services/Answer.h"
#include "services/demo/DemoStaff.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

template<typename T> std::optional<Error> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional<Error>(result.error());
}

Staff staffOf(const NewPerson &person, StaffRole role)
{
    Staff staff;
    staff.login = person.login;
    staff.displayName = person.name;
    staff.role = role;
    return staff;
}

} // namespace

ClinicSetup::ClinicSetup(PrivateClinic &clinic, QObject *parent)
    : QObject(parent)
    , m_clinic(clinic)
{
}

QStringList ClinicSetup::sampleLogins()
{
    QStringList logins;
    for (const DemoLogin &person : demoStaff(DemoOptions().doctors))
        logins.append(person.login);
    return logins;
}

QCoro::Task<Result<PrivateAddress>> ClinicSetup::create(NewClinic wanted)
{
    m_cancelled = false;
    const QString folder = wanted.folder;
    const Result<bool> built = co_await build(wanted);
    if (built)
        co_return m_address;
    // What was there before is not ours to remove.
    if (built.error().rule != u"not_empty")
        (void)co_await undo(folder);
    co_return unexpected(built.error());
}

QCoro::Task<Result<bool>> ClinicSetup::undo(QString folder)
{
    QFuture<Result<bool>> closed = m_services.executor.close();
    (void)co_await closed;
    co_return co_await m_clinic.remove(folder);
}

QCoro::Task<Result<bool>> ClinicSetup::keep()
{
    QFuture<Result<bool>> closed = m_services.executor.close();
    (void)co_await closed;
    co_return co_await m_clinic.finish();
}

std::optional<Error> ClinicSetup::stopAfter(SetupStep step, const std::optional<Error> &error)
{
    if (error)
        return error;
    Q_EMIT stepDone(step);
    if (m_cancelled)
        return Error::of(ErrorKind::ShuttingDown);
    return std::nullopt;
}

QCoro::Task<Result<bool>> ClinicSetup::build(NewClinic wanted)
{
    Q_EMIT stepBegun(SetupStep::Create);
    const Result<bool> created = co_await m_clinic.create(wanted.folder);
    if (const auto stop = stopAfter(SetupStep::Create, errorOf(created)))
        co_return unexpected(*stop);

    Q_EMIT stepBegun(SetupStep::Start);
    const Result<PrivateAddress> started = co_await m_clinic.start(wanted.folder);
    if (const auto stop = stopAfter(SetupStep::Start, errorOf(started)))
        co_return unexpected(*stop);
    m_address = *started;

    Q_EMIT stepBegun(SetupStep::Tables);
    const Result<bool> tables = co_await m_clinic.makeTables();
    if (const auto stop = stopAfter(SetupStep::Tables, errorOf(tables)))
        co_return unexpected(*stop);

    if (wanted.sampleData) {
        Q_EMIT stepBegun(SetupStep::Sample);
        const Result<bool> sample = co_await m_clinic.addSampleData();
        if (const auto stop = stopAfter(SetupStep::Sample, errorOf(sample)))
            co_return unexpected(*stop);
    }

    Q_EMIT stepBegun(SetupStep::People);
    const Result<bool> people = co_await addPeople(wanted);
    if (const auto stop = stopAfter(SetupStep::People, errorOf(people)))
        co_return unexpected(*stop);
    co_return true;
}

ConnectionSettings ClinicSetup::connectionOf(const NewPerson &person) const
{
    ConnectionSettings settings = m_address.superuser;
    settings.user = person.login;
    settings.password = person.password;
    return settings;
}

/// The administrator is made by the owner; all else by the administrator, with an administrator's
/// rights.
QCoro::Task<Result<bool>> ClinicSetup::addPeople(NewClinic wanted)
{
    ConnectionSettings owner = m_address.superuser;
    owner.setRole = u"clinic_owner"_s;
    QFuture<Result<bool>> opened = m_services.executor.open(owner);
    const Result<bool> open = co_await opened;
    if (!open)
        co_return unexpected(open.error());
    const Staff administrator = staffOf(wanted.administrator, StaffRole::Administrator);
    const Result<Staff> first
        = co_await m_services.staff.add(administrator, wanted.administrator.password);
    if (!first)
        co_return unexpected(first.error());
    const ConnectionSettings own = connectionOf(wanted.administrator);
    const Result<Session> session = co_await m_services.staff.signIn(own);
    if (!session)
        co_return unexpected(session.error());
    const Result<bool> clinic = co_await m_services.schedules.setClinic(QUuid(), wanted.clinic);
    if (!clinic)
        co_return unexpected(clinic.error());
    if (wanted.receptionist) {
        const Staff person = staffOf(*wanted.receptionist, StaffRole::Receptionist);
        const Result<Staff> added
            = co_await m_services.staff.add(person, wanted.receptionist->password);
        if (!added)
            co_return unexpected(added.error());
    }
    for (const VisitType &type : std::as_const(wanted.visitTypes)) {
        const Result<VisitType> saved = co_await m_services.schedules.saveVisitType(QUuid(), type);
        if (!saved)
            co_return unexpected(saved.error());
    }
    co_return co_await addDoctor(wanted);
}

QCoro::Task<Result<bool>> ClinicSetup::addDoctor(NewClinic wanted)
{
    const Staff person = staffOf(wanted.doctor, StaffRole::Doctor);
    const Result<Staff> staff = co_await m_services.staff.add(person, wanted.doctor.password);
    if (!staff)
        co_return unexpected(staff.error());
    Doctor doctor;
    doctor.staffId = staff->id;
    doctor.specialisation = wanted.specialisation;
    doctor.licenceNumber = wanted.licenceNumber;
    doctor.colour = u"#0b66b2"_s;
    doctor.needsConfirmation = false;
    doctor.horizonDays = 180;
    doctor.maxPerDay = 60;
    const Result<Doctor> added = co_await m_services.schedules.addDoctor(QUuid(), doctor);
    if (!added)
        co_return unexpected(added.error());
    for (WeeklyHours hours : std::as_const(wanted.hours)) {
        hours.doctor = added->id;
        const Result<WeeklyHours> saved
            = co_await m_services.schedules.addWeeklyHours(QUuid(), hours);
        if (!saved)
            co_return unexpected(saved.error());
    }
    co_return true;
}

} // namespace ClinicDesk
