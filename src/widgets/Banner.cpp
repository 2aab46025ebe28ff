#include "widgets/Banner.h"

#include "widgets/Announce.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QTimer>

namespace ClinicDesk {

namespace {

struct ToneTokens
{
    Token fill;
    Token text;
    Token bar;
    IconName icon;
};

ToneTokens tokensOf(BannerTone tone)
{
    switch (tone) {
    case BannerTone::Error:
        return {Token::ErrorFill, Token::ErrorText, Token::Error, IconName::Alert};
    case BannerTone::Warning:
        return {Token::WarningFill, Token::WarningText, Token::Warning, IconName::Alert};
    case BannerTone::Success:
        return {Token::SuccessFill, Token::SuccessText, Token::Success, IconName::Tick};
    case BannerTone::Information:
        return {Token::InformationFill, Token::InformationText, Token::Information,
                IconName::Information};
    }
    Q_UNREACHABLE();
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_secondAction(new QPushButton(this))
    , m_parts(new QHBoxLayout(this))
    , m_actions(new QHBoxLayout)
    , m_timer(new QTimer(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_timer->setSingleShot(true);
    auto *text = new QHBoxLayout;
    text->addWidget(m_icon);
    text->addWidget(m_text, 1);
    m_actions->addStretch();
    m_actions->addWidget(m_action);
    m_actions->addWidget(m_secondAction);
    m_parts->addLayout(text, 1);
    m_parts->addLayout(m_actions);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_secondAction, &QPushButton::clicked, this, &Banner::secondActionTriggered);
    connect(m_timer, &QTimer::timeout, this, &Banner::clear);
    restyle();
    hide();
}

void Banner::present(BannerTone tone, const QString &text, const QString &action,
                     const QString &secondAction, int hideAfterMs)
{
    const bool news = m_text->text() != text || isHidden();
    m_tone = tone;
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_secondAction->setText(secondAction);
    m_secondAction->setVisible(!secondAction.isEmpty());
    m_timer->stop();
    if (hideAfterMs > 0)
        m_timer->start(hideAfterMs);
    restyle();
    arrange();
    show();
    if (news)
        announce(m_text, text);
}

void Banner::amend(const QString &text)
{
    if (!isHidden())
        m_text->setText(text);
}

void Banner::clear()
{
    m_timer->stop();
    m_text->clear();
    hide();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const ToneTokens tokens = tokensOf(m_tone);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(tokens.fill));
    painter.fillRect(0, height() - 1, width(), 1, theme.colour(tokens.bar));
    const QRect bar(0, 0, theme.px(4), height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), theme.colour(tokens.bar));
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Banner::arrange()
{
    const int left = width() - m_actions->sizeHint().width() - m_icon->sizeHint().width();
    const bool isNarrow = !m_action->isHidden() && left < Theme::of(this).px(240);
    m_parts->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void Banner::restyle()
{
    const Theme &theme = Theme::of(this);
    const ToneTokens tokens = tokensOf(m_tone);
    QPalette colours = m_text->palette();
    colours.setColor(QPalette::WindowText, theme.colour(tokens.text));
    m_text->setPalette(colours);
    m_icon->setPixmap(
        iconPixmap(tokens.icon, theme.px(20), theme.colour(tokens.bar), devicePixelRatioF()));
    layout()->setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8));
    for (QBoxLayout *row : findChildren<QBoxLayout *>())
        row->setSpacing(theme.px(12));
    update();
}

} // namespace ClinicDesk
