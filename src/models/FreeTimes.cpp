#include "models/FreeTimes.h"

#include "models/TaskRunner.h"
#include "services/appointments/AppointmentService.h"

namespace ClinicDesk {

namespace {
constexpr int offersElsewhere = 3;
}

FreeTimes::FreeTimes(AppointmentService &appointments, QObject *parent)
    : QObject(parent)
    , m_appointments(appointments)
{
}

void FreeTimes::ask(const Question &question)
{
    m_question = question;
    m_asking = true;
    runTask(this,
            m_appointments.nextFree({question.doctor}, question.from, question.days,
                                    question.minutes, pageSize),
            [this, number = ++m_number](const Result<QList<FreeSlot>> &own) {
                if (number != m_number)
                    return;
                if (own) {
                    askOthers(*own);
                } else {
                    m_asking = false;
                    Q_EMIT failed(own.error());
                }
            });
}

void FreeTimes::more()
{
    if (m_asking || m_list.isEmpty())
        return;
    Question next = m_question;
    for (const Suggestion &suggestion : std::as_const(m_list)) {
        if (!suggestion.sameTimeElsewhere)
            next.from = std::max(next.from, suggestion.slot.end);
    }
    next.sameTime = {};
    ask(next);
}

void FreeTimes::clear()
{
    ++m_number;
    m_asking = false;
    m_list.clear();
    Q_EMIT answered();
}

void FreeTimes::askOthers(const QList<FreeSlot> &own)
{
    QList<Suggestion> list;
    for (const FreeSlot &slot : own)
        list << Suggestion {slot, false};
    QDateTime at = m_question.sameTime;
    if (!at.isValid() && !own.isEmpty())
        at = own.constFirst().start;
    if (!at.isValid() || m_question.others.isEmpty()) {
        answer(list);
        return;
    }
    // The soonest of each come first, so those that begin at the time itself lead the answer.
    const auto limit = static_cast<int>(m_question.others.size());
    runTask(this, m_appointments.nextFree(m_question.others, at, 1, m_question.minutes, limit),
            [this, list, at, number = m_number](const Result<QList<FreeSlot>> &others) mutable {
                if (number != m_number)
                    return;
                int offered = 0;
                for (const FreeSlot &slot : others.value_or(QList<FreeSlot>())) {
                    if (slot.start == at && offered++ < offersElsewhere)
                        list << Suggestion {slot, true};
                }
                answer(list);
            });
}

void FreeTimes::answer(QList<Suggestion> list)
{
    m_asking = false;
    m_list = std::move(list);
    Q_EMIT answered();
}

} // namespace ClinicDesk
