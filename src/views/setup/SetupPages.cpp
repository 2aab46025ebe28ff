#include "views/setup/SetupPages.h"

#include "models/PasswordModel.h"
#include "widgets/FieldError.h"
#include "widgets/PasswordEdit.h"
#include "widgets/TextLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QTimeEdit *timeField(const QString &name, QTime time, QWidget *parent)
{
    auto *field = new QTimeEdit(time, parent);
    field->setDisplayFormat(u"HH:mm"_s);
    field->setObjectName(name);
    return field;
}

QHBoxLayout *rowOf(const QList<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::of(widgets.constFirst()).px(8));
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return row;
}

} // namespace

SetupPages::SetupPages(const SetupForm &form, QWidget *parent)
    : QStackedWidget(parent)
{
    buildComputer(form);
    buildClinic(form);
    buildYou();
    buildDoctor();
    buildHours(form);
}

QVBoxLayout *SetupPages::addPage(QWidget *first)
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::of(this).px(4));
    m_first.append(first);
    addWidget(page);
    return column;
}

void SetupPages::addProblem(QVBoxLayout &column, QWidget *edit, SetupField field)
{
    auto *problem = new FieldError(edit, this);
    problem->setObjectName(edit->objectName() + u"Problem"_s);
    m_problems.insert(field, problem);
    m_fields.insert(field, edit);
    column.addWidget(problem);
}

void SetupPages::addField(QVBoxLayout &column, const QString &label, QWidget *field, QWidget *edit,
                          SetupField problem)
{
    auto *caption = new TextLabel(label, TextRole::Body, Token::Text, this);
    caption->setContentsMargins(0, Theme::of(this).px(8), 0, 0);
    caption->setBuddy(edit);
    column.addWidget(caption);
    column.addWidget(field);
    addProblem(column, edit, problem);
}

QLineEdit *SetupPages::addLine(QVBoxLayout &column, const QString &label, const QString &name,
                               SetupField problem)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setMaxLength(200);
    addField(column, label, edit, edit, problem);
    return edit;
}

PasswordEdit *SetupPages::addPassword(QVBoxLayout &column, const QString &label,
                                      const QString &name, SetupField problem)
{
    auto *edit = new PasswordEdit(name, this);
    addField(column, label, edit, edit->field(), problem);
    return edit;
}

void SetupPages::addHint(QVBoxLayout &column, const QString &text)
{
    auto *hint = new TextLabel(text, TextRole::Body, Token::SecondaryText, this);
    hint->setWordWrap(true);
    column.addWidget(hint);
}

void SetupPages::buildComputer(const SetupForm &form)
{
    m_create = new QRadioButton(tr("&Create a private clinic on this computer"), this);
    m_create->setObjectName(u"createRadio"_s);
    m_create->setChecked(true);
    m_join = new QRadioButton(tr("&Join a clinic's server"), this);
    m_join->setObjectName(u"joinRadio"_s);
    QVBoxLayout *column = addPage(m_create);
    column->addWidget(m_create);
    addHint(*column, tr("Everything is kept here, and works without a network."));
    column->addSpacing(Theme::of(this).px(8));
    column->addWidget(m_join);
    addHint(*column, tr("An administrator gives you a join file, or the server's address."));
    m_role = new QComboBox(this);
    m_role->setObjectName(u"roleBox"_s);
    m_role->addItem(tr("Reception"), int(DeskRole::Reception));
    m_role->addItem(tr("Doctor"), int(DeskRole::Doctor));
    m_role->setCurrentIndex(m_role->findData(int(form.role)));
    auto *caption = new TextLabel(tr("&This computer is for"), TextRole::Body, Token::Text, this);
    caption->setContentsMargins(0, Theme::of(this).px(16), 0, 0);
    caption->setBuddy(m_role);
    column->addWidget(caption);
    column->addWidget(m_role);
    m_desk = addLine(*column, tr("&Name of this desk, as others see it"), u"deskName"_s,
                     SetupField::DeskName);
    m_desk->setText(form.deskName);
    column->addStretch(1);
}

