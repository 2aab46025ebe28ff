#include "widgets/IdentityLabel.h"

#include "widgets/Format.h"
#include "widgets/TextLabel.h"
#include "widgets/WrapLayout.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// As wide as its text in one line where there is room for that; else it wraps between the words.
class NameLabel final : public TextLabel
{
public:
    using TextLabel::TextLabel;

    [[nodiscard]] QSize sizeHint() const override
    {
        const QMargins around = contentsMargins() + margin();
        const QFontMetrics metrics(font());
        return QSize(metrics.horizontalAdvance(text()) + 1, metrics.height()).grownBy(around);
    }
};

} // namespace

IdentityLabel::IdentityLabel(QWidget *parent)
    : QWidget(parent)
    , m_name(new NameLabel({}, TextRole::Section, Token::Text, this))
    , m_born(new TextLabel({}, TextRole::Body, Token::Text, this))
    , m_number(new TextLabel({}, TextRole::Body, Token::Text, this))
{
    auto *row = new WrapLayout(this);
    m_name->setWordWrap(true);
    row->addWidget(m_name);
    row->addWidget(m_born);
    row->addWidget(m_number);
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
    static_cast<WrapLayout *>(layout())->setRowSpacing(Theme::of(this).px(4));
}

void IdentityLabel::clear()
{
    for (TextLabel *label : {m_name, m_born, m_number})
        label->clear();
    setAccessibleName({});
}

} // namespace ClinicDesk
