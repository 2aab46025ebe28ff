#pragma once

#include <QWidget>

class QLabel;

namespace ClinicDesk {

class DoctorModels;

/// Whose desk it is, whether it is live, and the clinic's zone where the computer keeps another.
/// GUI thread.
class DoctorHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoctorHeader)
public:
    explicit DoctorHeader(DoctorModels &models, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showConnection();
    void restyle();
    /// Empty where the computer keeps the clinic's time.
    [[nodiscard]] QString foreignZoneText() const;

    DoctorModels &m_models;
    QLabel *m_doctor;
    QLabel *m_zone;
    QLabel *m_liveIcon;
    QLabel *m_live;
};

} // namespace ClinicDesk
