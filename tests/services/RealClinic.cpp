#include "services/RealClinic.h"

#include "services/appointments/AppointmentOperations.h"
#include "services/appointments/AppointmentQueries.h"
#include "services/appointments/AppointmentStore.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

AppointmentStatus statusIn(const Row &row, int column)
{
    return appointmentStatusFromKey(row.get<QString>(column)).value_or(AppointmentStatus::Pending);
}

/// Status, doctor, start and end from this column on.
Appointment placeIn(const Row &row, int column)
{
    Appointment place;
    place.status = statusIn(row, column);
    place.doctor = row.get<DoctorId>(column + 1);
    place.start = row.get<QDateTime>(column + 2);
    place.end = row.get<QDateTime>(column + 3);
    return place;
}

} // namespace

RealClinic::RealClinic(const ModelClinic &clinic, const Settings &desk,
                       const ConnectionSettings &owner)
    : m_clinic(clinic)
    , m_owner(owner)
{
    const QList<QString> logins = clinic.staff.keys();
    for (const QString &login : logins)
        m_desks[login] = std::make_unique<OperationDesk>(desk(login, int(m_desks.size()) + 1));
}

Rows RealClinic::owner(const QString &sql)
{
    const SqlOutcome outcome = m_owner.run(sql);
    EXPECT_TRUE(outcome.ok()) << qPrintable(sql) << '\n' << qPrintable(outcome.message);
    return outcome.rows;
}

void RealClinic::reset()
{
    m_ids.clear();
    m_numbers.clear();
    m_known.clear();
    m_looks = 0;
    // Not TRUNCATE: after it every session would plan its statements again.
    owner(u"DELETE FROM app.notification; DELETE FROM app.appointment_event; "
          "DELETE FROM app.slot_hold; DELETE FROM app.appointment; "
          "DELETE FROM app.operation o WHERE NOT EXISTS "
          "(SELECT FROM app.audit u WHERE u.op_id = o.id)"_s);
    m_now = m_clinic.opens;
    setClock();
}

void RealClinic::setClock()
{
    owner(u"UPDATE app.test_clock SET stands_at = timestamptz '%1'"_s.arg(
        m_now.toString(Qt::ISODate)));
}

/// The database's id, or one that nobody has.
AppointmentId RealClinic::stored(AppointmentId number) const
{
    return m_ids.value(number.value, AppointmentId {1'000'000 + number.value});
}

QString RealClinic::told(Appointment row) const
{
    row.id = AppointmentId {m_numbers.value(row.id.value)};
    return describe(row, m_clinic);
}

QString RealClinic::told(const QString &who, const Result<Appointment> &result)
{
    if (!result)
        return describe(result.error());
    QList<Known> &known = m_known[result->id.value];
    if (known.isEmpty() || known.constLast().row.version < result->version)
        known.append({who, *result});
    return told(*result);
}

std::optional<SeenChange> RealClinic::seen(AppointmentId id)
{
    const int look = ++m_looks % 60;
    QList<Known> known = m_known.value(id.value);
    if (look == 7 && known.size() > 1)
        known.removeLast();
    if (look % 4 == 0 || known.isEmpty())
        return std::nullopt;
    SeenChange seen {known.constLast().row, {}};
    if (known.size() > 1)
        seen.before = known.at(known.size() - 2).row;
    if (look == 11)
        seen.now.doctor.value += 1;
    if (look == 13)
        seen.now.room = m_clinic.rooms.constLast();
    if (look == 15 && seen.before)
        seen.before->patient.value += 1;
    return seen;
}

QString RealClinic::perform(const Step &step)
{
    m_now = m_now.addSecs(secondsAStep);
    setClock();
    return std::visit([&](const auto &what) { return perform(step.who, what); }, step.what);
}

QString RealClinic::perform(const QString &who, const BookRequest &request)
{
    const Result<Appointment> result = AppointmentOperations::book(desk(who), request);
    const int number = numberOf(request.operation);
    if (result && !m_ids.contains(number)) {
        m_ids.insert(number, result->id);
        m_numbers.insert(result->id.value, number);
    }
    return told(who, result);
}

QString RealClinic::perform(const QString &who, StatusRequest request)
{
    request.appointment = stored(request.appointment);
    if (const std::optional<SeenChange> shown = seen(request.appointment))
        request.seen = shown->now;
    return told(who, AppointmentOperations::changeStatus(desk(who), request));
}

QString RealClinic::perform(const QString &who, MoveRequest request)
{
    request.appointment = stored(request.appointment);
    if (const std::optional<SeenChange> shown = seen(request.appointment))
        request.seen = shown->now;
    return told(who, AppointmentOperations::move(desk(who), request));
}

