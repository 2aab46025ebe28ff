#include "views/login/ServerTestView.h"

#include "widgets/Announce.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ServerTestView::ServerTestView(const ServerTest &test, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"serverTestView"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    const QList<ServerTest::Step> steps = ServerTest::steps();
    for (int row = 0; row < steps.size(); ++row) {
        Line line {new QLabel(this), new QLabel(this)};
        line.text->setObjectName(u"step%1"_s.arg(row));
        line.text->setTextFormat(Qt::PlainText);
        line.text->setWordWrap(true);
        line.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(line.icon, row, 0, Qt::AlignTop);
        grid->addWidget(line.text, row, 1);
        m_lines.insert(steps.at(row), line);
    }
    connect(&test, &ServerTest::stepChanged, this, &ServerTestView::showStep);
    restyle();
    hide();
}

void ServerTestView::showStep(ServerTest::Step step, ServerTest::State state, const QString &text)
{
    Line &line = m_lines[step];
    line.state = state;
    line.text->setText(text);
    restyle(line);
    show();
    if (state == ServerTest::State::Failed)
        announce(line.text, text);
}

void ServerTestView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void ServerTestView::restyle()
{
    const Theme &theme = Theme::of(this);
    static_cast<QGridLayout *>(layout())->setHorizontalSpacing(theme.px(8));
    static_cast<QGridLayout *>(layout())->setVerticalSpacing(theme.px(4));
    for (const Line &line : std::as_const(m_lines))
        restyle(line);
}

void ServerTestView::restyle(const Line &line)
{
    struct Look
    {
        IconName icon;
        Token colour;
        Token text;
    };
    const Look look = [&]() -> Look {
        switch (line.state) {
        case ServerTest::State::Waiting:
        case ServerTest::State::Skipped:
            return {IconName::Minus, Token::DisabledText, Token::SecondaryText};
        case ServerTest::State::Running:
            return {IconName::Clock, Token::Information, Token::Text};
        case ServerTest::State::Passed:
            return {IconName::Tick, Token::Success, Token::Text};
        case ServerTest::State::Warning:
            return {IconName::Alert, Token::Warning, Token::Text};
        case ServerTest::State::Failed:
            return {IconName::Cross, Token::Error, Token::Error};
        }
        Q_UNREACHABLE();
    }();
    const Theme &theme = Theme::of(this);
    line.icon->setPixmap(
        iconPixmap(look.icon, theme.px(20), theme.colour(look.colour), devicePixelRatioF()));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme.colour(look.text));
    line.text->setPalette(colours);
}

} // namespace ClinicDesk
