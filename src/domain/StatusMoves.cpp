#include "domain/StatusMoves.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

StatusMoves::StatusMoves(const QList<Move> &moves)
    : m_moves(moves)
{
}

bool StatusMoves::canStep(AppointmentStatus from, AppointmentStatus to) const
{
    return m_moves.contains({from, to, By::Step, false})
        || m_moves.contains({from, to, By::Step, true});
}

bool StatusMoves::needsReason(AppointmentStatus from, AppointmentStatus to) const
{
    return m_moves.contains({from, to, By::Step, true});
}

bool StatusMoves::canMove(AppointmentStatus from) const
{
    return std::any_of(m_moves.cbegin(), m_moves.cend(), [from](const Move &move) {
        return move.from == from && move.by == By::Move;
    });
}

std::optional<StatusMoves::By> StatusMoves::byFromKey(QStringView key)
{
    if (key == "step"_L1)
        return By::Step;
    if (key == "move"_L1)
        return By::Move;
    if (key == "undo"_L1)
        return By::Undo;
    return std::nullopt;
}

} // namespace ClinicDesk
