#pragma once

#include <QWidget>

class QPushButton;

namespace ClinicDesk {

class PatientPicker;
class ReceptionActions;
class ReceptionModels;
class TextLabel;

/// Search, Book, whether the screen is live, and whose desk this is. GUI thread.
class ReceptionTopBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceptionTopBar)
public:
    /// `bell` is shown among the rest.
    ReceptionTopBar(ReceptionModels &models, const ReceptionActions &actions, QPushButton &bell,
                    QWidget *parent = nullptr);

    [[nodiscard]] PatientPicker &search() { return *m_search; }
    /// "Pending 3": its list opens below it.
    [[nodiscard]] QPushButton &requests() { return *m_requests; }

protected:
    bool event(QEvent *event) override;

private:
    /// What says least gives way where large text leaves no room.
    void fitParts();
    void refreshLive();

    ReceptionModels &m_models;
    PatientPicker *m_search;
    TextLabel *m_live;
    QPushButton *m_requests;
    TextLabel *m_clinic;
    TextLabel *m_who;
};

} // namespace ClinicDesk
