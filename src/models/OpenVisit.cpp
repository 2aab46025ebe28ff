#include "models/OpenVisit.h"

#include "domain/Session.h"
#include "services/Services.h"

#include <utility>

using namespace std::chrono_literals;

namespace ClinicDesk {

QList<VisitField> differences(const AppointmentRow &before, const AppointmentRow &after)
{
    const Appointment &a = before.appointment;
    const Appointment &b = after.appointment;
    QList<VisitField> fields;
    const auto add = [&fields](VisitField field, bool differs) {
        if (differs)
            fields << field;
    };
    add(VisitField::Time, a.start != b.start || a.end != b.end);
    add(VisitField::Doctor, a.doctor != b.doctor);
    add(VisitField::Status,
        a.status != b.status || a.checkedInAt.has_value() != b.checkedInAt.has_value());
    add(VisitField::Room, a.room != b.room);
    add(VisitField::VisitType, a.visitType != b.visitType);
    add(VisitField::Reason, a.reason != b.reason);
    return fields;
}

OpenVisit::OpenVisit(Services &services, const Session &session, QObject *parent)
    : QObject(parent)
    , m_watch(services, session)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(200ms);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isLookDue, false))
            look();
    });
    connect(&m_watch, &VisitWatch::changed, this, &OpenVisit::onChanged);
    connect(&m_watch, &VisitWatch::gone, this, [this] {
        m_isGone = true;
        Q_EMIT updated();
    });
}

void OpenVisit::open(const AppointmentRow &row)
{
    close();
    m_seen = row;
    m_change = {row, {}, false};
    m_watch.add(row.appointment.id);
    // A hand that walks over many with an arrow key asks about the one it stops at.
    m_isLookDue = m_rest.isActive();
    if (!m_isLookDue)
        look();
    m_rest.start();
    Q_EMIT updated();
}

void OpenVisit::close()
{
    if (!isOpen())
        return;
    m_watch.remove(m_seen.appointment.id);
    m_seen = {};
    m_change = {};
    m_isGone = false;
}

void OpenVisit::look()
{
    if (isOpen())
        m_watch.look(m_seen.appointment.id);
}

void OpenVisit::accept()
{
    m_seen = m_change.row;
    Q_EMIT updated();
}

void OpenVisit::takeOwn(const Appointment &appointment)
{
    if (!isOpen() || appointment.id != m_seen.appointment.id
        || appointment.version <= m_change.row.appointment.version)
        return;
    m_change.row.appointment = appointment;
    m_change.own = true;
    accept();
}

void OpenVisit::onChanged(const VisitChange &change)
{
    if (change.row.appointment.version < m_change.row.appointment.version
        || change.row == m_change.row)
        return;
    m_change = change;
    m_isGone = false;
    if (change.own || changed().isEmpty())
        m_seen = change.row;
    Q_EMIT updated();
}

} // namespace ClinicDesk
