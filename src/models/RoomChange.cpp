#include "models/RoomChange.h"

#include "models/TaskRunner.h"

namespace ClinicDesk {

RoomChange::RoomChange(AppointmentService &appointments, const ClinicClock &clock, QObject *parent)
    : QObject(parent)
    , m_appointments(appointments)
    , m_clock(clock)
    , m_choices(appointments)
{
}

void RoomChange::begin(const AppointmentRow &row)
{
    m_row = row;
    ask();
}

void RoomChange::ask()
{
    const Appointment &visit = m_row.appointment;
    m_choices.ask({visit.doctor, visit.start, visit.end, visit.id});
}

void RoomChange::commit(std::optional<RoomId> room)
{
    if (m_sending)
        return;
    m_sending = true;
    MoveRequest request;
    request.operation = QUuid::createUuid();
    request.appointment = m_row.appointment.id;
    request.version = m_row.appointment.version;
    request.seen = m_row.appointment;
    request.room = room;
    request.clearRoom = !room;
    runTask(this, m_appointments.move(request),
            [this, row = m_row](const Result<Appointment> &answer) {
                m_sending = false;
                if (answer) {
                    Q_EMIT done({DoneCommand::Kind::RoomChanged, *answer, row.familyName,
                                 row.givenName, m_clock.now(), row.appointment});
                    return;
                }
                if (answer.error().kind == ErrorKind::RoomBusy)
                    ask();
                Q_EMIT refused(answer.error());
            });
}

} // namespace ClinicDesk
