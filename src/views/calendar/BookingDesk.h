#pragma once

#include "domain/Appointment.h"
#include "domain/Patient.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

class QAction;

namespace ClinicDesk {

struct BookedVisit;
class BookingPanel;
class CalendarPage;
struct Current;
struct FreeSlot;
class Messages;
class ReceptionActions;
class ReceptionModels;

/// The ways to a booking: by key, at a free time, for somebody found, as a walk-in, in words; and
/// what follows it. The panel stands beside every page, so it names its patient itself; a booking
/// begun from a page is for whom that page names. GUI thread.
class BookingDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BookingDesk)
public:
    struct Parts
    {
        BookingPanel *panel;
        CalendarPage *calendar;
        Messages *messages;
    };

    BookingDesk(ReceptionModels &models, const ReceptionActions &actions, const Parts &parts,
                QObject *parent);

    void beginFor(const PatientMatch &patient);
    /// `typed` goes into the names.
    void beginNewPatient(const QString &typed = {});
    /// "kim soo osei wed 9:40 20m", of Ctrl+K.
    void beginInWords(const QString &words);
    /// Ctrl+N, for whom the shown page names on a card or in a record; nobody: `patient` is empty.
    void begin(const std::optional<PatientMatch> &patient);
    /// Enables what can be done now.
    void refreshCommands();
    /// The panel is open, although it may be hidden where there is no room.
    [[nodiscard]] bool isPanelWanted() const { return m_isPanelWanted; }
    /// Whom the panel names, while it has the focus.
    [[nodiscard]] std::optional<PatientId> patientInFocus() const;

Q_SIGNALS:
    /// The panel opens or closes.
    void fitNeeded();

private:
    void connectActions();
    void connectPanel();
    void connectWalkIn();
    void beginWalkIn();
    void beginAtCursor(const QString &typed);
    void beginAtSlot(DoctorId doctor, const QDateTime &start, int minutes);
    void onBooked(const BookedVisit &visit);
    void offerCheckIn();
    /// Its key and button act on what is current: another one, and the message goes.
    void withdrawOffer();
    [[nodiscard]] bool isCurrent(AppointmentId visit) const;
    void rememberOpener();
    void returnFocus();
    [[nodiscard]] DoctorId doctorHere() const;

    ReceptionModels &m_models;
    const ReceptionActions &m_actions;
    Parts m_parts;
    QPointer<QWidget> m_opener; ///< gets the focus back when the panel closes
    AppointmentId m_walkedIn; ///< booked into a running slot, its row is on its way
    QAction *m_checkInOffered; ///< the message's button: checks the named one in from anywhere
    AppointmentId m_offered; ///< for being checked in, by the message of this text
    QString m_offerText;
    bool m_isPanelWanted = false;
};

} // namespace ClinicDesk
