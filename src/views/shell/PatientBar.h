#pragma once

#include "domain/Appointment.h"

#include <QWidget>

class QBoxLayout;

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
    /// Gives `other` a part of the card: to the right in two fifths of its width, or below the
    /// texts.
    void setBeside(QWidget *other);
    void setStacked(bool stacked);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    IdentityLabel *m_identity;
    TextLabel *m_visit;
    QBoxLayout *m_parts;
};

} // namespace ClinicDesk
