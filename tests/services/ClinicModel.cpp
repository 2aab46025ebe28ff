#include "services/ClinicModel.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int undoSeconds = 30;
constexpr int holdSeconds = 90;
constexpr int longestVisitSeconds = 12 * 60 * minute;

bool isSpan(const QDateTime &start, const QDateTime &end)
{
    return start < end && start.secsTo(end) <= longestVisitSeconds;
}

/// What a move may change.
auto placeOf(const Appointment &row)
{
    return std::tie(row.doctor, row.patient, row.room, row.start, row.end);
}

struct Allowed
{
    bool step = false;
    bool needsReason = false;
};

/// Requirements section 3; that a doctor's are only the own ones is said by what is visible.
Allowed allowed(StaffRole role, AppointmentStatus from, AppointmentStatus to)
{
    using enum AppointmentStatus;
    const bool decides = role != StaffRole::Receptionist;
    if (from == Pending) {
        if (to == Confirmed)
            return {decides, false};
        if (to == Rejected)
            return {decides, true};
        return {to == Cancelled, true};
    }
    if (from == Confirmed) {
        if (to == InProgress)
            return {decides, false};
        if (to == NoShow)
            return {true, false};
        return {to == Cancelled, true};
    }
    if (from == InProgress && decides)
        return {to == Completed || to == Cancelled, to == Cancelled};
    return {};
}

QString kindOfStep(AppointmentStatus to)
{
    return to == AppointmentStatus::InProgress ? u"started"_s : toKey(to);
}

} // namespace

ClinicModel::ClinicModel(const ModelClinic &clinic)
    : m_clinic(clinic)
    , m_now(clinic.opens)
{
}

void ClinicModel::refuse(ErrorKind kind, const QString &rule)
{
    throw Refused {describe(Error {kind, rule, {}, {}})};
}

QString ClinicModel::perform(const Step &step)
{
    m_now = m_now.addSecs(secondsAStep);
    try {
        if (const auto *book = std::get_if<BookRequest>(&step.what);
            book && !isSpan(book->start, book->end))
            refuse(ErrorKind::ValidationFailed);
        if (const std::optional<QString> first = firstResult(step))
            return *first;
        const QString result = std::visit(
            [this, &step](const auto &what) { return perform(step.who, what); }, step.what);
        if (const std::optional<int> operation = operationOf(step))
            m_operations.insert(*operation, {step, result});
        return result;
    } catch (const Refused &refused) {
        return refused.text;
    }
}

QStringList ClinicModel::state() const
{
    QStringList lines;
    for (const QList<ModelChange> &changes : m_visits) {
        const Appointment *before = nullptr;
        for (const ModelChange &change : changes) {
            lines.append(
                u"event "_s
                + describe(change.kind, change.who, change.at, before, change.after, m_clinic));
            before = &change.after;
        }
        lines.append(u"row "_s + describe(changes.constLast().after, m_clinic));
    }
    for (auto it = m_operations.cbegin(); it != m_operations.cend(); ++it)
        lines.append(u"operation %1 left %2"_s.arg(it.key()).arg(it->result));
    for (auto it = m_holds.cbegin(); it != m_holds.cend(); ++it) {
        if (it->until > m_now)
            lines.append(u"hold of %1 until %2"_s.arg(it.key(), describe(it->until)));
    }
    return lines;
}

/// A refused operation left nothing, so only what worked is a repeat.
std::optional<QString> ClinicModel::firstResult(const Step &step) const
{
    const std::optional<int> operation = operationOf(step);
    if (!operation || !m_operations.contains(*operation))
        return std::nullopt;
    const Recorded first = m_operations.value(*operation);
    if (describe(first.request, m_clinic) != describe(step, m_clinic))
        refuse(ErrorKind::OperationMismatch);
    return first.result;
}

const Appointment &ClinicModel::visible(const QString &who, AppointmentId id,
                                        std::optional<int> version) const
{
    const auto found = m_visits.constFind(id.value);
    const std::optional<DoctorId> own = m_clinic.calendarOf(who);
    if (found == m_visits.cend() || (own && found->constLast().after.doctor != *own))
        refuse(ErrorKind::NotFound);
    const Appointment &row = found->constLast().after;
    if (version && *version != row.version)
        refuse(ErrorKind::StaleRow);
    return row;
}

/// A move that comes out at the row before the last change is told as the undo it amounts to.
QString ClinicModel::change(const QString &kind, const QString &who, Appointment row)
{
    QList<ModelChange> &changes = m_visits[row.id.value];
    bool isBack = false;
    if (changes.size() > 1 && takesBack(who, row)) {
        const Appointment &before = changes.at(changes.size() - 2).after;
        row.version = before.version;
        isBack = row == before;
    }
    row.version = int(changes.size()) + 1;
    changes.append({isBack ? u"undone"_s : kind, who, m_now, row});
    return describe(row, m_clinic);
}

