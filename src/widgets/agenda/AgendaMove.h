#pragma once

#include "widgets/agenda/AgendaScene.h"

namespace ClinicDesk {

/// The visit that is being moved or resized, as it stood when that began. Times are UTC.
struct AgendaMoving
{
    AppointmentId visit;
    DoctorId doctor;
    QDateTime start;
    QDateTime end;
    QString title; ///< "KIM S"

    [[nodiscard]] bool isValid() const { return visit.isValid() && start < end; }
    [[nodiscard]] qint64 seconds() const { return start.secsTo(end); }
    bool operator==(const AgendaMoving &) const = default;
};

/// Where it would go, and whether the shown day has anything against it.
struct AgendaTarget
{
    enum class Refusal { None, NotShown, Closed, Past, Taken, Held, HeldHere };

    DoctorId doctor;
    QDateTime start;
    QDateTime end;
    Refusal refusal = Refusal::None;
    QString who; ///< whose visit (Taken) or who keeps the time (Held)

    [[nodiscard]] bool isValid() const { return doctor.isValid() && start < end; }
    [[nodiscard]] bool isAllowed() const { return isValid() && refusal == Refusal::None; }
    [[nodiscard]] bool isSamePlace(const AgendaMoving &moving) const;
    bool operator==(const AgendaTarget &) const = default;
};

/// Where a visit may go on the shown day: snapping to the doctor's grid, the neighbours' limits,
/// what stands in the way. What it allows, the server may still refuse. Holds references only; made
/// for one question.
class AgendaMove
{
public:
    AgendaMove(const AgendaScene &scene, const AgendaMoving &moving);

    /// Pending and confirmed visits can go elsewhere.
    [[nodiscard]] static bool isMovable(const AgendaVisit &visit);

    /// Of its own length, from the grid's line or neighbour's end nearest to `wanted`.
    [[nodiscard]] AgendaTarget at(int column, const QDateTime &wanted) const;
    /// Exactly there, without snapping.
    [[nodiscard]] AgendaTarget exactly(DoctorId doctor, const QDateTime &start,
                                       const QDateTime &end) const;
    /// One row of the grid up (-1) or down (1); `from` itself at the day's edge.
    [[nodiscard]] AgendaTarget stepped(const AgendaTarget &from, int direction) const;
    /// The same time in another column; `from` itself beyond the last.
    [[nodiscard]] AgendaTarget beside(const AgendaTarget &from, int columns) const;
    /// Its end (start) near `wanted`, no further than the neighbour or the end (begin) of the
    /// hours, and never shorter than one step.
    [[nodiscard]] AgendaTarget withEnd(const AgendaTarget &from, const QDateTime &wanted) const;
    [[nodiscard]] AgendaTarget withStart(const AgendaTarget &from, const QDateTime &wanted) const;
    /// Its end one step later (1) or earlier (-1).
    [[nodiscard]] AgendaTarget lengthened(const AgendaTarget &from, int direction) const;

private:
    struct Grid
    {
        QDateTime origin;
        QDateTime from; ///< of the hours around the time; the shown range when closed
        QDateTime to;
        int minutes = 20;
    };

    [[nodiscard]] Grid gridAt(int column, const QDateTime &instant) const;
    [[nodiscard]] static qint64 resizeStep(const Grid &grid);
    [[nodiscard]] QList<AgendaCell> others(int column) const;
    [[nodiscard]] QDateTime nearestStart(int column, const QDateTime &wanted) const;
    [[nodiscard]] bool isOpen(int column, const QDateTime &start, const QDateTime &end) const;
    [[nodiscard]] AgendaTarget judged(AgendaTarget target) const;
    void judgeOthers(int column, AgendaTarget &target) const;

    const AgendaScene &m_scene;
    const AgendaMoving &m_moving;
};

} // namespace ClinicDesk
