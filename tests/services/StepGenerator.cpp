#include "services/StepGenerator.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// Which status follows which, in most lives.
QList<AppointmentStatus> likelyAfter(AppointmentStatus status)
{
    using enum AppointmentStatus;
    switch (status) {
    case Pending:
        return {Confirmed, Confirmed, Confirmed, Rejected, Cancelled};
    case Confirmed:
        return {InProgress, InProgress, InProgress, NoShow, Cancelled};
    case InProgress:
        return {Completed, Completed, Completed, Cancelled};
    default:
        return {Pending, Confirmed, InProgress, Completed, Cancelled, Cancelled};
    }
}

bool isOpen(const ModelChange &last)
{
    return holdsSlot(last.after.status);
}

} // namespace

StepGenerator::StepGenerator(const ModelClinic &clinic, quint32 seed)
    : m_clinic(clinic)
    , m_random(seed)
{
}

bool StepGenerator::percent(int chance)
{
    return m_random.bounded(100) < chance;
}

template<typename T> T StepGenerator::oneOf(const QList<T> &choices)
{
    return choices.at(m_random.bounded(int(choices.size())));
}

Step StepGenerator::next(const ClinicModel &model)
{
    using Make = Step (StepGenerator::*)(const ClinicModel &);
    static constexpr std::pair<int, Make> shares[] {
        {32, &StepGenerator::book},    {21, &StepGenerator::status}, {11, &StepGenerator::move},
        {3, &StepGenerator::moveBack}, {5, &StepGenerator::checkIn}, {9, &StepGenerator::undo},
        {6, &StepGenerator::hold},     {6, &StepGenerator::repeat},  {7, &StepGenerator::wait},
    };
    int drawn = m_random.bounded(100);
    Make make = &StepGenerator::book;
    for (const auto &[share, candidate] : shares) {
        make = candidate;
        if (drawn < share)
            break;
        drawn -= share;
    }
    const Step step = (this->*make)(model);
    if (operationOf(step))
        m_asked.append(step);
    return step;
}

QString StepGenerator::anyone()
{
    // Not from the hash: its order changes from run to run.
    static const QList<QString> logins {u"ana"_s, u"ben"_s, u"osei"_s, u"lindqvist"_s, u"admin"_s};
    return oneOf(logins);
}

DoctorId StepGenerator::anyDoctor()
{
    QList<DoctorId> ids = m_clinic.doctors.keys();
    std::sort(ids.begin(), ids.end());
    // The last one's calendar is nobody's of those who act.
    return percent(15) ? ids.constLast() : ids.at(m_random.bounded(int(ids.size()) - 1));
}

std::optional<RoomId> StepGenerator::anyRoom()
{
    return percent(35) ? std::optional<RoomId>() : oneOf(m_clinic.rooms);
}

QDateTime StepGenerator::anyStart(const ClinicModel &model)
{
    const QDateTime now = clinicTime(model.now());
    const auto timeOf = [&now](int daysAhead, const QTime &time) {
        QDateTime result = now.addDays(daysAhead);
        result.setTime(time);
        return result.toUTC();
    };
    if (!m_starts.isEmpty() && percent(22))
        return m_starts.at(m_starts.size() - 1
                           - m_random.bounded(std::min(int(m_starts.size()), 6)));
    const QTime tenMinutes(now.time().hour(), now.time().minute() / 10 * 10);
    QDateTime start = timeOf(0, tenMinutes).addSecs(minute * 10 * (m_random.bounded(15) - 1));
    if (percent(55)) {
        const int hour = oneOf<int>({8, 9, 10, 11, 13, 14, 15, 16});
        start = timeOf(oneOf<int>({-1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4}),
                       QTime(hour, 10 * m_random.bounded(6)));
    }
    const int hour = clinicTime(start).time().hour();
    if ((hour == 12 || hour > 17) && percent(80))
        start = start.addSecs(hour == 12 ? 60 * minute : 15 * 60 * minute);
    m_starts.append(start);
    return start;
}

QDateTime StepGenerator::anyEnd(const QDateTime &start)
{
    const QList<int> odd {0, -10, 725};
    const QList<int> usual {10, 20, 20, 20, 30, 40};
    return start.addSecs(minute * oneOf(percent(3) ? odd : usual));
}

std::optional<RuleOverride> StepGenerator::anyOverride()
{
    if (!percent(20))
        return std::nullopt;
    return RuleOverride {oneOf<QString>({u"hours"_s, u"lead_time"_s, u"horizon"_s, u"day_full"_s,
                                         u"hours,day_full"_s, u"lead_time,hours"_s}),
                         percent(85) ? u"asked for"_s : u" "_s};
}

StepGenerator::Target StepGenerator::anyVisit(const ClinicModel &model, const Wish &wish)
{
    const QList<qint64> ids = model.visits().keys();
    if (ids.isEmpty() || percent(1))
        return {AppointmentId {9999}, {}, nullptr};
    Target target;
    const int tries = percent(90) ? 12 : 1;
    for (int n = 0; n < tries && !(target.last && wish(*target.last)); ++n) {
        const int latest = std::min(int(ids.size()), percent(75) ? 6 : 1000);
        target.id = AppointmentId {ids.at(ids.size() - 1 - m_random.bounded(latest))};
        target.last = &model.visits().constFind(target.id.value)->constLast();
    }
    if (percent(50))
        target.version = target.last->after.version - (percent(10) ? 1 : 0);
    return target;
}

QString StepGenerator::someoneFor(const Target &target)
{
    if (!target.last || percent(15))
        return anyone();
    const QString own = m_clinic.doctors.value(target.last->after.doctor).login;
    if (m_clinic.staff.contains(own) && percent(60))
        return own;
    return oneOf<QString>({u"admin"_s, u"admin"_s, u"ana"_s, u"ben"_s});
}

