#include "models/DayModel.h"

#include "domain/AgendaRole.h"
#include "models/Catalogue.h"
#include "services/Services.h"

#include <QColor>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

bool comesBefore(const AppointmentRow &a, const AppointmentRow &b)
{
    return std::tie(a.appointment.start, a.appointment.id)
        < std::tie(b.appointment.start, b.appointment.id);
}

/// "KIM S": as much as a narrow slot can carry.
QString slotTitle(const AppointmentRow &row)
{
    const QString family = row.familyName.toUpper();
    return row.givenName.isEmpty() ? family : QString(family + u' ' + row.givenName.at(0));
}

} // namespace

DayModel::DayModel(Services &services, Catalogue &catalogue, const ClinicClock &clock,
                   QObject *parent)
    : QAbstractListModel(parent)
    , m_appointments(services.appointments)
    , m_schedules(services.schedules)
    , m_catalogue(catalogue)
    , m_clock(clock)
{
    m_holdTimer.setSingleShot(true);
    connect(&m_holdTimer, &QTimer::timeout, this, &DayModel::dropExpiredHolds);
    connect(&catalogue, &Catalogue::changed, this, &DayModel::readHours);
    connect(&services.live, &LiveUpdates::schedulesChanged, this, &DayModel::readHours);
    connect(&m_schedules, &ScheduleService::schedulesChanged, this, &DayModel::readHours);
    connect(&services.live, &LiveUpdates::holdsChanged, this, &DayModel::readHolds);
    connect(&m_appointments, &AppointmentService::holdsChanged, this, &DayModel::readHolds);
    connect(&services.live, &LiveUpdates::appointmentsChanged, this,
            &DayModel::onAppointmentsChanged);
    connect(&m_appointments, &AppointmentService::appointmentsChanged, this,
            &DayModel::onAppointmentsChanged);
    connect(&services.live, &LiveUpdates::caughtUp, this, &DayModel::onCaughtUp);
}

int DayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_contents.rows.size());
}

QVariant DayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AppointmentRow &row = m_contents.rows.at(index.row());
    const Appointment &visit = row.appointment;
    const auto placed = m_placed.constFind(visit.id);
    const bool isPlaced = placed != m_placed.cend();
    const Appointment &drawn = isPlaced ? placed->appointment : visit;
    switch (role) {
    case Qt::DisplayRole:
    case AgendaRole::Title:
        return slotTitle(row);
    case AgendaRole::FullName:
        return QString(row.familyName + u' ' + row.givenName).trimmed();
    case AgendaRole::Id:
        return QVariant::fromValue(visit.id);
    case AgendaRole::Doctor:
        return QVariant::fromValue(drawn.doctor);
    case AgendaRole::Start:
        return drawn.start;
    case AgendaRole::End:
        return drawn.end;
    case AgendaRole::Status:
        return static_cast<int>(visit.status);
    case AgendaRole::CheckedInAt:
        return visit.checkedInAt.value_or(QDateTime());
    case AgendaRole::Detail:
        return row.visitTypeName;
    case AgendaRole::CornerColour:
        return QColor(row.visitTypeColour);
    case AgendaRole::Saving:
        return isPlaced || m_saving.contains(visit.id);
    case AgendaRole::Stale:
        return m_stale.contains(visit.id);
    default:
        return {};
    }
}

void DayModel::showDay(QDate day)
{
    m_wanted = day;
    m_wantedPeriod = {day, day, {}};
    readDay();
}

void DayModel::showWeek(QDate day, DoctorId doctor)
{
    const QDate monday = day.addDays(1 - day.dayOfWeek());
    m_wanted = day;
    m_wantedPeriod = {monday, monday.addDays(6), doctor};
    readDay();
}

void DayModel::lookAt(QDate day)
{
    if (m_missing > 0 || day < period().first || day > period().last)
        return;
    m_wanted = day;
    m_contents.day = day;
}

bool DayModel::covers(const Appointment &visit) const
{
    const QDate day = m_clock.dayOf(visit.start);
    return period().first <= day && day <= period().last
        && (period().isDay() || visit.doctor == period().only);
}

void DayModel::apply(Contents contents)
{
    std::ranges::sort(contents.rows, comesBefore);
    if (!contents.period.first.isValid())
        contents.period = {contents.day, contents.day, {}};
    if (contents.period == m_contents.period) {
        applyRows(contents.rows);
        m_contents.open = contents.open;
        if (std::exchange(m_contents.day, contents.day) != contents.day)
            Q_EMIT dayShown(contents.day);
    } else {
        beginResetModel();
        m_contents = contents;
        m_stale.clear();
        m_guests.clear();
        endResetModel();
        for (const AppointmentRow &wanted : std::as_const(m_placed))
            showGuest(wanted);
        Q_EMIT dayShown(contents.day);
    }
    m_afterGap = false;
    setHolds(contents.holds);
}

const AppointmentRow *DayModel::row(AppointmentId id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_contents.rows.at(index);
}

Waiting DayModel::waiting() const
{
    return waitingIn(m_contents.rows, m_clock.now());
}

void DayModel::setSaving(AppointmentId id, bool saving)
{
    if (m_saving.contains(id) == saving)
        return;
    if (saving)
        m_saving.insert(id);
    else
        m_saving.remove(id);
    notifyRow(id);
}

void DayModel::place(const AppointmentRow &wanted)
{
    m_placed.insert(wanted.appointment.id, wanted);
    showGuest(wanted);
    notifyRow(wanted.appointment.id);
}

void DayModel::showGuest(const AppointmentRow &wanted)
{
    const AppointmentId id = wanted.appointment.id;
    if (indexOf(id) >= 0 || m_clock.dayOf(wanted.appointment.start) != day())
        return;
    upsert(wanted);
    m_guests.insert(id);
}

