#pragma once

#include "models/BookingModel.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace ClinicDesk {

class FieldError;
class FormScroll;
class OfferList;
class OverrideRow;
class PatientPicker;
class PatientSearchModel;
class RoomField;
class TextLabel;

/// The fields of a booking: patient, doctor, type, room, reason, free times, Book. Enter goes on to
/// what is still to be decided. GUI thread.
class BookingForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BookingForm)
public:
    BookingForm(BookingModel &model, Catalogue &catalogue, PatientSearchModel &search,
                const ClinicClock &clock, QWidget *parent = nullptr);

    [[nodiscard]] PatientPicker &picker() { return *m_picker; }
    /// An empty form with the focus in the patient's field.
    void begin();
    /// Where Enter would go next.
    void focusNext();
    void chooseSuggestion(int index);
    /// The reason for booking against a rule, where the chosen time needs one.
    [[nodiscard]] OverrideRow &overrideRow() { return *m_override; }
    /// Empty: writable; else why nothing can be booked now.
    void setReadOnlyReason(const QString &why);

Q_SIGNALS:
    void newPatientWanted(const QString &typed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addPatient();
    void addChoices();
    void addTimes();
    void addBook();
    void connectModel();
    void fillChoices();
    void refresh();
    void refreshPatient();
    void refreshOffers();
    void refreshBook();
    [[nodiscard]] QString bookText() const;
    void showProblem(FieldError *at, BookingModel::Field field);
    void onEnter(QObject *at);
    void onRefused(BookingModel::Field field);

    BookingModel &m_model;
    Catalogue &m_catalogue;
    ClinicClock m_clock;
    PatientPicker *m_picker;
    QWidget *m_fields; ///< what scrolls; the chosen time and Book stand below it
    FormScroll *m_scroll;
    TextLabel *m_born = nullptr;
    FieldError *m_patientProblem = nullptr;
    QComboBox *m_doctor = nullptr;
    FieldError *m_doctorProblem = nullptr;
    QComboBox *m_type = nullptr;
    RoomField *m_room = nullptr;
    FieldError *m_roomProblem = nullptr;
    QLineEdit *m_reason = nullptr;
    OfferList *m_offers = nullptr;
    FieldError *m_slotProblem = nullptr;
    OverrideRow *m_override = nullptr;
    TextLabel *m_chosen = nullptr;
    TextLabel *m_formProblem = nullptr;
    QPushButton *m_book = nullptr;
    QString m_whyReadOnly;
    bool m_enterWaits = false; ///< an Enter came before the free times did
};

} // namespace ClinicDesk
