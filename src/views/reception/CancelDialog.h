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
class StaleNotice;

/// Why an appointment is cancelled: 1 to 5 or own words, one of them needed. What another desk
/// changes meanwhile has to be looked at first; what was typed stays. Open it with open().
class CancelDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CancelDialog)
public:
    /// `visit` is open, and becomes the dialog's.
    CancelDialog(OpenVisit &visit, const VisitTexts::DoctorName &doctorName,
                 const ClinicClock &clock, QWidget *parent);
    ~CancelDialog() override;

    void accept() override;

Q_SIGNALS:
    void confirmed(const ClinicDesk::AppointmentRow &row, const QString &reason);

private:
    void addReasons();
    void follow();
    [[nodiscard]] QString reason() const;

    OpenVisit &m_visit;
    StaleNotice *m_notice;
    std::unique_ptr<Ui::ReceptionCancelDialog> m_ui;
    QButtonGroup *m_reasons;
    FieldError *m_problem;
};

} // namespace ClinicDesk
