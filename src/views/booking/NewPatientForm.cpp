#include "views/booking/NewPatientForm.h"

#include "domain/ErrorText.h"
#include "models/PatientFormModel.h"
#include "ui_BookingPatientForm.h"
#include "views/booking/FormScroll.h"
#include "widgets/Announce.h"
#include "widgets/FieldError.h"
#include "widgets/Format.h"
#include "widgets/HeldKey.h"
#include "widgets/TextLabel.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

/// "Kim soo 1985" as it may have been typed into the search: names, and a phone number if digits
/// lead.
void splitTyped(const QString &typed, QString &family, QString &given, QString &phone)
{
    const auto digits = std::ranges::count_if(typed, [](QChar c) { return c.isDigit(); });
    if (digits >= 5) {
        phone = typed;
        return;
    }
    QStringList names;
    for (QString word : typed.split(u' ', Qt::SkipEmptyParts)) {
        if (!word.at(0).isLetter())
            continue;
        word[0] = word.at(0).toUpper();
        if (word.endsWith(u','))
            word.chop(1);
        names << word;
    }
    family = names.value(0);
    given = names.mid(1).join(u' ');
}

} // namespace

NewPatientForm::NewPatientForm(PatientFormModel &model, const ClinicClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_clock(clock)
    , m_ui(std::make_unique<Ui::BookingPatientForm>())
{
    auto *fields = new QWidget(this);
    m_ui->setupUi(fields);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new FormScroll(fields, this), 1);
    addFields();
    addSimilar();
    m_ui->layout->addStretch();
    addButtons();
    connect(&model, &PatientFormModel::looked, this, &NewPatientForm::onLooked);
    connect(&model, &PatientFormModel::savingChanged, this, &NewPatientForm::refreshButtons);
    connect(&model, &PatientFormModel::added, this, &NewPatientForm::finished);
    connect(&model, &PatientFormModel::refused, this, &NewPatientForm::showProblems);
    connect(&model, &PatientFormModel::failed, this, [this](const Error &error) {
        m_failure->setText(errorText(error, m_clock.zone(), m_clock.now()));
        m_failure->show();
        announce(m_failure, m_failure->text());
    });
}

NewPatientForm::~NewPatientForm() = default;

void NewPatientForm::addFields()
{
    for (QLineEdit *field : {m_ui->familyName, m_ui->givenName, m_ui->birthDate, m_ui->phone}) {
        auto *problem = new FieldError(field, this);
        m_problems.insert(field, problem);
        m_ui->layout->insertWidget(m_ui->layout->indexOf(field) + 1, problem);
        field->installEventFilter(this);
        connect(field, &QLineEdit::editingFinished, &m_alive, [this, field] { checkField(field); });
    }
}

void NewPatientForm::addSimilar()
{
    m_similarTitle = new TextLabel(tr("May be the same person"), TextRole::BodyStrong,
                                   Token::WarningText, this);
    m_similar = new QListWidget(this);
    m_similar->setObjectName(u"similarPatients"_s);
    m_similar->setAccessibleName(m_similarTitle->text());
    m_similar->installEventFilter(this);
    m_similar->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_ui->layout->addWidget(m_similarTitle);
    m_ui->layout->addWidget(m_similar);
    connect(m_similar, &QListWidget::itemClicked, this, &NewPatientForm::takeSimilar);
    m_similarTitle->hide();
    m_similar->hide();
}

void NewPatientForm::addButtons()
{
    m_failure = new TextLabel({}, TextRole::Body, Token::Error, this);
    m_failure->setWordWrap(true);
    m_failure->hide();
    m_save = new QPushButton(tr("Save patient"), this);
    m_save->setObjectName(u"savePatient"_s);
    m_save->setDefault(true);
    m_save->installEventFilter(this);
    m_createAnyway = new QPushButton(tr("&Create a new record anyway"), this);
    m_createAnyway->setObjectName(u"createAnyway"_s);
    m_createAnyway->setAutoDefault(true);
    m_createAnyway->hide();
    // Below what scrolls, so that they stay in sight.
    layout()->addWidget(m_failure);
    layout()->addWidget(m_save);
    layout()->addWidget(m_createAnyway);
    connect(m_save, &QPushButton::clicked, this, [this] { saveRecord(false); });
    connect(m_createAnyway, &QPushButton::clicked, this, [this] { saveRecord(true); });
}

void NewPatientForm::begin(const QString &typed)
{
    QString family;
    QString given;
    QString phone;
    splitTyped(typed, family, given, phone);
    load({{PatientField::FamilyName, family},
          {PatientField::GivenName, given},
          {PatientField::Phone, phone}});
    m_failure->hide();
    m_saveWaits = false;
    m_model.begin();
    QLineEdit *const first = family.isEmpty() ? m_ui->familyName
        : given.isEmpty()                     ? m_ui->givenName
                                              : m_ui->birthDate;
    first->setFocus(Qt::OtherFocusReason);
}

