#include "views/booking/OverrideRow.h"

#include "domain/Overrides.h"
#include "widgets/Announce.h"
#include "widgets/FieldError.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

OverrideRow::OverrideRow(QWidget *parent)
    : QWidget(parent)
    , m_note(new TextLabel({}, TextRole::Body, Token::SecondaryText, this))
    , m_offer(new QPushButton(tr("Book anyway..."), this))
    , m_ask(new QWidget(this))
    , m_rule(new TextLabel({}, TextRole::BodyStrong, Token::Text, m_ask))
    , m_reason(new QLineEdit(m_ask))
    , m_problem(new FieldError(m_reason, m_ask))
    , m_confirm(new QPushButton(tr("Book anyway"), m_ask))
{
    m_offer->setObjectName(u"offerOverride"_s);
    m_reason->setObjectName(u"overrideReason"_s);
    m_rule->setObjectName(u"overrideRule"_s);
    m_reason->setMaxLength(500);
    for (TextLabel *text : {m_note, m_rule})
        text->setWordWrap(true);
    auto *label = new TextLabel(tr("R&eason for booking anyway"), TextRole::Body,
                                Token::SecondaryText, m_ask);
    label->setWordWrap(true);
    label->setBuddy(m_reason);
    m_confirm->setObjectName(u"confirmOverride"_s);
    const int gap = Theme::of(this).px(4);
    auto *inside = new QVBoxLayout(m_ask);
    auto *layout = new QVBoxLayout(this);
    for (QVBoxLayout *box : {inside, layout}) {
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(gap);
    }
    for (QWidget *part :
         std::initializer_list<QWidget *> {m_rule, label, m_reason, m_problem, m_confirm})
        inside->addWidget(part);
    for (QWidget *part : std::initializer_list<QWidget *> {m_note, m_offer, m_ask})
        layout->addWidget(part);
    m_ask->hide();
    hide();
    connect(m_offer, &QPushButton::clicked, this, &OverrideRow::open);
    connect(m_confirm, &QPushButton::clicked, this, &OverrideRow::confirm);
    connect(m_reason, &QLineEdit::returnPressed, this, &OverrideRow::confirm);
    connect(m_reason, &QLineEdit::textEdited, this, [this] { m_problem->setText({}); });
}

void OverrideRow::offer(const QString &rules, bool mayOverride)
{
    m_rules = rules;
    m_rule->setText(tr("This books %1.", "a rule in words").arg(overrideWords(rules)));
    m_note->setText(mayOverride ? tr("Reception or the doctor may book it anyway.")
                                : tr("Only reception or the doctor may book it anyway."));
    m_offer->setEnabled(mayOverride);
    m_offer->setToolTip(mayOverride ? QString() : m_note->text());
    if (rules.isEmpty())
        showParts(false);
    setVisible(!rules.isEmpty());
}

void OverrideRow::setKey(const QString &key)
{
    m_offer->setText(key.isEmpty() ? tr("Book anyway...") : tr("Book anyway...  %1").arg(key));
}

bool OverrideRow::canOpen() const
{
    return !m_rules.isEmpty() && m_offer->isEnabled();
}

void OverrideRow::open()
{
    if (!canOpen())
        return;
    showParts(true);
    m_reason->setFocus(Qt::OtherFocusReason);
    announce(m_rule, m_rule->text());
}

bool OverrideRow::isOpen() const
{
    return !m_ask->isHidden();
}

bool OverrideRow::stepBack()
{
    if (!isOpen())
        return false;
    showParts(false);
    m_offer->setFocus(Qt::OtherFocusReason);
    return true;
}

void OverrideRow::clear()
{
    m_reason->clear();
    showParts(false);
}

void OverrideRow::confirm()
{
    const QString because = m_reason->text().simplified();
    if (because.isEmpty()) {
        m_problem->setText(tr("Enter why this is booked anyway."));
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT confirmed(because);
}

void OverrideRow::setBusyText(const QString &text)
{
    m_confirm->setText(text.isEmpty() ? tr("Book anyway") : text);
}

void OverrideRow::showParts(bool asking)
{
    const bool was = isOpen();
    m_ask->setVisible(asking);
    m_note->setVisible(!asking);
    m_offer->setVisible(!asking);
    if (!asking)
        m_problem->setText({});
    if (was != asking)
        Q_EMIT toggled();
}

} // namespace ClinicDesk
