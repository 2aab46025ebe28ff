#pragma once

#include "widgets/theme/Theme.h"

#include <QLabel>

namespace ClinicDesk {

/// A label in one of the theme's sizes and colours; follows zoom and scheme.
class TextLabel : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextLabel)

public:
    explicit TextLabel(TextRole role, Token colour = Token::Text, QWidget *parent = nullptr);
    TextLabel(const QString &text, TextRole role, Token colour = Token::Text,
              QWidget *parent = nullptr);

    void setRole(TextRole role);
    void setColour(Token colour);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    TextRole m_role;
    Token m_colour;
};

} // namespace ClinicDesk
