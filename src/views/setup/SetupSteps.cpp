#include "views/setup/SetupSteps.h"

#include "widgets/Announce.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QEvent>
#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

SetupSteps::SetupSteps(SetupModel &model, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    const Theme &theme = Theme::of(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.px(12));
    m_grid->setVerticalSpacing(theme.px(12));
    m_grid->setColumnStretch(1, 1);
    m_grid->setRowStretch(20, 1);
    connect(&model, &SetupModel::stepChanged, this, &SetupSteps::showStep);
}

void SetupSteps::showStep(SetupModel::Step step, SetupModel::State state)
{
    if (step == SetupModel::Step::Create && state == SetupModel::State::Waiting) {
        for (const Line &line : std::as_const(m_lines)) {
            delete line.icon;
            delete line.text;
        }
        m_lines.clear();
    }
    if (!m_lines.contains(step)) {
        const Line line {
            new QLabel(this),
            new TextLabel(SetupModel::stepName(step), TextRole::Body, Token::Text, this)};
        line.text->setWordWrap(true);
        m_grid->addWidget(line.icon, int(step), 0, Qt::AlignTop);
        m_grid->addWidget(line.text, int(step), 1);
        m_lines.insert(step, line);
    }
    Line &line = m_lines[step];
    line.state = state;
    restyle(line);
    if (state == SetupModel::State::Running)
        announce(line.text, SetupModel::stepName(step));
}

void SetupSteps::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        for (const Line &line : std::as_const(m_lines))
            restyle(line);
    }
}

void SetupSteps::restyle(const Line &line)
{
    struct Look
    {
        IconName icon;
        Token colour;
        QString word;
    };
    const Look look = [&]() -> Look {
        switch (line.state) {
        case SetupModel::State::Waiting:
            return {IconName::Minus, Token::DisabledText, tr("waiting")};
        case SetupModel::State::Running:
            return {IconName::Clock, Token::Information, tr("running")};
        case SetupModel::State::Passed:
            return {IconName::Tick, Token::Success, tr("done")};
        case SetupModel::State::Failed:
            return {IconName::Cross, Token::Error, tr("failed")};
        }
        Q_UNREACHABLE();
    }();
    const Theme &theme = Theme::of(this);
    line.icon->setPixmap(
        iconPixmap(look.icon, theme.px(20), theme.colour(look.colour), devicePixelRatioF()));
    line.icon->setAccessibleName(look.word);
    line.text->setRole(line.state == SetupModel::State::Running ? TextRole::BodyStrong
                                                                : TextRole::Body);
    line.text->setColour(line.state == SetupModel::State::Waiting ? Token::SecondaryText
                                                                  : Token::Text);
}

} // namespace ClinicDesk
