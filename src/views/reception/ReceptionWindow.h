#pragma once

#include "domain/Appointment.h"
#include "views/reception/ViewActions.h"

#include <QAction>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

namespace ClinicDesk {

class AgendaView;
class Banner;
class BookingPanel;
struct BookedVisit;
class CancelDialog;
class DayHeader;
struct DoneCommand;
struct Error;
struct FreeSlot;
class PatientActions;
class MonthGrid;
struct PatientMatch;
class PatientRecordView;
class ReceptionActions;
class ReceptionModels;
class ReceptionMoves;
class ReceptionNotices;
class ReceptionSidebar;
class ReceptionStatusBar;
class ReceptionTopBar;
class TextLabel;
class Toast;
class VisitStrip;

/// The reception's desk: a day with a column a doctor, patient search, booking panel, and
/// everything by keyboard. It shows models and calls them; the models must outlive it. GUI thread.
class ReceptionWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceptionWindow)
public:
    explicit ReceptionWindow(ReceptionModels &models, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildPanes();
    void connectActions();
    void connectAgenda();
    void connectPanel();
    void connectModels();
    void connectNotices();
    void startClock();
    void connectPatients();

    void connectViews();
    void restoreViews();
    void setView(CalendarView view);
    void showDay(QDate day);
    void step(int direction);
    void onDayShown();
    void refreshColumns();
    void refreshHeader();
    void refreshMonth();
    void chooseWeekDoctor(DoctorId doctor);
    void stepWeekDoctor(int direction);
    void goToDate();
    void printDayList();
    void leaveMonth();
    [[nodiscard]] QList<std::pair<DoctorId, QString>> weekDoctors() const;
    [[nodiscard]] DoctorId weekDoctor() const;
    /// The pane in the middle that has the keys: grid or month.
    [[nodiscard]] QWidget *calendar() const;
    void refreshActions();
    void onConnection();
    void fitPanes();

    void connectBooking();
    void beginBooking();
    void beginWalkIn();
    void offerCheckIn();
    void changeRoom();
    void beginAtSlot(const QString &typed);
    void onSlotActivated(DoctorId doctor, const QDateTime &start, int minutes);
    void onPatientFound(const PatientMatch &patient);
    void goToVisit(PatientId patient, const QDateTime &start);
    void openVisit(AppointmentId id);
    void onBooked(const BookedVisit &visit);
    void onDone(const DoneCommand &command);
    void onNotDone(const DoneCommand &wanted, const Error &error);
    void onFailed(const Error &error);
    /// A message, with what Ctrl+Z or Ctrl+Shift+Z does about it where there is something.
    void say(const QString &text, QAction *action = nullptr, const QString &label = {});
    void cancelVisit();
    void openRecord(PatientId patient);
    void openRecordHere();
    void closeRecord();
    void openCard();
    void refreshPatientActions(const QString &whyReadOnly);
    void showContextMenu(const QPoint &at);
    void openPalette();
    void bookInWords(const QString &words);
    void showKeys();
    void focusNextPane();
    void rememberOpener();
    void returnFocus();
    void goBack();

    [[nodiscard]] PatientId patientHere() const;
    [[nodiscard]] const AppointmentRow *currentRow() const;
    [[nodiscard]] FreeSlot slotAt(DoctorId doctor, const QDateTime &start, int minutes) const;

    ReceptionModels &m_models;
    ReceptionActions *m_actions;
    PatientActions *m_patientActions;
    ViewActions *m_viewActions;
    ReceptionTopBar *m_topBar = nullptr;
    Banner *m_banner = nullptr;
    ReceptionSidebar *m_sidebar = nullptr;
    DayHeader *m_header = nullptr;
    AgendaView *m_agenda = nullptr;
    MonthGrid *m_month = nullptr;
    VisitStrip *m_strip = nullptr;
    QWidget *m_middle = nullptr; ///< the day, with its header and the open appointment
    PatientRecordView *m_record = nullptr; ///< in its place while a record is open
    BookingPanel *m_panel = nullptr;
    ReceptionStatusBar *m_status = nullptr;
    Toast *m_toast = nullptr;
    QPointer<CancelDialog> m_cancelDialog; ///< while it is open
    QPointer<QWidget> m_recordOpener;
    TextLabel *m_moveHint = nullptr;
    ReceptionMoves *m_moves = nullptr;
    ReceptionNotices *m_notices = nullptr;
    QPointer<QWidget> m_opener; ///< gets the focus back when the panel closes
    QTimer m_tick;
    QPointer<QAction> m_toastAction; ///< what the message's button does
    PatientId m_wantedPatient; ///< whose visit is selected as soon as its day is shown
    QDateTime m_wantedStart;
    AppointmentId m_walkedIn; ///< booked into a running slot, its row is on its way
    bool m_panelWanted = false;
    CalendarView m_view = CalendarView::Day;
    QDate m_shown; ///< the day meant: shown, within the week, or chosen in the month
    DoctorId m_weekDoctor;
    AppointmentId m_keptVisit; ///< selected again after a change of view
};

} // namespace ClinicDesk
