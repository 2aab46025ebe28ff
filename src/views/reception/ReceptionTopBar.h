#pragma once

#include <QWidget>

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
    ReceptionTopBar(ReceptionModels &models, const ReceptionActions &actions,
                    QWidget *parent = nullptr);

    [[nodiscard]] PatientPicker &search() { return *m_search; }

private:
    void refreshLive();

    ReceptionModels &m_models;
    PatientPicker *m_search;
    TextLabel *m_live;
};

} // namespace ClinicDesk