Step StepGenerator::book(const ClinicModel &model)
{
    BookRequest request;
    request.operation = operationId(++m_operations);
    request.doctor = anyDoctor();
    request.patient = oneOf(percent(4) ? m_clinic.noPatients : m_clinic.patients);
    request.room = anyRoom();
    request.start = anyStart(model);
    request.end = anyEnd(request.start);
    request.override = anyOverride();
    QString who = anyone();
    if (const std::optional<DoctorId> own = m_clinic.calendarOf(who); own && percent(85))
        request.doctor = *own;
    return {who, request};
}

Step StepGenerator::status(const ClinicModel &model)
{
    const QDate today = clinicDay(model.now());
    const bool isOver = percent(20);
    const bool isOfToday = percent(60);
    const Target target = anyVisit(model, [=](const ModelChange &last) {
        return isOpen(last) != isOver && (!isOfToday || clinicDay(last.after.start) == today);
    });
    StatusRequest request;
    request.operation = operationId(++m_operations);
    request.appointment = target.id;
    const auto now = target.last ? target.last->after.status : AppointmentStatus::Pending;
    request.to = percent(80) ? oneOf(likelyAfter(now)) : AppointmentStatus(m_random.bounded(7));
    const bool ends
        = request.to == AppointmentStatus::Rejected || request.to == AppointmentStatus::Cancelled;
    if (percent(ends ? 85 : 10))
        request.reason = oneOf<QString>({u"ill"_s, u"away"_s, u" "_s, u"late"_s});
    request.version = target.version;
    return {someoneFor(target), request};
}

Step StepGenerator::move(const ClinicModel &model)
{
    const Target target = anyVisit(model, isOpen);
    MoveRequest request;
    request.operation = operationId(++m_operations);
    request.appointment = target.id;
    request.version = target.version;
    if (percent(55))
        request.start = anyStart(model);
    if (percent(15))
        request.doctor = anyDoctor();
    if (percent(25))
        request.room = anyRoom();
    request.clearRoom = percent(10);
    if (target.last && percent(30))
        request.end = anyEnd(request.start.value_or(target.last->after.start));
    request.override = anyOverride();
    return {someoneFor(target), request};
}

/// To where it was before, by whoever moved it away.
Step StepGenerator::moveBack(const ClinicModel &model)
{
    const Target target
        = anyVisit(model, [](const ModelChange &last) { return last.kind == "moved"_L1; });
    if (!target.last || target.last->kind != "moved"_L1)
        return move(model);
    const QList<ModelChange> &changes = *model.visits().constFind(target.id.value);
    const Appointment &before = changes.at(changes.size() - 2).after;
    MoveRequest request;
    request.operation = operationId(++m_operations);
    request.appointment = target.id;
    request.start = before.start;
    request.end = before.end;
    request.room = before.room;
    request.clearRoom = !before.room;
    if (before.doctor != target.last->after.doctor)
        request.doctor = before.doctor;
    return {target.last->who, request};
}

Step StepGenerator::checkIn(const ClinicModel &model)
{
    const QDate today = clinicDay(model.now());
    const Target target = anyVisit(model, [today](const ModelChange &last) {
        return last.after.status == AppointmentStatus::Confirmed
            && clinicDay(last.after.start) == today;
    });
    return {anyone(), CheckIn {{operationId(++m_operations), target.id, target.version}}};
}

Step StepGenerator::undo(const ClinicModel &model)
{
    const QDateTime fresh = model.now().addSecs(-30);
    const Target target
        = anyVisit(model, [&fresh](const ModelChange &last) { return last.at >= fresh; });
    const bool own = target.last && percent(75);
    return {own ? target.last->who : anyone(),
            Undo {{operationId(++m_operations), target.id, target.version}}};
}

Step StepGenerator::hold(const ClinicModel &model)
{
    if (percent(25))
        return {anyone(), ReleaseHold {}};
    const QDateTime start = anyStart(model);
    const QString who = anyone();
    const DoctorId doctor
        = percent(85) ? m_clinic.calendarOf(who).value_or(anyDoctor()) : anyDoctor();
    return {who, TakeHold {doctor, start, anyEnd(start)}};
}

/// Sent once more, by another person or with something else in it too.
Step StepGenerator::repeat(const ClinicModel &model)
{
    if (m_asked.isEmpty())
        return wait(model);
    const qsizetype latest = std::min<qsizetype>(m_asked.size(), 12);
    Step step = m_asked.at(m_asked.size() - 1 - m_random.bounded(int(latest)));
    if (percent(20))
        step.who = anyone();
    if (!percent(25))
        return step;
    if (auto *book = std::get_if<BookRequest>(&step.what))
        book->room = anyRoom();
    else if (auto *status = std::get_if<StatusRequest>(&step.what))
        status->reason = u"other"_s;
    else if (auto *move = std::get_if<MoveRequest>(&step.what))
        move->start = anyStart(model);
    else if (auto *undo = std::get_if<Undo>(&step.what))
        step.what = CheckIn {undo->request};
    return step;
}

Step StepGenerator::wait(const ClinicModel &model)
{
    if (percent(2)) {
        const QDateTime now = clinicTime(model.now());
        QDateTime morning = now.addDays(1);
        morning.setTime(QTime(9, 3));
        return {{}, Wait {int(now.secsTo(morning))}};
    }
    return {{}, Wait {oneOf<int>({1, 5, 20, 25, 31, 60, 91, 300, 900, 1800})}};
}

} // namespace ClinicDesk
