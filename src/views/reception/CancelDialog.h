#pragma once

#include "domain/Appointment.h"
#include "models/ClinicClock.h"

#include <QDialog>

#include <memory>

class QButtonGroup;

namespace ClinicDesk {

namespace Ui {
class ReceptionCancelDialog;
}

class FieldError;

/// Why an appointment is cancelled: 1 to 5 or own words, one of them needed. Open it with open().
class CancelDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CancelDialog)
public:
    CancelDialog(const AppointmentRow &row, const QString &doctorName, const ClinicClock &clock,
                 QWidget *parent);
    ~CancelDialog() override;

    void accept() override;

Q_SIGNALS:
    void confirmed(const ClinicDesk::AppointmentRow &row, const QString &reason);

private:
    void addReasons();
    [[nodiscard]] QString reason() const;

    AppointmentRow m_row;
    std::unique_ptr<Ui::ReceptionCancelDialog> m_ui;
    QButtonGroup *m_reasons;
    FieldError *m_problem;
};

} // namespace ClinicDesk
