#pragma once

#include "domain/Appointment.h"

#include <QWidget>

namespace ClinicDesk {

class ClinicClock;
class IdentityLabel;
class TextLabel;

/// Who is selected: name, birth date with age and number together, and the visit below. GUI thread.
class PatientBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientBar)
public:
    explicit PatientBar(QWidget *parent = nullptr);

    void setAppointment(const AppointmentRow &row, const ClinicClock &clock);
    void clear();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    IdentityLabel *m_identity;
    TextLabel *m_visit;
};

} // namespace ClinicDesk
