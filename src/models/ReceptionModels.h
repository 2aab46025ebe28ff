#pragma once

#include "models/AppointmentCommands.h"
#include "models/BookingModel.h"
#include "models/Catalogue.h"
#include "models/ConnectionModel.h"
#include "models/DayModel.h"
#include "models/DeskView.h"
#include "models/LoadModel.h"
#include "models/MoveModel.h"
#include "models/NotificationsModel.h"
#include "models/OpenVisit.h"
#include "models/Outcomes.h"
#include "models/PatientCardModel.h"
#include "models/PatientFormModel.h"
#include "models/PatientRecordModel.h"
#include "models/PatientSearchModel.h"
#include "models/PatientVisitsModel.h"
#include "models/PendingRequests.h"
#include "models/RoomChange.h"
#include "models/ShelfModel.h"
#include "models/VisitOverride.h"
#include "models/WalkIn.h"

namespace ClinicDesk {

class Services;

/// Everything the reception's window shows and does, wired together. The services must outlive it.
/// GUI thread.
class ReceptionModels final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceptionModels)
public:
    ReceptionModels(Services &services, const Session &session, QObject *parent = nullptr);

    /// Reads the catalogue and today.
    void start();

    [[nodiscard]] const Session &session() const { return m_session; }
    [[nodiscard]] const ClinicClock &clock() const { return m_clock; }
    [[nodiscard]] ConnectionModel &connection() { return m_connection; }
    [[nodiscard]] Catalogue &catalogue() { return m_catalogue; }
    [[nodiscard]] DayModel &day() { return m_day; }
    [[nodiscard]] LoadModel &load() { return m_load; }
    /// What this computer keeps of what is looked at; attach it before the window is made.
    [[nodiscard]] DeskView &deskView() { return m_deskView; }
    /// Of the search field above, and of the booking panel's patient field.
    [[nodiscard]] PatientSearchModel &search() { return m_search; }
    [[nodiscard]] PatientSearchModel &bookingSearch() { return m_bookingSearch; }
    /// Of Ctrl+K.
    [[nodiscard]] PatientSearchModel &paletteSearch() { return m_paletteSearch; }
    [[nodiscard]] BookingModel &booking() { return m_booking; }
    [[nodiscard]] PatientFormModel &patientForm() { return m_patientForm; }
    [[nodiscard]] PatientRecordModel &record() { return m_record; }
    [[nodiscard]] PatientVisitsModel &visits() { return m_visits; }
    [[nodiscard]] PatientCardModel &card() { return m_card; }
    [[nodiscard]] AppointmentCommands &commands() { return m_commands; }
    [[nodiscard]] MoveModel &moves() { return m_moves; }
    [[nodiscard]] RoomChange &roomChange() { return m_roomChange; }
    [[nodiscard]] WalkIn &walkIn() { return m_walkIn; }
    /// Of the open visit.
    [[nodiscard]] VisitOverride &visitOverride() { return m_visitOverride; }
    [[nodiscard]] ShelfModel &shelf() { return m_shelf; }
    [[nodiscard]] NotificationsModel &notifications() { return m_notifications; }
    [[nodiscard]] PendingRequests &requests() { return m_requests; }
    /// For a form that shows a visit: told of what this window and others do to it.
    [[nodiscard]] OpenVisit *makeOpenVisit(QObject *owner);
    /// Where this appointment is now; visitFound() follows, or findFailed().
    void findVisit(AppointmentId id);

Q_SIGNALS:
    void visitFound(const ClinicDesk::AppointmentRow &row);
    void findFailed(const ClinicDesk::Error &error);

private:
    void connectSearches();

    Services &m_services;
    Session m_session;
    ClinicClock m_clock;
    ConnectionModel m_connection;
    Catalogue m_catalogue;
    DayModel m_day;
    LoadModel m_load;
    DeskView m_deskView;
    PatientSearchModel m_search;
    PatientSearchModel m_bookingSearch;
    PatientSearchModel m_paletteSearch;
    BookingModel m_booking;
    PatientFormModel m_patientForm;
    PatientRecordModel m_record;
    PatientVisitsModel m_visits;
    PatientCardModel m_card;
    AppointmentCommands m_commands;
    MoveModel m_moves;
    RoomChange m_roomChange;
    WalkIn m_walkIn;
    VisitOverride m_visitOverride;
    ShelfModel m_shelf;
    NotificationsModel m_notifications;
    PendingRequests m_requests;
    Outcomes m_outcomes;
};

} // namespace ClinicDesk