void DayModel::settle(AppointmentId id, const std::optional<Appointment> &committed)
{
    const AppointmentRow wanted = m_placed.take(id);
    const bool wasGuest = m_guests.remove(id);
    const AppointmentRow *const known = row(id);
    if (committed && (wasGuest || !known || known->appointment.version <= committed->version)) {
        // Told at once, so that it does not flash back until its row is read anew.
        AppointmentRow now = known ? *known : wanted;
        now.appointment = *committed;
        if (m_clock.dayOf(committed->start) == day())
            upsert(now);
        else
            removeRow(id);
    } else if (wasGuest) {
        removeRow(id);
    }
    notifyRow(id);
    refreshFigures();
}

void DayModel::markSeen(AppointmentId id)
{
    if (m_stale.remove(id))
        notifyRow(id);
}

void DayModel::refreshFigures()
{
    QList<DoctorDay> doctors = doctorDays(m_catalogue.doctors(), m_contents.open, m_contents.rows,
                                          m_contents.holds, m_clock.now());
    for (DoctorDay &day : doctors) {
        if (!period().isDay() && day.doctor != period().only)
            day.freeSlots = DoctorDay::unknown; // the others' visits were not read
    }
    if (doctors != m_doctors) {
        m_doctors = doctors;
        Q_EMIT doctorsChanged();
    }
    Q_EMIT figuresChanged();
}

QList<DoctorDay> DayModel::weekDays() const
{
    QList<DoctorDay> days;
    const Doctor *const doctor = m_catalogue.doctor(period().only);
    if (!doctor)
        return days;
    for (QDate day = period().first; day <= period().last; day = day.addDays(1)) {
        QList<OpenSpan> open = m_contents.open;
        open.removeIf([&](const OpenSpan &span) {
            return span.doctor != doctor->id || m_clock.dayOf(span.start) != day;
        });
        const QList<DoctorDay> one
            = doctorDays({*doctor}, open, m_contents.rows, m_contents.holds, m_clock.now());
        days << (one.isEmpty() ? DoctorDay {doctor->id, doctor->displayName, {}, 0}
                               : one.constFirst());
    }
    return days;
}

void DayModel::applyRows(const QList<AppointmentRow> &rows)
{
    QSet<AppointmentId> gone;
    for (const AppointmentRow &row : std::as_const(m_contents.rows))
        gone.insert(row.appointment.id);
    gone.subtract(m_guests);
    for (const AppointmentRow &row : rows) {
        gone.remove(row.appointment.id);
        upsert(row);
    }
    for (const AppointmentId id : std::as_const(gone))
        removeRow(id);
}

void DayModel::upsert(const AppointmentRow &row)
{
    const AppointmentId id = row.appointment.id;
    m_guests.remove(id);
    const qsizetype old = indexOf(id);
    if (old >= 0 && m_contents.rows.at(old) == row)
        return;
    if (m_afterGap)
        m_stale.insert(id);
    if (old < 0) {
        const auto place = static_cast<int>(placeFor(row));
        beginInsertRows({}, place, place);
        m_contents.rows.insert(place, row);
        endInsertRows();
        return;
    }
    const bool moves = row.appointment.start != m_contents.rows.at(old).appointment.start;
    m_contents.rows[old].appointment.start = row.appointment.start;
    if (moves) {
        const AppointmentRow moving = m_contents.rows.at(old);
        const qsizetype before
            = std::ranges::count_if(m_contents.rows, [&](const AppointmentRow &other) {
                  return other.appointment.id != id && comesBefore(other, moving);
              });
        const auto from = static_cast<int>(old);
        const auto to = static_cast<int>(before);
        if (from != to && beginMoveRows({}, from, from, {}, to > from ? to + 1 : to)) {
            m_contents.rows.move(from, to);
            endMoveRows();
        }
    }
    m_contents.rows[indexOf(id)] = row;
    notifyRow(id);
}

void DayModel::removeRow(AppointmentId id)
{
    const auto index = static_cast<int>(indexOf(id));
    if (index < 0)
        return;
    beginRemoveRows({}, index, index);
    m_contents.rows.removeAt(index);
    endRemoveRows();
    m_stale.remove(id);
}

void DayModel::setHolds(QList<SlotHold> holds)
{
    m_contents.holds = std::move(holds);
    dropExpiredHolds();
}

void DayModel::dropExpiredHolds()
{
    const QDateTime now = m_clock.now();
    m_contents.holds.removeIf([&now](const SlotHold &hold) { return hold.expiresAt <= now; });
    const auto first = std::ranges::min_element(m_contents.holds, {}, &SlotHold::expiresAt);
    if (first == m_contents.holds.cend())
        m_holdTimer.stop();
    else
        m_holdTimer.start(static_cast<int>(now.msecsTo(first->expiresAt)) + 1);
    Q_EMIT holdsChanged();
    refreshFigures();
}

void DayModel::notifyRow(AppointmentId id)
{
    const auto place = static_cast<int>(indexOf(id));
    if (place >= 0)
        Q_EMIT dataChanged(index(place), index(place));
}

qsizetype DayModel::indexOf(AppointmentId id) const
{
    const auto found = std::ranges::find_if(
        m_contents.rows, [id](const AppointmentRow &row) { return row.appointment.id == id; });
    return found == m_contents.rows.cend() ? -1 : std::distance(m_contents.rows.cbegin(), found);
}

qsizetype DayModel::placeFor(const AppointmentRow &row) const
{
    return std::distance(m_contents.rows.cbegin(),
                         std::ranges::lower_bound(m_contents.rows, row, comesBefore));
}

} // namespace ClinicDesk
