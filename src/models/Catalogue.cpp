#include "models/Catalogue.h"

#include "models/TaskRunner.h"
#include "services/Services.h"

#include <algorithm>

namespace ClinicDesk {

namespace {

template<typename List, typename Id> auto findById(const List &list, Id id) -> decltype(list.data())
{
    const auto found = std::ranges::find_if(list, [id](const auto &item) { return item.id == id; });
    return found == list.cend() ? nullptr : &*found;
}

} // namespace

Catalogue::Catalogue(Services &services, QObject *parent)
    : QObject(parent)
    , m_schedules(services.schedules)
{
    connect(&services.live, &LiveUpdates::schedulesChanged, this, &Catalogue::load);
    connect(&services.live, &LiveUpdates::caughtUp, this, &Catalogue::load);
    connect(&m_schedules, &ScheduleService::schedulesChanged, this, &Catalogue::load);
}

void Catalogue::load()
{
    runTask(this, m_schedules.doctors(), [this](const Result<QList<Doctor>> &doctors) {
        if (doctors)
            setDoctors(*doctors);
    });
    runTask(this, m_schedules.visitTypes(), [this](const Result<QList<VisitType>> &types) {
        if (types)
            setVisitTypes(*types);
    });
    readClosedDays();
}

void Catalogue::watchClosedDays(QDate from, QDate to)
{
    m_closedFrom = from;
    m_closedTo = to;
    readClosedDays();
}

void Catalogue::readClosedDays()
{
    if (!m_closedFrom.isValid())
        return;
    runTask(this, m_schedules.closedDays(m_closedFrom, m_closedTo),
            [this, from = m_closedFrom](const Result<QList<ClosedDay>> &days) {
                if (!days || from != m_closedFrom || *days == m_closedDays)
                    return;
                m_closedDays = *days;
                Q_EMIT closedDaysChanged();
            });
}

void Catalogue::setDoctors(const QList<Doctor> &doctors)
{
    if (doctors == m_doctors)
        return;
    m_doctors = doctors;
    Q_EMIT changed();
}

void Catalogue::setVisitTypes(const QList<VisitType> &types)
{
    if (types == m_types)
        return;
    m_types = types;
    Q_EMIT changed();
}

QList<DoctorId> Catalogue::doctorIds() const
{
    QList<DoctorId> ids;
    for (const Doctor &doctor : m_doctors)
        ids << doctor.id;
    return ids;
}

const Doctor *Catalogue::doctor(DoctorId id) const
{
    return findById(m_doctors, id);
}

const VisitType *Catalogue::visitType(VisitTypeId id) const
{
    return findById(m_types, id);
}

QString Catalogue::doctorName(DoctorId id) const
{
    const Doctor *const found = doctor(id);
    return found ? found->displayName : QString();
}

} // namespace ClinicDesk
