#pragma once

#include "views/shell/Shell.h"

#include <optional>

namespace ClinicDesk {

struct AppointmentRow;
class BookingDesk;
class BookingPanel;
class CalendarPage;
class PatientActions;
struct PatientMatch;
class ReceptionActions;
class ReceptionModels;
class ReceptionNotices;
class ReceptionSidebar;
class ReceptionStatusBar;
class ReceptionTopBar;
class RecordPage;
class ViewActions;

/// The reception's desk: the calendar and a patient's record as pages, with the sidebar and the
/// booking panel beside both, and the search above. It shows models and calls them; the models must
/// outlive it. GUI thread.
class ReceptionWindow final : public Shell
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceptionWindow)
public:
    explicit ReceptionWindow(ReceptionModels &models, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QList<Pane> panes() override;
    void stepBack() override;

private:
    void build();
    void connectSearch();
    void connectCalendar();
    void connectRecord();
    void connectPalette();
    void fitParts();

    void onPatientFound(const PatientMatch &patient);
    void beginBooking();
    void openRecord(PatientId patient);
    void openRecordHere();
    void closeRecord();
    void say(const Error &error);
    [[nodiscard]] bool isRecordShown() const;
    /// Whom the open record or the open card names.
    [[nodiscard]] std::optional<PatientMatch> namedPatient() const;
    /// Whom F2 is about: found in the search, in the panel, or current.
    [[nodiscard]] PatientId patientHere() const;

    ReceptionModels &m_models;
    ReceptionActions *m_actions;
    PatientActions *m_patientActions;
    ViewActions *m_viewActions;
    ReceptionTopBar *m_topBar = nullptr;
    ReceptionSidebar *m_sidebar = nullptr;
    CalendarPage *m_calendar = nullptr;
    RecordPage *m_record = nullptr;
    BookingPanel *m_panel = nullptr;
    BookingDesk *m_booking = nullptr;
    ReceptionStatusBar *m_status = nullptr;
};

} // namespace ClinicDesk
