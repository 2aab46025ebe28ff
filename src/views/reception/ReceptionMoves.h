#pragma once

#include "models/AppointmentCommands.h"

#include <QPointer>
#include <QTimer>

namespace ClinicDesk {

struct AgendaMoving;
struct AgendaTarget;
class AgendaMover;
class AgendaView;
class MiniMonth;
class ReceptionActions;
class ReceptionModels;
class ShelfList;
class Messages;
class TextLabel;
struct VisitChange;

/// Moving, resizing and the shelf at the reception: joins the day, the mini-month, the shelf and
/// their models. GUI thread.
class ReceptionMoves final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceptionMoves)
public:
    struct Parts
    {
        AgendaView *agenda;
        MiniMonth *month;
        ShelfList *shelf;
        TextLabel *hint; ///< says what a move without a drag waits for
        Messages *messages;
    };

    /// Dialogs open over the window of `host`.
    ReceptionMoves(ReceptionModels &models, ReceptionActions &actions, const Parts &parts,
                   QWidget *host);

    /// The visit hangs at the pointer and the arrows until it is left somewhere.
    void begin(const AppointmentRow &row);
    /// Moves on what is being moved, else takes hold of `row` first; `step` as AgendaMover::Step.
    void step(int step, const AppointmentRow &row);
    void park(const AppointmentRow &row);
    /// Anew for what can be moved now. Nothing is put into a grid that is not `inSight`.
    void refreshActions(bool inSight);
    /// Esc: gives up what is being moved; false when nothing is.
    bool cancel();

Q_SIGNALS:
    void dayWanted(QDate day);
    /// A key asks for it while nothing is being moved: step() answers, for the visit it is about.
    void stepWanted(int step);

private:
    void connectMover();
    void connectShelf();
    void connectModels();
    void refreshPlace();
    void refreshSteps();
    void placeFromShelf();
    void onBegun(const AgendaMoving &moving);
    void onTarget(const AgendaTarget &target);
    void onDragged(const QPoint &globalPosition);
    void onDroppedOutside(const AgendaMoving &moving, const QPoint &globalPosition);
    void onWanted(const AgendaTarget &target);
    void onRefused(const AgendaTarget &target);
    void onEnded();
    void onCollided();
    void onChangedElsewhere(const VisitChange &change);
    [[nodiscard]] AgendaMover &mover() const;
    [[nodiscard]] AgendaMoving movingOf(const AppointmentRow &row) const;
    [[nodiscard]] bool isOverShelf(const QPoint &globalPosition) const;

    ReceptionModels &m_models;
    ReceptionActions &m_actions;
    Parts m_parts;
    QWidget *m_host;
    bool m_isInSight = true;
    QTimer m_dayTimer;
    QDate m_dayUnderPointer;
};

} // namespace ClinicDesk
