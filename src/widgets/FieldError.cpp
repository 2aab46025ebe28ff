#include "widgets/FieldError.h"

#include "widgets/Announce.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QEvent>
#include <QHBoxLayout>

namespace ClinicDesk {

FieldError::FieldError(QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_icon(new QLabel(this))
    , m_text(new TextLabel({}, TextRole::SlotDetail, Token::Error, this))
{
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(4);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1, Qt::AlignTop);
    restyle();
    hide();
}

void FieldError::setText(const QString &text)
{
    if (m_text->text() == text)
        return;
    m_text->setText(text);
    setVisible(!text.isEmpty());
    if (!m_field)
        return;
    m_field->setProperty("clinicInvalid", !text.isEmpty());
    m_field->setAccessibleDescription(text);
    m_field->update();
    announce(m_text, text);
}

QString FieldError::text() const
{
    return m_text->text();
}

void FieldError::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void FieldError::restyle()
{
    const Theme &theme = Theme::of(this);
    m_icon->setPixmap(
        iconPixmap(IconName::Alert, theme.px(16), theme.colour(Token::Error), devicePixelRatioF()));
}

} // namespace ClinicDesk
