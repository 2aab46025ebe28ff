#include "views/reception/ReceptionMoves.h"

#include "models/ReceptionModels.h"
#include "views/booking/CollisionDialog.h"
#include "views/notices/Messages.h"
#include "views/reception/MoveTexts.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionTexts.h"
#include "views/reception/ShelfList.h"
#include "views/visits/EventTexts.h"
#include "widgets/Announce.h"
#include "widgets/MiniMonth.h"
#include "widgets/TextLabel.h"
#include "widgets/agenda/AgendaMover.h"
#include "widgets/agenda/AgendaText.h"
#include "widgets/agenda/AgendaView.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ClinicDesk {

ReceptionMoves::ReceptionMoves(ReceptionModels &models, ReceptionActions &actions,
                               const Parts &parts, QWidget *host)
    : QObject(host)
    , m_models(models)
    , m_actions(actions)
    , m_parts(parts)
    , m_host(host)
{
    parts.hint->setObjectName(u"moveHint"_s);
    parts.hint->setWordWrap(true);
    parts.hint->hide();
    m_dayTimer.setSingleShot(true);
    m_dayTimer.setInterval(600ms);
    connect(&m_dayTimer, &QTimer::timeout, this, [this] {
        if (mover().isActive() && m_dayUnderPointer != m_models.day().wantedDay())
            Q_EMIT dayWanted(m_dayUnderPointer);
    });
    connect(actions.place, &QAction::triggered, this, &ReceptionMoves::placeFromShelf);
    parts.agenda->addActions(actions.moveSteps);
    for (int i = 0; i < actions.moveSteps.size(); ++i) {
        connect(actions.moveSteps.at(i), &QAction::triggered, this, [this, i] {
            if (mover().isActive())
                mover().step(static_cast<AgendaMover::Step>(i));
            else
                Q_EMIT stepWanted(i);
        });
    }
    connectMover();
    connectShelf();
    connectModels();
}

void ReceptionMoves::connectMover()
{
    connect(&mover(), &AgendaMover::begun, this, &ReceptionMoves::onBegun);
    connect(&mover(), &AgendaMover::targetChanged, this, &ReceptionMoves::onTarget);
    connect(&mover(), &AgendaMover::dragged, this, &ReceptionMoves::onDragged);
    connect(&mover(), &AgendaMover::droppedOutside, this, &ReceptionMoves::onDroppedOutside);
    connect(&mover(), &AgendaMover::wanted, this,
            [this](const AgendaMoving &, const AgendaTarget &target) { onWanted(target); });
    connect(&mover(), &AgendaMover::refused, this, &ReceptionMoves::onRefused);
    connect(&mover(), &AgendaMover::ended, this, &ReceptionMoves::onEnded);
}

void ReceptionMoves::connectShelf()
{
    ShelfList *const shelf = m_parts.shelf;
    connect(shelf, &ShelfList::placeWanted, m_actions.place, &QAction::trigger);
    connect(shelf, &ShelfList::takeOffWanted, &m_models.shelf(), &ShelfModel::takeOff);
    connect(shelf, &ShelfList::dragStarted, this, [this](AppointmentId id) {
        if (const AppointmentRow *const row = m_models.shelf().row(id))
            mover().beginDrag(movingOf(*row));
    });
    connect(shelf, &ShelfList::dragMoved, &mover(), &AgendaMover::dragTo);
    connect(shelf, &ShelfList::dragDropped, &mover(), &AgendaMover::drop);
    connect(shelf, &ShelfList::dragCancelled, &mover(), &AgendaMover::cancel);
}

