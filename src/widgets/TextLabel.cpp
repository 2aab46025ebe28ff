#include "widgets/TextLabel.h"

#include <QEvent>

namespace ClinicDesk {

TextLabel::TextLabel(TextRole role, Token colour, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
    , m_colour(colour)
{
    restyle();
}

TextLabel::TextLabel(const QString &text, TextRole role, Token colour, QWidget *parent)
    : TextLabel(role, colour, parent)
{
    setTextFormat(Qt::PlainText);
    QLabel::setText(text);
}

void TextLabel::setRole(TextRole role)
{
    m_role = role;
    restyle();
}

void TextLabel::setColour(Token colour)
{
    m_colour = colour;
    restyle();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void TextLabel::restyle()
{
    const Theme &theme = Theme::of(this);
    setFont(theme.font(m_role));
    QPalette colours = palette();
    colours.setColor(QPalette::Active, QPalette::WindowText, theme.colour(m_colour));
    colours.setColor(QPalette::Inactive, QPalette::WindowText, theme.colour(m_colour));
    setPalette(colours);
}

} // namespace ClinicDesk
