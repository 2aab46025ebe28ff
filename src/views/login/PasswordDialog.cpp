#include "views/login/PasswordDialog.h"

#include "models/PasswordModel.h"
#include "widgets/FieldError.h"
#include "widgets/PasswordEdit.h"
#include "widgets/TextLabel.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

PasswordDialog::PasswordDialog(std::unique_ptr<PasswordModel> model, QWidget *parent)
    : QDialog(parent)
    , m_model(std::move(model))
    , m_change(new QPushButton(tr("&Change password"), this))
    , m_other(new TextLabel(TextRole::Body, Token::Error, this))
{
    setObjectName(u"passwordDialog"_s);
    setWindowTitle(tr("Change your password"));
    const Theme &theme = Theme::of(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16));
    column->setSpacing(theme.px(4));
    m_current = addField(*column, tr("&Present password"), u"currentPassword"_s);
    m_new = addField(*column, tr("&New password"), u"newPassword"_s);
    auto *rule = new TextLabel(PasswordModel::rule(), TextRole::Body, Token::SecondaryText, this);
    rule->setWordWrap(true);
    m_new.edit->field()->setAccessibleDescription(PasswordModel::rule());
    column->addWidget(rule);
    m_repeat = addField(*column, tr("New password &again"), u"repeatPassword"_s);
    m_other->setWordWrap(true);
    m_other->hide();
    column->addWidget(m_other);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_change->setObjectName(u"changePasswordButton"_s);
    m_change->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, theme.px(16), 0, 0);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_change);
    column->addLayout(buttons);
    column->setSizeConstraint(QLayout::SetMinimumSize);
    setMinimumWidth(theme.px(400));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_change, &QPushButton::clicked, this, &PasswordDialog::change);
    connect(m_model.get(), &PasswordModel::refused, this, &PasswordDialog::showRefusal);
    connect(m_model.get(), &PasswordModel::changed, this, &QDialog::accept);
    connect(m_model.get(), &PasswordModel::busyChanged, this, [this](bool busy) {
        m_change->setText(busy ? tr("Changing...") : tr("&Change password"));
        m_change->setEnabled(!busy);
    });
    m_current.edit->field()->setFocus();
}

PasswordDialog::~PasswordDialog() = default;

/// A dialog does not grow by itself when its text wraps into more lines.
bool PasswordDialog::event(QEvent *event)
{
    const bool isHandled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        const int needed = layout()->totalHeightForWidth(width());
        if (height() < needed)
            resize(width(), needed);
    }
    return isHandled;
}

PasswordDialog::Field PasswordDialog::addField(QVBoxLayout &column, const QString &label,
                                               const QString &name)
{
    Field field;
    field.edit = new PasswordEdit(name, this);
    field.problem = new FieldError(field.edit->field(), this);
    field.problem->setObjectName(name + u"Problem"_s);
    auto *caption = new TextLabel(label, TextRole::Body, Token::Text, this);
    caption->setContentsMargins(0, Theme::of(this).px(8), 0, 0);
    caption->setBuddy(field.edit->field());
    column.addWidget(caption);
    column.addWidget(field.edit);
    column.addWidget(field.problem);
    return field;
}

void PasswordDialog::change()
{
    clearProblems();
    m_model->change(m_current.edit->text(), m_new.edit->text(), m_repeat.edit->text());
}

void PasswordDialog::clearProblems()
{
    for (const Field *field : {&m_current, &m_new, &m_repeat})
        field->problem->setText({});
    m_other->hide();
}

void PasswordDialog::showRefusal(PasswordField where, const QString &text)
{
    if (where == PasswordField::Other) {
        m_other->setText(text);
        m_other->show();
        return;
    }
    const Field &field = where == PasswordField::Current ? m_current
        : where == PasswordField::New                    ? m_new
                                                         : m_repeat;
    field.problem->setText(text);
    field.edit->field()->setFocus();
    field.edit->field()->selectAll();
}

} // namespace ClinicDesk
