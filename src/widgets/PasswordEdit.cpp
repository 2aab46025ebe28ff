#include "widgets/PasswordEdit.h"

#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace ClinicDesk {

PasswordEdit::PasswordEdit(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_show(new QToolButton(this))
{
    m_field->setObjectName(name);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMaxLength(200);
    m_field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoAutoUppercase
                                 | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_show->setText(tr("Show"));
    m_show->setToolTip(tr("Show the password"));
    m_show->setAccessibleName(m_show->toolTip());
    m_show->setCheckable(true);
    m_show->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_field, 1);
    row->addWidget(m_show);
    setFocusProxy(m_field);
    connect(m_show, &QToolButton::toggled, m_field, [this](bool shown) {
        m_field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        m_field->setFocus();
    });
    restyle();
}

QString PasswordEdit::text() const
{
    return m_field->text();
}

void PasswordEdit::clear()
{
    m_field->clear();
    m_field->setEchoMode(QLineEdit::Password);
    const QSignalBlocker quiet(m_show);
    m_show->setChecked(false);
}

void PasswordEdit::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void PasswordEdit::restyle()
{
    m_show->setIcon(icon(IconName::Eye));
    layout()->setSpacing(Theme::of(this).px(8));
}

} // namespace ClinicDesk
