#include "models/Collision.h"

#include "models/SlotKeeper.h"
#include "services/appointments/AppointmentService.h"

#include <algorithm>

namespace ClinicDesk {

namespace {

/// Two later times of the same doctor, then the lost time with another one.
QList<Suggestion> bestOf(const QList<Suggestion> &offers)
{
    QList<Suggestion> own;
    QList<Suggestion> elsewhere;
    for (const Suggestion &offer : offers)
        (offer.sameTimeElsewhere ? elsewhere : own) << offer;
    const qsizetype room = Collision::shownAlternatives;
    const qsizetype ownCount = std::min(own.size(), elsewhere.isEmpty() ? room : room - 1);
    return own.first(ownCount) + elsewhere.first(std::min(elsewhere.size(), room - ownCount));
}

} // namespace

Collision::Collision(const FreeSlot &wanted, const Error &error,
                     const FreeTimes::Question &question, AppointmentService &appointments,
                     SlotKeeper &keeper, QObject *parent)
    : QObject(parent)
    , m_wanted(wanted)
    , m_error(error)
    , m_freeTimes(appointments)
    , m_keeper(keeper)
{
    connect(&m_freeTimes, &FreeTimes::answered, this, &Collision::onAnswered);
    connect(&m_freeTimes, &FreeTimes::failed, this, &Collision::onAnswered);
    connect(&keeper, &SlotKeeper::held, this, &Collision::changed);
    connect(&keeper, &SlotKeeper::refused, this, &Collision::onRefused);
    m_freeTimes.ask(question);
}

const Suggestion *Collision::chosenAlternative() const
{
    return m_chosen < m_alternatives.size() ? &m_alternatives.at(m_chosen) : nullptr;
}

bool Collision::isHeld() const
{
    const Suggestion *const chosen = chosenAlternative();
    return chosen && m_keeper.holds(chosen->slot);
}

void Collision::choose(int index)
{
    if (index < 0 || index >= m_alternatives.size() || index == m_chosen)
        return;
    m_chosen = index;
    take();
    Q_EMIT changed();
}

void Collision::more()
{
    m_freeTimes.more();
}

void Collision::take()
{
    if (const Suggestion *const chosen = chosenAlternative())
        m_keeper.take(chosen->slot);
}

void Collision::onAnswered()
{
    m_alternatives = bestOf(m_freeTimes.list());
    m_chosen = 0;
    take();
    if (!std::exchange(m_isReady, true))
        Q_EMIT ready();
    Q_EMIT changed();
}

void Collision::onRefused(const FreeSlot &slot, const Error &error)
{
    if (error.kind != ErrorKind::SlotTaken)
        return;
    const auto gone
        = m_alternatives.removeIf([&slot](const Suggestion &offer) { return offer.slot == slot; });
    if (gone == 0)
        return;
    m_chosen = 0;
    take();
    Q_EMIT changed();
}

} // namespace ClinicDesk
