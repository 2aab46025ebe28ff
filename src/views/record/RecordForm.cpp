#include "views/record/RecordForm.h"

#include "views/record/RecordField.h"
#include "widgets/theme/Theme.h"

#include <QEvent>
#include <QGridLayout>

namespace ClinicDesk {

RecordForm::RecordForm(QDate today, QWidget *parent)
    : QWidget(parent)
    , m_today(today)
    , m_grid(new QGridLayout(this))
{
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    add(PatientField::FamilyName, tr("Fa&mily name"), 0, 0);
    add(PatientField::GivenName, tr("&Given name"), 0, 1);
    add(PatientField::BirthDate, tr("&Born"), 1, 0);
    add(PatientField::Sex, tr("Se&x"), 1, 1);
    add(PatientField::Phone, tr("Ph&one"), 2, 0);
    add(PatientField::Email, tr("&E-mail"), 2, 1);
    add(PatientField::Address, tr("Addre&ss"), 3, 0, 2);
    add(PatientField::EmergencyContact, tr("Emergenc&y contact"), 4, 0, 2);
    add(PatientField::NationalId, tr("Natio&nal id"), 5, 0);
    add(PatientField::ConsentOn, tr("&Consent given on"), 5, 1);
    add(PatientField::DeskNotes, tr("Notes for the des&k"), 6, 0, 2);
    m_grid->setRowStretch(7, 1);
    restyle();
}

void RecordForm::add(PatientField field, const QString &label, int row, int column, int columns)
{
    auto *widget = new RecordField(field, label, m_today, this);
    m_fields.insert(field, widget);
    m_grid->addWidget(widget, row, column, 1, columns);
    connect(widget, &RecordField::edited, &m_alive,
            [this, field](const QString &text) { Q_EMIT edited(field, text); });
    connect(widget, &RecordField::left, &m_alive, [this, field] { Q_EMIT left(field); });
}

void RecordForm::fill(const PatientFields &fields)
{
    m_hidden = fields;
    for (const auto &[field, widget] : m_fields.asKeyValueRange()) {
        m_hidden.remove(field);
        widget->setText(fields.value(field));
        widget->setProblem({});
        widget->setMark({});
        widget->mask();
    }
}

PatientFields RecordForm::save() const
{
    PatientFields fields = m_hidden;
    for (const auto &[field, widget] : m_fields.asKeyValueRange())
        fields.insert(field, widget->text());
    return fields;
}

void RecordForm::amend(const PatientFields &fields, const QList<PatientField> &which)
{
    for (const PatientField field : which) {
        if (RecordField *const widget = m_fields.value(field))
            widget->setText(fields.value(field));
        else
            m_hidden.insert(field, fields.value(field));
    }
}

void RecordForm::showProblems(const QMap<QString, QString> &problems)
{
    for (const auto &[field, widget] : m_fields.asKeyValueRange())
        widget->setProblem(problems.value(toKey(field)));
}

RecordField *RecordForm::firstInvalid() const
{
    for (const PatientField field : allPatientFields()) {
        RecordField *const widget = m_fields.value(field);
        if (widget && widget->hasProblem())
            return widget;
    }
    return nullptr;
}

bool RecordForm::isValid() const
{
    return !firstInvalid();
}

void RecordForm::focusInvalidField()
{
    if (RecordField *const widget = firstInvalid())
        widget->focus();
}

void RecordForm::setProblem(PatientField field, const QString &text)
{
    if (RecordField *const widget = m_fields.value(field))
        widget->setProblem(text);
}

void RecordForm::mark(const QList<PatientField> &fields, const QString &text)
{
    for (const auto &[field, widget] : m_fields.asKeyValueRange())
        widget->setMark(fields.contains(field) ? text : QString());
}

void RecordForm::focusFirst()
{
    m_fields.value(PatientField::FamilyName)->focus();
}

void RecordForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void RecordForm::restyle()
{
    const Theme &theme = Theme::of(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.px(12));
    m_grid->setVerticalSpacing(theme.px(8));
}

} // namespace ClinicDesk
