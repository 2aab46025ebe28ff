#include "views/login/LockPage.h"

#include "models/ScreenLockModel.h"
#include "widgets/FieldError.h"
#include "widgets/PasswordEdit.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

LockPage::LockPage(ScreenLockModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_icon(new QLabel(this))
    , m_password(new PasswordEdit(u"lockPassword"_s, this))
    , m_problem(new FieldError(m_password->field(), this))
    , m_unlock(new QPushButton(tr("&Unlock"), this))
    , m_someoneElse(new QPushButton(tr("Someone &else..."), this))
    , m_warning(new TextLabel(tr("What is typed here and not saved will be lost."), TextRole::Body,
                              Token::Text, this))
    , m_signOut(new QPushButton(tr("&Sign out and lose it"), this))
    , m_stay(new QPushButton(tr("&Back"), this))
    , m_card(new QWidget(this))
{
    setObjectName(u"lockPage"_s);
    setAutoFillBackground(true);
    m_unlock->setObjectName(u"unlockButton"_s);
    m_someoneElse->setObjectName(u"someoneElseButton"_s);
    m_signOut->setObjectName(u"lockSignOutButton"_s);
    m_stay->setObjectName(u"lockStayButton"_s);
    m_problem->setObjectName(u"lockProblem"_s);
    m_warning->setWordWrap(true);
    build();
    connect(m_password->field(), &QLineEdit::returnPressed, this, &LockPage::unlock);
    connect(m_password->field(), &QLineEdit::textEdited, m_problem,
            [this] { m_problem->setText({}); });
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::unlock);
    connect(m_someoneElse, &QPushButton::clicked, this, [this] { askSignOut(true); });
    connect(m_stay, &QPushButton::clicked, this, [this] { askSignOut(false); });
    connect(m_signOut, &QPushButton::clicked, this, &LockPage::signOutRequested);
    connect(&m_model, &ScreenLockModel::busyChanged, this, &LockPage::setBusy);
    connect(&m_model, &ScreenLockModel::refused, this, [this](const QString &text) {
        m_problem->setText(text);
        m_password->field()->selectAll();
        focusPassword();
    });
    askSignOut(false);
    restyle();
}

void LockPage::build()
{
    auto *title = new TextLabel(tr("Locked"), TextRole::Title, Token::Text, m_card);
    auto *who = new TextLabel(m_model.personName(), TextRole::Section, Token::Text, m_card);
    who->setObjectName(u"lockPerson"_s);
    who->setTextFormat(Qt::PlainText);
    auto *hint
        = new TextLabel(tr("Your password brings you back to where you were. Nothing you typed is "
                           "lost."),
                        TextRole::Body, Token::SecondaryText, m_card);
    hint->setWordWrap(true);
    auto *label = new TextLabel(tr("&Password"), TextRole::Body, Token::Text, m_card);
    label->setBuddy(m_password->field());
    auto *head = new QHBoxLayout;
    head->addWidget(m_icon);
    head->addWidget(title, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_unlock);
    buttons->addWidget(m_someoneElse);
    buttons->addWidget(m_signOut);
    buttons->addWidget(m_stay);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(m_card);
    column->addLayout(head);
    column->addWidget(who);
    column->addWidget(hint);
    column->addSpacing(8);
    column->addWidget(label);
    column->addWidget(m_password);
    column->addWidget(m_problem);
    column->addWidget(m_warning);
    column->addLayout(buttons);
    auto *page = new QGridLayout(this);
    page->addWidget(m_card, 1, 1);
    page->setRowStretch(0, 1);
    page->setRowStretch(2, 2);
    page->setColumnStretch(0, 1);
    page->setColumnStretch(2, 1);
}

void LockPage::focusPassword()
{
    m_password->field()->setFocus(Qt::OtherFocusReason);
}

void LockPage::unlock()
{
    m_model.unlock(m_password->text());
}

void LockPage::setBusy(bool busy)
{
    m_unlock->setText(busy ? tr("Unlocking...") : tr("&Unlock"));
    for (QWidget *widget :
         std::initializer_list<QWidget *> {m_unlock, m_someoneElse, m_password, m_signOut})
        widget->setEnabled(!busy);
}

void LockPage::askSignOut(bool asking)
{
    m_warning->setVisible(asking);
    m_signOut->setVisible(asking);
    m_stay->setVisible(asking);
    m_unlock->setVisible(!asking);
    m_someoneElse->setVisible(!asking);
    if (asking)
        m_stay->setFocus();
    else
        focusPassword();
}

/// The covered window's widgets come next in the chain, but are not to be reached.
bool LockPage::focusNextPrevChild(bool next)
{
    QWidget *at = QApplication::focusWidget();
    if (!at || !isAncestorOf(at)) {
        focusPassword();
        return true;
    }
    for (QWidget *step = next ? at->nextInFocusChain() : at->previousInFocusChain(); step != at;
         step = next ? step->nextInFocusChain() : step->previousInFocusChain()) {
        if (isAncestorOf(step) && step->isVisible() && step->isEnabled() && !step->focusProxy()
            && (step->focusPolicy() & Qt::TabFocus)) {
            step->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return true;
}

void LockPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void LockPage::restyle()
{
    const Theme &theme = Theme::of(this);
    m_icon->setPixmap(
        iconPixmap(IconName::Lock, theme.px(24), theme.colour(Token::Text), devicePixelRatioF()));
    m_card->setFixedWidth(theme.px(400));
    m_card->layout()->setSpacing(theme.px(8));
}

} // namespace ClinicDesk