void ReceptionMoves::connectModels()
{
    MoveModel &moves = m_models.moves();
    connect(&moves, &MoveModel::failed, this,
            [this](const AppointmentRow &row, const Error &error) {
                m_parts.messages->hint(MoveTexts::notMoved(row, error, m_models.clock()), 12);
            });
    connect(&moves, &MoveModel::collided, this, &ReceptionMoves::onCollided);
    connect(&moves, &MoveModel::changedElsewhere, this, &ReceptionMoves::onChangedElsewhere);
    connect(&m_models.shelf(), &ShelfModel::dropped, this, [this](const VisitChange &change) {
        m_parts.messages->hint(
            EventTexts::of(change, m_models.clock()) + u' ' + tr("It is off the shelf."), 12);
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_models.shelf(), signal, this, &ReceptionMoves::refreshPlace);
}

void ReceptionMoves::refreshActions(bool inSight)
{
    m_isInSight = inSight;
    refreshPlace();
    mover().setEnabled(m_models.connection().whyReadOnly().isEmpty());
    refreshSteps();
}

void ReceptionMoves::refreshPlace()
{
    const QString why = m_models.connection().whyReadOnly();
    m_actions.place->setEnabled(m_isInSight && m_models.shelf().rowCount() > 0 && why.isEmpty());
    m_actions.place->setToolTip(why.isEmpty() ? ReceptionTexts::toolTip(*m_actions.place) : why);
}

/// What is being moved can be moved on, whatever is selected.
void ReceptionMoves::refreshSteps()
{
    const bool canStep = m_actions.move->isEnabled() || mover().isActive();
    for (QAction *action : std::as_const(m_actions.moveSteps)) {
        action->setEnabled(canStep);
        action->setToolTip(m_actions.move->isEnabled() ? ReceptionTexts::toolTip(*action)
                                                       : m_actions.move->toolTip());
    }
}

bool ReceptionMoves::cancel()
{
    if (!mover().isActive())
        return false;
    mover().cancel();
    return true;
}

void ReceptionMoves::begin(const AppointmentRow &row)
{
    mover().beginPlacing(movingOf(row));
    m_parts.agenda->setFocus(Qt::OtherFocusReason);
}

void ReceptionMoves::step(int step, const AppointmentRow &row)
{
    if (!mover().isActive())
        begin(row);
    if (mover().isActive())
        mover().step(static_cast<AgendaMover::Step>(step));
}

void ReceptionMoves::park(const AppointmentRow &row)
{
    const AppointmentId id = row.appointment.id;
    const QString text = m_models.shelf().park(row)
        ? MoveTexts::parked(row, m_models.clock())
        : tr("%1 is on the shelf already.").arg(MoveTexts::nameOf(row));
    m_parts.shelf->select(id);
    m_parts.messages->hint(text);
}

void ReceptionMoves::placeFromShelf()
{
    const AppointmentRow *const row = m_models.shelf().row(m_parts.shelf->current());
    const AgendaCursor cursor = m_parts.agenda->cursor();
    if (!row || !cursor.isValid() || mover().isActive())
        return;
    const AgendaMoving moving = movingOf(*row);
    const AgendaTarget target
        = AgendaMove(m_parts.agenda->scene(), moving)
              .exactly(cursor.doctor, cursor.start, cursor.start.addSecs(moving.seconds()));
    m_models.moves().begin(*row);
    if (!target.isAllowed())
        onRefused(target);
    else if (target.isSamePlace(moving))
        m_parts.messages->hint(tr("%1 is there already.").arg(MoveTexts::nameOf(*row)));
    else
        onWanted(target);
    m_models.moves().end();
}

void ReceptionMoves::onBegun(const AgendaMoving &moving)
{
    const AppointmentRow *const shown = m_models.day().row(moving.visit);
    const AppointmentRow *const row = shown ? shown : m_models.shelf().row(moving.visit);
    if (!row) {
        mover().cancel();
        return;
    }
    m_models.moves().begin(*row);
    m_parts.hint->setVisible(mover().state() == AgendaMover::State::Placing);
    refreshSteps();
}

void ReceptionMoves::onTarget(const AgendaTarget &target)
{
    if (mover().state() != AgendaMover::State::Placing || !m_models.moves().begun())
        return;
    QString text = tr("Moving %1: %2.", "patient, target")
                       .arg(MoveTexts::nameOf(*m_models.moves().begun()),
                            AgendaText::target(m_parts.agenda->scene(), target));
    const QString why = AgendaText::refusal(target);
    text += u' ' + (why.isEmpty() ? MoveTexts::placingKeys() : QString(why + u'.'));
    m_parts.hint->setColour(why.isEmpty() ? Token::Text : Token::Error);
    m_parts.hint->setText(text);
    announce(m_parts.hint, text);
}

void ReceptionMoves::onDragged(const QPoint &globalPosition)
{
    m_parts.shelf->setDropShown(isOverShelf(globalPosition));
    const QDate day = m_parts.month->isVisible() ? m_parts.month->dayAt(globalPosition) : QDate();
    if (day == m_dayUnderPointer)
        return;
    m_dayUnderPointer = day;
    if (day.isValid())
        m_dayTimer.start();
    else
        m_dayTimer.stop();
}

void ReceptionMoves::onDroppedOutside(const AgendaMoving &moving, const QPoint &globalPosition)
{
    const auto &begun = m_models.moves().begun();
    if (begun && begun->appointment.id == moving.visit && isOverShelf(globalPosition)
        && m_models.shelf().indexOf(moving.visit) < 0)
        park(*begun);
}

void ReceptionMoves::onWanted(const AgendaTarget &target)
{
    const auto &begun = m_models.moves().begun();
    if (!begun)
        return;
    const AppointmentId id = begun->appointment.id;
    m_models.moves().commit({target.doctor, target.start, target.end});
    m_parts.agenda->selectVisit(id);
    m_parts.agenda->setFocus(Qt::OtherFocusReason);
}

void ReceptionMoves::onRefused(const AgendaTarget &target)
{
    const auto &begun = m_models.moves().begun();
    if (begun)
        m_parts.messages->hint(tr("%1 cannot go to %2. %3.", "patient, target, reason")
                                   .arg(MoveTexts::nameOf(*begun),
                                        AgendaText::target(m_parts.agenda->scene(), target),
                                        AgendaText::refusal(target)));
}

void ReceptionMoves::onEnded()
{
    m_dayTimer.stop();
    m_dayUnderPointer = {};
    m_parts.shelf->setDropShown(false);
    m_parts.hint->hide();
    m_models.moves().end();
    refreshSteps();
}

void ReceptionMoves::onCollided()
{
    auto *dialog = new CollisionDialog(m_models.moves(), m_models.catalogue(), m_models.clock(),
                                       m_host->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, m_parts.agenda,
            [agenda = m_parts.agenda] { agenda->setFocus(Qt::OtherFocusReason); });
    dialog->open();
}

void ReceptionMoves::onChangedElsewhere(const VisitChange &change)
{
    mover().cancel();
    m_parts.messages->hint(
        EventTexts::of(change, m_models.clock()) + u' ' + tr("Your move has ended."), 12);
}

AgendaMover &ReceptionMoves::mover() const
{
    return m_parts.agenda->mover();
}

AgendaMoving ReceptionMoves::movingOf(const AppointmentRow &row) const
{
    const Appointment &visit = row.appointment;
    return {visit.id, visit.doctor, visit.start.toUTC(), visit.end.toUTC(), MoveTexts::nameOf(row)};
}

bool ReceptionMoves::isOverShelf(const QPoint &globalPosition) const
{
    const ShelfList *const shelf = m_parts.shelf;
    return shelf->isVisible() && shelf->rect().contains(shelf->mapFromGlobal(globalPosition));
}

} // namespace ClinicDesk
