#include "models/RoomChoices.h"

#include "models/TaskRunner.h"
#include "services/appointments/AppointmentService.h"

#include <algorithm>

namespace ClinicDesk {

RoomChoices::RoomChoices(AppointmentService &appointments, QObject *parent)
    : QObject(parent)
    , m_appointments(appointments)
{
}

void RoomChoices::ask(const Question &question)
{
    m_question = question;
    m_asking = true;
    m_isCurrent = false;
    runTask(this,
            m_appointments.rooms(question.doctor, question.start, question.end, question.self),
            [this, number = ++m_number](const Result<QList<RoomChoice>> &rooms) {
                if (number != m_number)
                    return;
                m_asking = false;
                m_isCurrent = rooms.has_value();
                if (rooms)
                    m_list = *rooms;
                Q_EMIT answered();
            });
}

bool RoomChoices::isAbout(const Question &question) const
{
    return m_isCurrent && m_question == question;
}

const RoomChoice *RoomChoices::usual() const
{
    if (!m_isCurrent || !m_question.start.isValid())
        return nullptr;
    const auto found = std::ranges::find_if(
        m_list, [](const RoomChoice &choice) { return choice.usual && choice.free; });
    return found == m_list.cend() ? nullptr : &*found;
}

QString RoomChoices::nameOf(RoomId room) const
{
    const auto found = std::ranges::find_if(
        m_list, [room](const RoomChoice &choice) { return choice.room.id == room; });
    return found == m_list.cend() ? QString() : found->room.name;
}

} // namespace ClinicDesk
