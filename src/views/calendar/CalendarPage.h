#pragma once

#include "models/AppointmentCommands.h"
#include "views/shell/Page.h"
#include "widgets/agenda/AgendaTypes.h"

namespace ClinicDesk {

class AgendaView;
class CalendarViews;
class DayHeader;
struct FreeSlot;
class Messages;
class MonthGrid;
class PatientActions;
class ReceptionActions;
class ReceptionModels;
class ReceptionMoves;
class ReceptionSidebar;
class TextLabel;
class ViewActions;
class VisitCommands;
class VisitFinder;
class VisitStrip;

/// A day, a week or a month of visits, with the card of the open one below. Current is the visit
/// that the card names, else the one under the grid's cursor; the card follows what is selected in
/// the grid, and what is opened from elsewhere is selected there and scrolled into sight.
class CalendarPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CalendarPage)
public:
    struct Actions
    {
        ReceptionActions &reception;
        ViewActions &views;
        PatientActions &patient;
    };

    /// `sidebar` stands beside the page: its month, doctors and shelf belong to this calendar.
    CalendarPage(ReceptionModels &models, const Actions &actions, ReceptionSidebar &sidebar,
                 Messages &messages, QWidget *parent);

    void addMenus(QMenuBar &bar) override;
    void focusFirst() override;
    bool stepBack() override;
    [[nodiscard]] QList<Pane> panes() override;
    [[nodiscard]] KeyGroup otherKeys() const override;

    [[nodiscard]] CalendarViews &views() { return *m_views; }
    [[nodiscard]] bool namesCurrent() const override { return isCardOpen(); }
    /// Its found visit is opened here.
    [[nodiscard]] VisitFinder &finder() { return *m_finder; }
    [[nodiscard]] AgendaView &agenda() { return *m_agenda; }
    /// The cursor's slot, as long as the visit type takes or the selection says.
    [[nodiscard]] FreeSlot slotAt(DoctorId doctor, const QDateTime &start, int minutes) const;
    [[nodiscard]] bool isCardOpen() const;
    /// Esc while something is being moved; false: nothing is.
    bool cancelMove();
    /// A low window: the header gives way to an open card.
    void setLow(bool low);
    /// Narrower than this, the card would be cut.
    [[nodiscard]] int minimumPageWidth() const;

Q_SIGNALS:
    /// On free time: a letter typed, or "Book here".
    void bookingWanted(const QString &typed);
    void recordWanted(ClinicDesk::PatientId patient);
    /// The card was opened or closed: the page needs other room.
    void fitNeeded();

protected:
    [[nodiscard]] bool bringIntoSight() override;
    [[nodiscard]] QString whyNot() const override;

private:
    void build(const Actions &actions, ReceptionSidebar &sidebar);
    void addVisitCommands();
    void connectAgenda();
    void connectCard();
    void connectModels();
    void refreshCurrent();
    void openVisit(AppointmentId id);
    void follow(AppointmentId id);
    /// Doctors and cancelled visits may be hidden: what is opened is not.
    void reveal(const AppointmentRow &row);
    void showContextMenu(const QPoint &at);

    ReceptionModels &m_models;
    Actions m_actions;
    ReceptionSidebar &m_sidebar;
    Messages &m_messages;
    DayHeader *m_header = nullptr;
    AgendaView *m_agenda = nullptr;
    MonthGrid *m_month = nullptr;
    TextLabel *m_moveHint = nullptr;
    VisitStrip *m_card = nullptr;
    CalendarViews *m_views = nullptr;
    VisitFinder *m_finder = nullptr;
    VisitCommands *m_commands = nullptr;
    ReceptionMoves *m_moves = nullptr;
};

} // namespace ClinicDesk