QString ClinicModel::perform(const QString &who, const BookRequest &request)
{
    const std::optional<DoctorId> own = m_clinic.calendarOf(who);
    if (own && request.doctor != *own)
        refuse(ErrorKind::NotPermitted);
    Appointment row;
    row.id = AppointmentId {numberOf(request.operation)};
    row.doctor = request.doctor;
    row.patient = request.patient;
    row.room = request.room;
    row.start = request.start;
    row.end = request.end;
    checkRules(who, row, request.override);
    const bool asks = m_clinic.doctors.value(request.doctor).needsConfirmation && !own;
    row.status = asks ? AppointmentStatus::Pending : AppointmentStatus::Confirmed;
    row.source = own ? u"doctor"_s : u"desk"_s;
    row.requestedAt = m_now;
    if (!asks)
        row.confirmedAt = m_now;
    return change(u"booked"_s, who, row);
}

QString ClinicModel::perform(const QString &who, const StatusRequest &request)
{
    const Appointment before = visible(who, request.appointment, request.version);
    if (before.status == request.to)
        refuse(ErrorKind::InvalidTransition);
    Appointment row = before;
    row.status = request.to;
    if (takesBack(who, row))
        return takeBack(who, row.id);
    const Allowed move = allowed(m_clinic.staff.value(who), before.status, request.to);
    if (!move.step)
        refuse(ErrorKind::InvalidTransition);
    // What an earlier step was given is no reason for this one.
    if (move.needsReason
        && (request.reason.trimmed().isEmpty() || request.reason == before.statusNote))
        refuse(ErrorKind::ValidationFailed);
    if (!request.reason.isEmpty())
        row.statusNote = request.reason;
    setFacts(row);
    return change(kindOfStep(row.status), who, row);
}

/// The times that go with a new status, and whether it is the time for it.
void ClinicModel::setFacts(Appointment &row) const
{
    switch (row.status) {
    case AppointmentStatus::Confirmed:
        if (row.start <= m_now)
            refuse(ErrorKind::TooLate, u"unanswered"_s);
        row.confirmedAt = m_now;
        break;
    case AppointmentStatus::InProgress:
        if (clinicDay(row.start) != clinicDay(m_now))
            refuse(ErrorKind::TooSoon, u"not_today"_s);
        checkOneInProgress(row);
        row.startedAt = m_now;
        break;
    case AppointmentStatus::Completed:
        row.endedAt = m_now;
        break;
    case AppointmentStatus::NoShow:
        if (m_now < row.start)
            refuse(ErrorKind::TooSoon, u"not_yet"_s);
        break;
    default:
        row.cancelledAt = m_now;
    }
}

QString ClinicModel::perform(const QString &who, const MoveRequest &request)
{
    const Appointment before = visible(who, request.appointment, request.version);
    Appointment wanted = before;
    wanted.doctor = request.doctor.value_or(before.doctor);
    wanted.start = request.start.value_or(before.start);
    wanted.end = request.end.value_or(wanted.start.addSecs(before.start.secsTo(before.end)));
    if (request.clearRoom)
        wanted.room.reset();
    else if (request.room)
        wanted.room = request.room;
    if (!isSpan(wanted.start, wanted.end))
        refuse(ErrorKind::ValidationFailed);
    if (m_clinic.calendarOf(who) && wanted.doctor != before.doctor)
        refuse(ErrorKind::NotPermitted);
    if (takesBack(who, wanted))
        return takeBack(who, wanted.id);
    if (placeOf(wanted) == placeOf(before))
        refuse(ErrorKind::InvalidTransition);
    return moveTo(who, before, wanted, request.override);
}

QString ClinicModel::moveTo(const QString &who, const Appointment &row, Appointment wanted,
                            const std::optional<RuleOverride> &override)
{
    if (row.status != AppointmentStatus::Pending && row.status != AppointmentStatus::Confirmed)
        refuse(ErrorKind::InvalidTransition);
    const ModelDoctor &doctor = *m_clinic.doctors.constFind(wanted.doctor);
    const bool anew = wanted.doctor != row.doctor || wanted.start != row.start;
    if (anew && !doctor.needsConfirmation)
        wanted.status = AppointmentStatus::Confirmed;
    else if (anew && doctor.login != who)
        wanted.status = AppointmentStatus::Pending;
    if (wanted.status == AppointmentStatus::Pending)
        wanted.confirmedAt.reset();
    else if (row.status == AppointmentStatus::Pending)
        wanted.confirmedAt = m_now;
    if (wanted.status == AppointmentStatus::Pending
        || clinicDay(wanted.start) != clinicDay(row.start))
        wanted.checkedInAt.reset();
    if (anew) {
        checkRules(who, wanted, override);
    } else {
        checkOverlaps(wanted.doctor, {wanted.start, wanted.end}, &wanted);
        checkHolds(who, wanted.doctor, {wanted.start, wanted.end});
    }
    return change(u"moved"_s, who, wanted);
}

