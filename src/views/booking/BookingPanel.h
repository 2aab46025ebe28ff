#pragma once

#include "models/AppointmentCommands.h"
#include "models/BookingModel.h"

#include <QFrame>
#include <QPointer>

class QStackedWidget;

namespace ClinicDesk {

class BookingForm;
class NewPatientForm;
class ReceptionModels;
class TextLabel;

/// The docked panel of a booking: the form, the new patient's form, and after it the read-back,
/// which stays until the next booking begins. GUI thread.
class BookingPanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BookingPanel)
public:
    explicit BookingPanel(ReceptionModels &models, QWidget *parent = nullptr);

    /// A booking without a time yet; an open one is kept and gets the focus.
    void beginBooking(DoctorId doctor);
    /// A booking at this time; `typed` are the first letters of the patient.
    void beginAt(const FreeSlot &slot, const QString &typed);
    /// A booking for a known patient.
    void beginFor(const PatientMatch &patient, DoctorId doctor);
    /// The new patient's form first (Ctrl+Shift+N); `typed` goes into its names.
    void beginNewPatient(DoctorId doctor, const QString &typed = {});
    [[nodiscard]] BookingForm &form() { return *m_form; }
    /// Esc: closes the patient list, then frees the time, then closes the panel.
    void stepBack();

Q_SIGNALS:
    /// Opened, finished or closed: the owner shows or hides it and gives the focus back.
    void opened();
    void closed();
    void booked(const ClinicDesk::BookedVisit &visit);

private:
    void addReadBack();
    void addForms();
    void open(DoctorId doctor);
    void onBooked(const BookedVisit &visit);
    void onDone(const DoneCommand &command);
    void showNext(bool canTakeBack);
    void onCollided();
    void showForm();
    void showNewPatient(const QString &typed);
    void refreshWritable();

    ReceptionModels &m_models;
    TextLabel *m_title;
    QStackedWidget *m_pages;
    QWidget *m_readBack = nullptr;
    TextLabel *m_readBackTime = nullptr;
    TextLabel *m_readBackPatient = nullptr;
    TextLabel *m_readBackNext = nullptr;
    AppointmentId m_readBackVisit;
    BookingForm *m_form = nullptr;
    NewPatientForm *m_newPatient = nullptr;
};

} // namespace ClinicDesk
