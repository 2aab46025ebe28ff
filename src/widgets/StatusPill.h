#pragma once

#include "domain/Appointment.h"

#include <QWidget>

namespace ClinicDesk {

/// An appointment's status as icon and word on its colour.
class StatusPill final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusPill)

public:
    explicit StatusPill(QWidget *parent = nullptr);

    void setStatus(AppointmentStatus status, bool checkedIn = false);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    AppointmentStatus m_status = AppointmentStatus::Pending;
    bool m_checkedIn = false;
};

} // namespace ClinicDesk