QString ClinicModel::perform(const QString &who, const CheckIn &step)
{
    const Appointment before = visible(who, step.request.appointment, step.request.version);
    if (m_clinic.calendarOf(who))
        refuse(ErrorKind::NotPermitted);
    Appointment row = before;
    row.checkedInAt = m_now;
    if (takesBack(who, row))
        return takeBack(who, row.id);
    if (before.checkedInAt || before.status != AppointmentStatus::Confirmed)
        refuse(ErrorKind::InvalidTransition);
    if (clinicDay(row.start) != clinicDay(m_now))
        refuse(ErrorKind::TooSoon, u"not_today"_s);
    return change(u"checked_in"_s, who, row);
}

QString ClinicModel::perform(const QString &who, const Undo &step)
{
    const Appointment row = visible(who, step.request.appointment, step.request.version);
    const QList<ModelChange> &changes = *m_visits.constFind(row.id.value);
    if (changes.constLast().who != who)
        refuse(ErrorKind::StaleRow);
    if (changes.constLast().at.addSecs(undoSeconds) < m_now)
        refuse(ErrorKind::TooLate, u"undo_expired"_s);
    if (changes.size() == 1 || takesBack(who, changes.at(changes.size() - 2).after))
        return takeBack(who, row.id);
    refuse(ErrorKind::InvalidTransition);
}

/// Whether that is the row before this person's last change of it, in time: an undo, however it
/// was asked for.
bool ClinicModel::takesBack(const QString &who, const Appointment &wanted) const
{
    const QList<ModelChange> &changes = *m_visits.constFind(wanted.id.value);
    const ModelChange &last = changes.constLast();
    if (changes.size() == 1 || last.who != who || last.at.addSecs(undoSeconds) < m_now)
        return false;
    const Appointment &before = changes.at(changes.size() - 2).after;
    const auto unlike = [&before](const Appointment &row) {
        return row.status != before.status || placeOf(row) != placeOf(before);
    };
    if (unlike(wanted))
        return false;
    return unlike(last.after)
        || (last.after.checkedInAt != before.checkedInAt
            && wanted.checkedInAt == before.checkedInAt);
}

QString ClinicModel::takeBack(const QString &who, AppointmentId id)
{
    const QList<ModelChange> &changes = *m_visits.constFind(id.value);
    const Appointment &now = changes.constLast().after;
    Appointment row = now;
    if (changes.size() > 1) {
        row = changes.at(changes.size() - 2).after;
    } else {
        row.status = AppointmentStatus::Cancelled;
        row.statusNote = u"undone"_s;
        row.cancelledAt = m_now;
    }
    if (holdsSlot(row.status) && (!holdsSlot(now.status) || placeOf(row) != placeOf(now))) {
        checkOverlaps(row.doctor, {row.start, row.end}, &row);
        checkHolds(who, row.doctor, {row.start, row.end});
    }
    checkOneInProgress(row);
    return change(u"undone"_s, who, row);
}

QString ClinicModel::perform(const QString &who, const TakeHold &step)
{
    if (!isSpan(step.start, step.end))
        refuse(ErrorKind::ValidationFailed);
    const std::optional<DoctorId> own = m_clinic.calendarOf(who);
    if (own && step.doctor != *own)
        refuse(ErrorKind::NotPermitted);
    checkOverlaps(step.doctor, {step.start, step.end}, nullptr);
    checkHolds(who, step.doctor, {step.start, step.end});
    const QDateTime until = m_now.addSecs(holdSeconds);
    m_holds.insert(who, {step.doctor, {step.start, step.end}, until});
    return u"kept until "_s + describe(until);
}

QString ClinicModel::perform(const QString &who, const ReleaseHold &)
{
    m_holds.remove(who);
    return u"released"_s;
}

QString ClinicModel::perform(const QString &, const Wait &step)
{
    m_now = m_now.addSecs(step.seconds);
    return u"it is "_s + describe(m_now);
}

} // namespace ClinicDesk
