#pragma once

#include "domain/Appointment.h"

#include <QList>

namespace ClinicDesk {

/// How the signed-in person may change an appointment's status: the rows of the database's table
/// status_move that hold for this person, read at sign-in. The database has the last word, also on
/// what these rows do not say (whose appointment it is, what time it is). Before sign-in nothing
/// is allowed.
class StatusMoves
{
public:
    /// What the change comes with: a command of its own, another time or place, or an undo.
    enum class By { Step, Move, Undo };

    struct Move
    {
        AppointmentStatus from = AppointmentStatus::Pending;
        AppointmentStatus to = AppointmentStatus::Pending;
        By by = By::Step;
        bool needsReason = false;

        bool operator==(const Move &) const = default;
    };

    StatusMoves() = default;
    explicit StatusMoves(const QList<Move> &moves);

    /// Confirm, reject, start, complete, cancel, no-show.
    [[nodiscard]] bool canStep(AppointmentStatus from, AppointmentStatus to) const;
    /// Of a step that is allowed.
    [[nodiscard]] bool needsReason(AppointmentStatus from, AppointmentStatus to) const;
    /// Another time, doctor, room or length.
    [[nodiscard]] bool canMove(AppointmentStatus from) const;

    /// The database's word ("step"); nullopt for one that this program does not know.
    [[nodiscard]] static std::optional<By> byFromKey(QStringView key);

    bool operator==(const StatusMoves &) const = default;

private:
    QList<Move> m_moves;
};

} // namespace ClinicDesk
