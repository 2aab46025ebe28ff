#pragma once

#include "domain/Appointment.h"
#include "views/visits/VisitTexts.h"

#include <QDialog>

#include <memory>

class QButtonGroup;

namespace ClinicDesk {

namespace Ui {
class ReceptionCancelDialog;
}

class FieldError;
class VisitSending;

/// Why an appointment is cancelled: 1 to 5 or own words, one of them needed. What another desk
/// changes meanwhile has to be looked at first; it closes when the appointment is cancelled, so
/// that what was typed outlasts a refusal. Open it with open().
class CancelDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CancelDialog)
public:
    /// `visit` is open, and becomes the dialog's.
    CancelDialog(OpenVisit &visit, const VisitTexts::DoctorName &doctorName,
                 const ClinicClock &clock, QWidget *parent);
    ~CancelDialog() override;

    /// Asks for the cancelling; `confirmed` once, until refuse().
    void accept() override;

    [[nodiscard]] AppointmentId visit() const;
    [[nodiscard]] bool isSending() const;
    /// It was not cancelled, and why.
    void refuse(const QString &why);
    /// No connection, and since when; empty: there is one.
    void setReadOnly(const QString &why);

Q_SIGNALS:
    void confirmed(const ClinicDesk::AppointmentRow &row, const QString &reason);

private:
    void addReasons();
    [[nodiscard]] QString reason() const;

    OpenVisit &m_visit;
    std::unique_ptr<Ui::ReceptionCancelDialog> m_ui;
    QButtonGroup *m_reasons;
    FieldError *m_problem;
    VisitSending *m_sending;
};

} // namespace ClinicDesk
