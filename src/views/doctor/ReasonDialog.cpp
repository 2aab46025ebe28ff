#include "views/doctor/ReasonDialog.h"

#include "ui_DoctorReasonDialog.h"
#include "views/visits/VisitSending.h"
#include "views/visits/VisitWhen.h"
#include "widgets/Banner.h"
#include "widgets/FieldError.h"
#include "widgets/FitHeight.h"
#include "widgets/theme/Theme.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ReasonDialog::ReasonDialog(const Question &question, OpenVisit &visit, const ClinicClock &clock,
                           const VisitTexts::DoctorName &doctorName, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<::Ui::DoctorReasonDialog>())
    , m_visit(visit)
{
    m_ui->setupUi(this);
    m_visit.setParent(this);
    auto *banner = new Banner(this);
    auto *notice = new StaleNotice(m_visit, clock, doctorName, *banner, question.possible);
    m_ui->barLayout->addWidget(banner);
    m_ui->whenLayout->addWidget(
        new VisitWhen(m_visit, clock, doctorName, VisitWhen::Day::Shown, this));
    setObjectName(u"reasonDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question.verb);
    m_ui->questionLabel->setText(question.text);
    m_error = new FieldError(m_ui->reasonEdit, this);
    m_ui->errorLayout->addWidget(m_error);
    m_sending
        = new VisitSending(m_visit, *notice, {m_ui->actButton, m_ui->backButton, m_ui->reasonEdit},
                           {question.verb, question.acting, tr("&Back"), tr("&Close")}, this);
    m_ui->errorLayout->addWidget(m_sending->line());
    connect(m_sending, &VisitSending::done, this, &QDialog::accept);
    setMinimumWidth(Theme::of(parent).px(360));
    new FitHeight(*this);
    connect(m_ui->actButton, &QPushButton::clicked, this, &ReasonDialog::act);
    connect(m_ui->backButton, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->reasonEdit->setFocus();
}

ReasonDialog::~ReasonDialog() = default;

bool ReasonDialog::isSending(AppointmentId id) const
{
    return m_sending->isSending() && m_visit.seen().appointment.id == id;
}

void ReasonDialog::refuse(const QString &why)
{
    m_sending->refuse(why);
}

void ReasonDialog::setReadOnly(const QString &why)
{
    m_sending->setReadOnly(why);
}

void ReasonDialog::act()
{
    if (!m_sending->canSend())
        return;
    const QString reason = m_ui->reasonEdit->text().trimmed();
    if (reason.isEmpty()) {
        m_error->setText(tr("Enter a reason: reception tells it to the patient."));
        m_ui->reasonEdit->setFocus();
        return;
    }
    m_error->setText({});
    m_sending->begin();
    emit reasonGiven(reason, m_visit.seen().appointment.version);
}

} // namespace ClinicDesk
