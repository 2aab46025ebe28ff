#pragma once

#include <QWidget>

namespace ClinicDesk {

class ReceptionModels;
class TextLabel;

/// Who waits, and what the marks in the grid mean; the legend gives way where the room is short.
class ReceptionStatusBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceptionStatusBar)
public:
    explicit ReceptionStatusBar(ReceptionModels &models, QWidget *parent = nullptr);

    /// Speaks, without showing, what just happened.
    [[nodiscard]] TextLabel &waiting() { return *m_waiting; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fitLegend();

    ReceptionModels &m_models;
    TextLabel *m_waiting;
    QWidget *m_legend;
};

} // namespace ClinicDesk
