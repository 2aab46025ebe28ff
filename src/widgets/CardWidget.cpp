#include "widgets/CardWidget.h"

#include "widgets/TextLabel.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ClinicDesk {

CardWidget::CardWidget(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(title, TextRole::Section, Token::Text, this))
    , m_header(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    m_header->addWidget(m_title, 1);
    auto *whole = new QVBoxLayout(this);
    whole->addLayout(m_header);
    whole->addLayout(m_body, 1);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
    restyle();
}

void CardWidget::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void CardWidget::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void CardWidget::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colour(Token::Border));
    painter.setBrush(theme.colour(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void CardWidget::restyle()
{
    const Theme &theme = Theme::of(this);
    const int margin = theme.px(16);
    layout()->setContentsMargins(margin, theme.px(12), margin, margin);
    layout()->setSpacing(theme.px(12));
    m_header->setSpacing(theme.px(8));
    m_body->setSpacing(theme.px(8));
    update();
}

} // namespace ClinicDesk
