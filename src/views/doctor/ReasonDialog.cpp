#include "views/doctor/ReasonDialog.h"

#include "ui_DoctorReasonDialog.h"
#include "widgets/FieldError.h"
#include "widgets/theme/Theme.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ReasonDialog::ReasonDialog(const QString &question, const QString &verb, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<::Ui::DoctorReasonDialog>())
{
    m_ui->setupUi(this);
    setObjectName(u"reasonDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(verb);
    m_ui->questionLabel->setText(question);
    m_ui->actButton->setText(verb);
    m_error = new FieldError(m_ui->reasonEdit, this);
    m_ui->errorLayout->addWidget(m_error);
    setMinimumWidth(Theme::of(parent).px(360));
    connect(m_ui->actButton, &QPushButton::clicked, this, &ReasonDialog::act);
    connect(m_ui->backButton, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->reasonEdit->setFocus();
}

ReasonDialog::~ReasonDialog() = default;

void ReasonDialog::act()
{
    const QString reason = m_ui->reasonEdit->text().trimmed();
    if (reason.isEmpty()) {
        m_error->setText(tr("Enter a reason: reception tells it to the patient."));
        m_ui->reasonEdit->setFocus();
        return;
    }
    emit reasonGiven(reason);
    accept();
}

} // namespace ClinicDesk
