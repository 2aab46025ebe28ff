#include "views/record/RecordField.h"

#include "models/PatientFormModel.h"
#include "views/record/PatientTexts.h"
#include "widgets/FieldError.h"
#include "widgets/HeldKey.h"
#include "widgets/TextLabel.h"
#include "widgets/theme/Icons.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

bool isDate(PatientField field)
{
    return field == PatientField::BirthDate || field == PatientField::ConsentOn;
}

bool isParagraph(PatientField field)
{
    return field == PatientField::Address || field == PatientField::DeskNotes;
}

} // namespace

RecordField::RecordField(PatientField field, const QString &label, QDate today, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_today(today)
    , m_mark(new TextLabel({}, TextRole::SlotDetail, Token::WarningText, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    addEditor(label);
    m_mark->setWordWrap(true);
    m_mark->hide();
    layout->addWidget(m_mark);
    m_problem = new FieldError(m_editor, this);
    layout->addWidget(m_problem);
    layout->addStretch();
    restyle();
}

void RecordField::addEditor(const QString &label)
{
    m_editor = makeEditor();
    m_editor->setObjectName(u"record_"_s + toKey(m_field));
    m_editor->setAccessibleName(PatientTexts::label(m_field));
    m_editor->installEventFilter(this);
    auto *title = new TextLabel(label, TextRole::Body, Token::SecondaryText, this);
    title->setBuddy(m_editor);
    layout()->addWidget(title);
    layout()->addWidget(m_field == PatientField::NationalId ? maskedRow() : m_editor);
}

QWidget *RecordField::makeEditor()
{
    if (m_field == PatientField::Sex) {
        auto *combo = new QComboBox(this);
        for (const Sex sex : {Sex::Unknown, Sex::Female, Sex::Male, Sex::Other})
            combo->addItem(PatientTexts::sex(sex), toKey(sex));
        connect(combo, &QComboBox::activated, this, [this] { Q_EMIT edited(text()); });
        return combo;
    }
    if (isParagraph(m_field)) {
        auto *paragraph = new QPlainTextEdit(this);
        paragraph->setTabChangesFocus(true);
        connect(paragraph, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT edited(text()); });
        return paragraph;
    }
    auto *line = new QLineEdit(this);
    connect(line, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(text()); });
    return line;
}

QWidget *RecordField::maskedRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::of(this).px(4));
    m_reveal = new QPushButton(icon(IconName::Eye), tr("Sho&w"), row);
    m_reveal->setObjectName(u"showNationalId"_s);
    m_reveal->setCheckable(true);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_reveal);
    auto *line = qobject_cast<QLineEdit *>(m_editor);
    line->setEchoMode(QLineEdit::Password);
    connect(m_reveal, &QPushButton::toggled, line, [line](bool shown) {
        line->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    });
    return row;
}

QString RecordField::text() const
{
    if (const auto *combo = qobject_cast<const QComboBox *>(m_editor))
        return combo->currentData().toString();
    if (const auto *paragraph = qobject_cast<const QPlainTextEdit *>(m_editor))
        return paragraph->toPlainText();
    QString typed = qobject_cast<const QLineEdit *>(m_editor)->text();
    if (!isDate(m_field))
        return typed;
    typed.remove(QChar(0x2066)).remove(QChar(0x2069));
    const QDate date = birthDateFromText(typed, m_today);
    return date.isValid() ? date.toString(Qt::ISODate) : typed.trimmed();
}

void RecordField::setText(const QString &wanted)
{
    if (text() == wanted)
        return;
    if (auto *combo = qobject_cast<QComboBox *>(m_editor)) {
        combo->setCurrentIndex(combo->findData(wanted));
    } else if (auto *paragraph = qobject_cast<QPlainTextEdit *>(m_editor)) {
        const QSignalBlocker quiet(paragraph);
        paragraph->setPlainText(wanted);
    } else if (auto *line = qobject_cast<QLineEdit *>(m_editor)) {
        line->setText(isDate(m_field) ? PatientTexts::shown(m_field, wanted) : wanted);
        if (!line->hasFocus())
            line->setCursorPosition(0);
    }
}

void RecordField::setProblem(const QString &text)
{
    m_problem->setText(text);
}

bool RecordField::hasProblem() const
{
    return m_problem->hasError();
}

void RecordField::setMark(const QString &text)
{
    m_mark->setText(text);
    m_mark->setVisible(!text.isEmpty());
}

void RecordField::mask()
{
    if (m_reveal)
        m_reveal->setChecked(false);
}

void RecordField::focus()
{
    m_editor->setFocus(Qt::OtherFocusReason);
}

bool RecordField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        onLeft();
    if (event->type() == QEvent::KeyPress && !isParagraph(m_field)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
            if (!HeldKey::isRepeat(*key))
                focusNextChild();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RecordField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_problem)
        restyle();
}

void RecordField::restyle()
{
    const Theme &theme = Theme::of(this);
    layout()->setSpacing(theme.px(4));
    if (auto *paragraph = qobject_cast<QPlainTextEdit *>(m_editor))
        paragraph->setFixedHeight(theme.px(m_field == PatientField::Address ? 56 : 76));
}

void RecordField::onLeft()
{
    if (auto *line = qobject_cast<QLineEdit *>(m_editor); line && isDate(m_field))
        line->setText(PatientTexts::shown(m_field, text()));
    Q_EMIT left();
}

} // namespace ClinicDesk
