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
class TextLabel;
class Toast;
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
        Toast *toast;
    };

    /// `parent` is the window.
    ReceptionMoves(ReceptionModels &models, ReceptionActions &actions, const Parts &parts,
                   QWidget *parent);

    /// Enables what can be done with `row` (nullptr: none is selected); `why` says why nothing can
    /// be written, if so.
    void refreshActions(const AppointmentRow *row, const QString &why);
    /// Esc: gives up what is being moved; false when nothing is.
    bool cancel();

Q_SIGNALS:
    void dayWanted(QDate day);
    void done(const ClinicDesk::DoneCommand &command);

private:
    void connectMover();
    void connectShelf();
    void connectModels();
    void beginMove();
    void refreshSteps();
    void park(const AppointmentRow &row);
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
    QWidget *m_window;
    AppointmentId m_selected;
    QTimer m_dayTimer;
    QDate m_dayUnderPointer;
};

} // namespace ClinicDesk
