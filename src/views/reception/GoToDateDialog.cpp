#include "views/reception/GoToDateDialog.h"

#include "widgets/DateWords.h"
#include "widgets/FieldError.h"
#include "widgets/Format.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

GoToDateDialog::GoToDateDialog(QDate today, QWidget *parent)
    : QDialog(parent)
    , m_today(today)
    , m_field(new QLineEdit(this))
    , m_understood(new TextLabel({}, TextRole::BodyStrong, Token::Text, this))
    , m_problem(new FieldError(m_field, this))
{
    setObjectName(u"goToDateDialog"_s);
    setWindowTitle(tr("Go to date"));
    auto *label = new QLabel(tr("&Day"), this);
    label->setBuddy(m_field);
    m_field->setObjectName(u"goToDateField"_s);
    m_understood->setObjectName(u"goToDateUnderstood"_s);
    m_understood->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(tr("Go"), QDialogButtonBox::AcceptRole);
    m_go->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_problem);
    layout->addWidget(m_understood);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(m_field, &QLineEdit::textChanged, this, &GoToDateDialog::read);
    connect(buttons, &QDialogButtonBox::accepted, this, &GoToDateDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(Theme::of(this).px(320));
    m_field->setFocus();
    read();
}

void GoToDateDialog::read()
{
    const DateWords words = DateWords::read(m_field->text(), m_today);
    m_day = words.day;
    m_problem->setText({});
    m_understood->setColour(m_day.isValid() ? Token::Text : Token::SecondaryText);
    // What is half typed is no mistake yet: the red comes with Enter.
    m_understood->setText(m_day.isValid() ? Format::fullDay(m_day)
                              : words.problem.isEmpty()
                              ? tr("Type a day as 24/11, 24 nov, tue, +3 or today.")
                              : words.problem);
    m_field->setAccessibleDescription(m_understood->text());
}

void GoToDateDialog::accept()
{
    if (!m_day.isValid()) {
        const QString text = m_understood->text();
        m_understood->setText({});
        m_problem->setText(text);
        m_field->setFocus();
        m_field->selectAll();
        return;
    }
    const QDate day = m_day;
    QDialog::accept();
    Q_EMIT dayChosen(day);
}

} // namespace ClinicDesk