void SetupPages::buildClinic(const SetupForm &form)
{
    QVBoxLayout *column = addPage(nullptr);
    m_clinic = addLine(*column, tr("&Name of the clinic"), u"clinicName"_s, SetupField::ClinicName);
    m_first.last() = m_clinic;
    m_zone = new QComboBox(this);
    m_zone->setObjectName(u"zoneBox"_s);
    m_zone->setMaxVisibleItems(16);
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones)
        m_zone->addItem(QString::fromLatin1(zone));
    const QString own = QString::fromLatin1(form.clinic.zone.id());
    if (m_zone->findText(own) < 0)
        m_zone->addItem(own);
    m_zone->setCurrentIndex(m_zone->findText(own));
    auto *caption = new TextLabel(tr("&Time zone"), TextRole::Body, Token::Text, this);
    caption->setContentsMargins(0, Theme::of(this).px(8), 0, 0);
    caption->setBuddy(m_zone);
    column->addWidget(caption);
    column->addWidget(m_zone);

    m_folder = new QLineEdit(form.folder, this);
    m_folder->setObjectName(u"folderEdit"_s);
    auto *browse = new QPushButton(tr("C&hoose..."), this);
    browse->setAutoDefault(false);
    auto *row = new QWidget(this);
    auto *inside = new QHBoxLayout(row);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_folder, 1);
    inside->addWidget(browse);
    addField(*column, tr("Kept in the &folder"), row, m_folder, SetupField::Folder);
    connect(browse, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Folder of the clinic"), m_folder->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
        dialog->open();
    });
    m_sample = new QCheckBox(tr("Add &sample patients and appointments, to try things out"), this);
    m_sample->setObjectName(u"sampleBox"_s);
    column->addSpacing(Theme::of(this).px(12));
    column->addWidget(m_sample);
    column->addStretch(1);
}

void SetupPages::buildYou()
{
    QVBoxLayout *column = addPage(nullptr);
    m_yourName
        = addLine(*column, tr("Your &name, as others see it"), u"yourName"_s, SetupField::YourName);
    m_first.last() = m_yourName;
    m_yourLogin
        = addLine(*column, tr("Name to &sign in with"), u"yourLogin"_s, SetupField::YourLogin);
    m_password = addPassword(*column, tr("&Password"), u"yourPassword"_s, SetupField::YourPassword);
    addHint(*column, PasswordModel::rule());
    m_again = addPassword(*column, tr("Password &again"), u"yourPasswordAgain"_s,
                          SetupField::YourPasswordAgain);
    m_alsoAtReception = new QCheckBox(tr("I also work at the &reception desk"), this);
    m_alsoAtReception->setObjectName(u"alsoAtReception"_s);
    m_alsoAtReception->setChecked(true);
    column->addSpacing(Theme::of(this).px(12));
    column->addWidget(m_alsoAtReception);
    m_logins = new TextLabel(TextRole::Body, Token::SecondaryText, this);
    m_logins->setObjectName(u"loginsHint"_s);
    m_logins->setTextFormat(Qt::PlainText);
    m_logins->setWordWrap(true);
    column->addWidget(m_logins);
    column->addStretch(1);
    suggest(*m_yourName, *m_yourLogin);
    connect(m_yourLogin, &QLineEdit::textChanged, this, &SetupPages::showLogins);
    connect(m_alsoAtReception, &QCheckBox::toggled, this, &SetupPages::showLogins);
    showLogins();
}

void SetupPages::buildDoctor()
{
    QVBoxLayout *column = addPage(nullptr);
    m_doctorName = addLine(*column, tr("&Name, as others see it (\"Dr Osei\")"), u"doctorName"_s,
                           SetupField::DoctorName);
    m_first.last() = m_doctorName;
    m_doctorLogin
        = addLine(*column, tr("Name to &sign in with"), u"doctorLogin"_s, SetupField::DoctorLogin);
    m_doctorPassword = addPassword(*column, tr("&Password for the first sign-in"),
                                   u"doctorPassword"_s, SetupField::DoctorPassword);
    addHint(*column, tr("The doctor changes it after signing in."));
    m_specialisation = new QLineEdit(this);
    m_specialisation->setObjectName(u"specialisation"_s);
    m_specialisation->setMaxLength(100);
    auto *caption = new TextLabel(tr("Special&isation"), TextRole::Body, Token::Text, this);
    caption->setContentsMargins(0, Theme::of(this).px(8), 0, 0);
    caption->setBuddy(m_specialisation);
    column->addWidget(caption);
    column->addWidget(m_specialisation);
    m_licence = addLine(*column, tr("&Licence number"), u"licence"_s, SetupField::Licence);
    column->addStretch(1);
    suggest(*m_doctorName, *m_doctorLogin);
}

