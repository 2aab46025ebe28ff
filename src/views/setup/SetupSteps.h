#pragma once

#include "models/SetupModel.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QGridLayout;

namespace ClinicDesk {

class TextLabel;

/// The ticked list of what is being made. GUI thread.
class SetupSteps final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupSteps)
public:
    explicit SetupSteps(SetupModel &model, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        QLabel *icon = nullptr;
        TextLabel *text = nullptr;
        SetupModel::State state = SetupModel::State::Waiting;
    };
    void showStep(SetupModel::Step step, SetupModel::State state);
    void restyle(const Line &line);

    QGridLayout *m_grid;
    QMap<SetupModel::Step, Line> m_lines;
};

} // namespace ClinicDesk