void NewPatientForm::fill(const PatientFields &fields)
{
    m_ui->familyName->setText(fields.value(PatientField::FamilyName));
    m_ui->givenName->setText(fields.value(PatientField::GivenName));
    const QString born = fields.value(PatientField::BirthDate);
    const QDate date = QDate::fromString(born, Qt::ISODate);
    m_ui->birthDate->setText(date.isValid() ? Format::date(date) : born);
    m_ui->phone->setText(fields.value(PatientField::Phone));
    for (FieldError *problem : std::as_const(m_problems))
        problem->setText({});
}

void NewPatientForm::setWritable(bool writable)
{
    m_isWritable = writable;
    refreshButtons();
}

bool NewPatientForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier) == false) {
            if (!HeldKey::isRepeat(*key))
                onEnter(watched);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NewPatientForm::onEnter(QObject *at)
{
    if (at == m_similar)
        takeSimilar();
    else if (at == m_ui->phone || at == m_save)
        saveRecord(false);
    else
        focusNextChild();
}

void NewPatientForm::saveRecord(bool anyway)
{
    if (!m_isWritable || m_model.isSaving())
        return;
    m_failure->hide();
    const Patient entered = patient();
    if (!showProblems(problems()))
        return;
    if (anyway) {
        m_model.add(entered);
        return;
    }
    m_saveWaits = true;
    m_model.lookForSimilar(entered);
}

void NewPatientForm::onLooked()
{
    const QList<PatientMatch> &similar = m_model.similar();
    m_similar->clear();
    for (const PatientMatch &match : similar) {
        m_similar->addItem(listName(match.familyName, match.givenName) + u"  "_s
                           + Format::born(match.birthDate, m_clock.today()));
    }
    if (!similar.isEmpty()) {
        m_similar->setCurrentRow(0);
        const int rows = static_cast<int>(similar.size());
        m_similar->setFixedHeight(rows * m_similar->sizeHintForRow(0)
                                  + 2 * m_similar->frameWidth());
    }
    m_similar->setVisible(!similar.isEmpty());
    m_similarTitle->setVisible(!similar.isEmpty());
    m_createAnyway->setVisible(!similar.isEmpty());
    m_save->setVisible(similar.isEmpty());
    if (!std::exchange(m_saveWaits, false))
        return;
    if (similar.isEmpty())
        m_model.add(patient());
    else
        m_similar->setFocus(Qt::OtherFocusReason);
}

void NewPatientForm::takeSimilar()
{
    const int row = m_similar->currentRow();
    if (row >= 0 && row < m_model.similar().size())
        Q_EMIT finished(m_model.similar().at(row));
}

void NewPatientForm::checkField(QLineEdit *field)
{
    if (field == m_ui->birthDate) {
        const QDate born = birthDateFromText(field->text(), m_clock.today());
        if (born.isValid())
            field->setText(Format::date(born));
    }
    const QString problem = problems().value(field->objectName());
    // An empty field that was only passed is not marked before Save.
    m_problems.value(field)->setText(field->text().isEmpty() ? QString() : problem);
    if (field == m_ui->birthDate || field == m_ui->phone)
        m_model.lookForSimilar(patient());
}

bool NewPatientForm::showProblems(const QMap<QString, QString> &problems)
{
    for (const auto &[field, problem] : m_problems.asKeyValueRange())
        problem->setText(problems.value(field->objectName()));
    focusInvalidField();
    return problems.isEmpty();
}

QLineEdit *NewPatientForm::firstInvalid() const
{
    for (QLineEdit *field : {m_ui->familyName, m_ui->givenName, m_ui->birthDate, m_ui->phone}) {
        if (m_problems.value(field)->hasError())
            return field;
    }
    return nullptr;
}

bool NewPatientForm::isValid() const
{
    return !firstInvalid();
}

void NewPatientForm::focusInvalidField()
{
    if (QLineEdit *const field = firstInvalid())
        field->setFocus(Qt::OtherFocusReason);
}

void NewPatientForm::refreshButtons()
{
    const bool isSaving = m_model.isSaving();
    m_save->setText(isSaving ? tr("Saving...") : tr("Save patient"));
    m_save->setEnabled(m_isWritable && !isSaving);
    m_createAnyway->setEnabled(m_isWritable && !isSaving);
}

QMap<QString, QString> NewPatientForm::problems() const
{
    QMap<QString, QString> found = m_model.problems(patient());
    if (found.contains(m_ui->birthDate->objectName()) && !patient().birthDate.isValid()
        && !m_ui->birthDate->text().simplified().isEmpty())
        found.insert(m_ui->birthDate->objectName(),
                     fieldErrorText(m_ui->birthDate->objectName(), u"format"_s));
    return found;
}

PatientFields NewPatientForm::save() const
{
    const QString typed = m_ui->birthDate->text().simplified();
    const QDate born = birthDateFromText(typed, m_clock.today());
    return {{PatientField::FamilyName, m_ui->familyName->text().simplified()},
            {PatientField::GivenName, m_ui->givenName->text().simplified()},
            {PatientField::BirthDate, born.isValid() ? born.toString(Qt::ISODate) : typed},
            {PatientField::Phone, m_ui->phone->text().simplified()}};
}

Patient NewPatientForm::patient() const
{
    return withFields({}, save());
}

} // namespace ClinicDesk
