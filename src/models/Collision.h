#pragma once

#include "domain/Error.h"
#include "models/FreeTimes.h"

#include <QObject>

namespace ClinicDesk {

class SlotKeeper;

/// The time asked for has gone: why, and what can be had instead. The chosen alternative, the first
/// one unless the user takes another, is held for this desk; one that goes meanwhile leaves the
/// list. GUI thread.
class Collision final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Collision)
public:
    static constexpr int shownAlternatives = 3;

    /// `question` asks for the alternatives; its sameTime is the lost time. ready() follows.
    Collision(const FreeSlot &wanted, const Error &error, const FreeTimes::Question &question,
              AppointmentService &appointments, SlotKeeper &keeper, QObject *parent = nullptr);

    [[nodiscard]] const FreeSlot &wanted() const { return m_wanted; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const QList<Suggestion> &alternatives() const { return m_alternatives; }
    [[nodiscard]] int chosen() const { return m_chosen; }
    /// nullptr when nothing is free.
    [[nodiscard]] const Suggestion *chosenAlternative() const;
    [[nodiscard]] bool isHeld() const;
    void choose(int index);
    /// The next alternatives (F3).
    void more();

Q_SIGNALS:
    void ready(); ///< the first alternatives are known
    void changed();

private:
    void take();
    void onAnswered();
    void onRefused(const FreeSlot &slot, const Error &error);

    FreeSlot m_wanted;
    Error m_error;
    FreeTimes m_freeTimes;
    SlotKeeper &m_keeper;
    QList<Suggestion> m_alternatives;
    int m_chosen = 0;
    bool m_isReady = false;
};

} // namespace ClinicDesk