void SetupPages::buildHours(const SetupForm &form)
{
    QVBoxLayout *column = addPage(nullptr);
    auto *days = new QHBoxLayout;
    days->setSpacing(Theme::of(this).px(8));
    for (int day = 1; day <= 7; ++day) {
        auto *box = new QCheckBox(QLocale().dayName(day, QLocale::ShortFormat), this);
        box->setObjectName(u"day%1"_s.arg(day));
        box->setAccessibleName(QLocale().dayName(day));
        box->setChecked(form.weekdays.contains(day));
        days->addWidget(box);
        m_days.append(box);
    }
    days->addStretch(1);
    m_first.last() = m_days.constFirst();
    column->addLayout(days);
    addProblem(*column, m_days.constFirst(), SetupField::Weekdays);

    m_from = timeField(u"hoursFrom"_s, form.from, this);
    m_to = timeField(u"hoursTo"_s, form.to, this);
    auto *from = new TextLabel(tr("&From"), TextRole::Body, Token::Text, this);
    from->setBuddy(m_from);
    auto *to = new TextLabel(tr("&to"), TextRole::Body, Token::Text, this);
    to->setBuddy(m_to);
    column->addSpacing(Theme::of(this).px(12));
    column->addLayout(rowOf({from, m_from, to, m_to}));
    addProblem(*column, m_to, SetupField::Hours);

    m_lunch = new QCheckBox(tr("&Break from"), this);
    m_lunch->setObjectName(u"lunchBox"_s);
    m_lunch->setChecked(form.hasLunch);
    m_lunchFrom = timeField(u"lunchFrom"_s, form.lunchFrom, this);
    m_lunchFrom->setAccessibleName(tr("Break from"));
    m_lunchTo = timeField(u"lunchTo"_s, form.lunchTo, this);
    m_lunchTo->setAccessibleName(tr("Break to"));
    auto *until = new TextLabel(tr("to"), TextRole::Body, Token::Text, this);
    column->addSpacing(Theme::of(this).px(12));
    column->addLayout(rowOf({m_lunch, m_lunchFrom, until, m_lunchTo}));
    addProblem(*column, m_lunchTo, SetupField::Lunch);
    connect(m_lunch, &QCheckBox::toggled, m_lunchFrom, &QWidget::setEnabled);
    connect(m_lunch, &QCheckBox::toggled, m_lunchTo, &QWidget::setEnabled);

    m_slot = new QSpinBox(this);
    m_slot->setObjectName(u"slotMinutes"_s);
    m_slot->setRange(5, 240);
    m_slot->setSingleStep(5);
    m_slot->setValue(form.slotMinutes);
    auto *each = new TextLabel(tr("An &appointment takes"), TextRole::Body, Token::Text, this);
    each->setBuddy(m_slot);
    auto *unit = new TextLabel(tr("minutes"), TextRole::Body, Token::Text, this);
    column->addSpacing(Theme::of(this).px(12));
    column->addLayout(rowOf({each, m_slot, unit}));
    column->addStretch(1);
}

/// Until a login was typed, it follows the name.
void SetupPages::suggest(QLineEdit &name, QLineEdit &login)
{
    connect(&name, &QLineEdit::textEdited, &login, [&login](const QString &text) {
        if (!login.isModified())
            login.setText(SetupChecks::suggestedLogin(text));
    });
}

void SetupPages::showLogins()
{
    const QString login = m_yourLogin->text().trimmed();
    if (login.isEmpty())
        m_logins->setText(tr("You administer the clinic."));
    else if (m_alsoAtReception->isChecked())
        m_logins->setText(tr("You sign in as \"%1\" at the desk, and as \"%1.admin\" to "
                             "administer the clinic. Both have this password.")
                              .arg(login));
    else
        m_logins->setText(tr("You administer the clinic as \"%1\".").arg(login));
}

SetupForm SetupPages::form() const
{
    SetupForm form;
    form.role = static_cast<DeskRole>(m_role->currentData().toInt());
    form.deskName = m_desk->text().simplified();
    form.clinic.name = m_clinic->text().simplified();
    form.clinic.zone = QTimeZone(m_zone->currentText().toLatin1());
    form.folder = m_folder->text().trimmed();
    form.sampleData = m_sample->isChecked();
    form.you = {m_yourName->text().simplified(), m_yourLogin->text().trimmed(), m_password->text()};
    form.passwordAgain = m_again->text();
    form.alsoAtReception = m_alsoAtReception->isChecked();
    form.doctor = {m_doctorName->text().simplified(), m_doctorLogin->text().trimmed(),
                   m_doctorPassword->text()};
    form.specialisation = m_specialisation->text().simplified();
    form.licenceNumber = m_licence->text().simplified();
    for (int day = 1; day <= m_days.size(); ++day) {
        if (m_days.at(day - 1)->isChecked())
            form.weekdays.append(day);
    }
    form.from = m_from->time();
    form.to = m_to->time();
    form.hasLunch = m_lunch->isChecked();
    form.lunchFrom = m_lunchFrom->time();
    form.lunchTo = m_lunchTo->time();
    form.slotMinutes = m_slot->value();
    return form;
}

bool SetupPages::wantsOwnClinic() const
{
    return m_create->isChecked();
}

void SetupPages::showProblems(const QMap<SetupField, QString> &problems)
{
    for (const auto &[field, line] : m_problems.asKeyValueRange())
        line->setText(problems.value(field));
    if (problems.isEmpty())
        return;
    QWidget *first = m_fields.value(problems.firstKey());
    first->setFocus();
    if (auto *edit = qobject_cast<QLineEdit *>(first))
        edit->selectAll();
}

void SetupPages::focusFirst()
{
    m_first.at(currentIndex())->setFocus();
}

} // namespace ClinicDesk
