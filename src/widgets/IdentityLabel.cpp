#include "widgets/IdentityLabel.h"

#include "widgets/Format.h"
#include "widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

IdentityLabel::IdentityLabel(QWidget *parent)
    : QWidget(parent)
    , m_name(new TextLabel({}, TextRole::Section, Token::Text, this))
    , m_born(new TextLabel({}, TextRole::Body, Token::Text, this))
    , m_number(new TextLabel({}, TextRole::Body, Token::Text, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_name);
    row->addWidget(m_born);
    row->addWidget(m_number);
    row->addStretch();
    for (TextLabel *label : {m_name, m_born, m_number})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    restyle();
}

void IdentityLabel::setPatient(const QString &familyName, const QString &givenName, QDate birthDate,
                               const QString &recordNumber, QDate today)
{
    m_name->setText(listName(familyName, givenName));
    m_born->setText(Format::born(birthDate, today));
    m_number->setText(tr("No. %1").arg(Format::isolated(recordNumber)));
    setAccessibleName(m_name->text() + u", "_s + m_born->text() + u", "_s + m_number->text());
}

void IdentityLabel::setPatient(const Patient &patient, QDate today)
{
    setPatient(patient.familyName, patient.givenName, patient.birthDate, patient.recordNumber,
               today);
}

void IdentityLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void IdentityLabel::restyle()
{
    layout()->setSpacing(Theme::of(this).px(16));
}

void IdentityLabel::clear()
{
    for (TextLabel *label : {m_name, m_born, m_number})
        label->clear();
    setAccessibleName({});
}

} // namespace ClinicDesk