QString RealClinic::perform(const QString &who, CheckIn step)
{
    step.request.appointment = stored(step.request.appointment);
    return told(who, AppointmentOperations::checkIn(desk(who), step.request));
}

QString RealClinic::perform(const QString &who, Undo step)
{
    const AppointmentId id = stored(step.request.appointment);
    step.request.appointment = id;
    step.request.seen = seen(id);
    // A doctor's desk knows of the doctor's own changes only.
    const QList<Known> known = m_known.value(id.value);
    if (m_clinic.calendarOf(who)) {
        step.request.seen.reset();
        if (known.size() > 1 && known.constLast().who == who)
            step.request.seen = {known.constLast().row, known.at(known.size() - 2).row};
    }
    return told(who, AppointmentOperations::undo(desk(who), step.request));
}

QString RealClinic::perform(const QString &who, const TakeHold &step)
{
    const Result<QDateTime> until
        = AppointmentOperations::takeHold(desk(who), step.doctor, step.start, step.end);
    return until ? u"kept until "_s + describe(*until) : describe(until.error());
}

QString RealClinic::perform(const QString &who, const ReleaseHold &)
{
    const Result<bool> released = desk(who).runIdempotent<bool>(
        u"hold-release"_s, [](Transaction &t) { return AppointmentStore::releaseHold(t); });
    return released ? u"released"_s : describe(released.error());
}

QString RealClinic::perform(const QString &, const Wait &step)
{
    m_now = m_now.addSecs(step.seconds);
    setClock();
    return u"it is "_s + describe(m_now);
}

QStringList RealClinic::state()
{
    return rows() + events() + operations() + holds() + inconsistencies();
}

QStringList RealClinic::rows()
{
    QList<AppointmentId> ids;
    for (const Row &row : owner(u"SELECT id FROM app.appointment"_s))
        ids.append(row.get<AppointmentId>(0));
    const auto rows = desk(u"ana"_s).read<QList<AppointmentRow>>(
        u"rows"_s, [&ids](Transaction &t) { return AppointmentQueries::rowsByIds(t, ids); });
    EXPECT_TRUE(rows);
    QStringList lines;
    for (const AppointmentRow &row : rows.value_or(QList<AppointmentRow> {}))
        lines.append(u"row "_s + told(row.appointment));
    return lines;
}

QStringList RealClinic::events()
{
    QStringList lines;
    for (const Row &row :
         owner(u"SELECT appointment_id, version, kind, who::text, at, new_status, new_doctor_id, "
               "new_starts_at, new_ends_at, old_status, old_doctor_id, old_starts_at, old_ends_at "
               "FROM app.appointment_event"_s)) {
        Appointment after = placeIn(row, 5);
        after.id = AppointmentId {m_numbers.value(row.get<qint64>(0))};
        after.version = row.get<int>(1);
        const std::optional<Appointment> before
            = row.isNull(9) ? std::nullopt : std::optional(placeIn(row, 9));
        lines.append(u"event "_s
                     + describe(row.get<QString>(2), row.get<QString>(3), row.get<QDateTime>(4),
                                before ? &*before : nullptr, after, m_clinic));
    }
    return lines;
}

/// Each operation's result as the history gives it: its event, and what the next one found.
QStringList RealClinic::operations()
{
    QStringList lines;
    for (const Row &row : owner(u"SELECT DISTINCT op_id::text FROM app.appointment_event"_s)) {
        const QUuid operation(row.get<QString>(0));
        const auto left = desk(u"ana"_s).read<QList<Appointment>>(
            u"left"_s, [&](Transaction &t) { return AppointmentStore::byOperation(t, operation); });
        EXPECT_TRUE(left);
        for (const Appointment &appointment : left.value_or(QList<Appointment> {}))
            lines.append(u"operation %1 left %2"_s.arg(numberOf(operation)).arg(told(appointment)));
    }
    return lines;
}

QStringList RealClinic::holds()
{
    QStringList lines;
    for (const Row &row : owner(u"SELECT who::text, expires_at FROM app.slot_hold "
                                "WHERE expires_at > app.clinic_now()"_s))
        lines.append(
            u"hold of %1 until %2"_s.arg(row.get<QString>(0), describe(row.get<QDateTime>(1))));
    return lines;
}

QStringList RealClinic::inconsistencies()
{
    QStringList lines;
    for (const Row &row : owner(u"SELECT rule FROM app.consistency() WHERE rows <> 0"_s))
        lines.append(u"inconsistency: "_s + row.get<QString>(0));
    return lines;
}

} // namespace ClinicDesk
