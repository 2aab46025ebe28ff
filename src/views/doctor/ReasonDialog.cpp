#include "views/doctor/ReasonDialog.h"

#include "ui_DoctorReasonDialog.h"
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
    m_notice = new StaleNotice(m_visit, clock, doctorName, *banner, question.possible);
    m_ui->barLayout->addWidget(banner);
    m_ui->whenLayout->addWidget(
        new VisitWhen(m_visit, clock, doctorName, VisitWhen::Day::Shown, this));
    setObjectName(u"reasonDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question.verb);
    m_ui->questionLabel->setText(question.text);
    m_ui->actButton->setText(question.verb);
    m_error = new FieldError(m_ui->reasonEdit, this);
    m_ui->errorLayout->addWidget(m_error);
    setMinimumWidth(Theme::of(parent).px(360));
    new FitHeight(*this);
    connect(&m_visit, &OpenVisit::updated, this, &ReasonDialog::follow);
    connect(m_ui->actButton, &QPushButton::clicked, this, &ReasonDialog::act);
    connect(m_ui->backButton, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->reasonEdit->setFocus();
}

ReasonDialog::~ReasonDialog() = default;

void ReasonDialog::follow()
{
    const bool isOver = m_visit.isStale() && m_notice->isOver();
    QPushButton *const act = m_ui->actButton;
    if (act->hasFocus() && m_visit.isStale())
        m_ui->reasonEdit->setFocus(Qt::OtherFocusReason); // not on to what takes the change over
    act->setEnabled(!m_visit.isStale());
    act->setToolTip(m_visit.isStale() && !isOver ? VisitTexts::lookFirst() : QString());
    act->setVisible(!isOver);
    m_ui->backButton->setText(isOver ? tr("&Close") : tr("&Back"));
    m_ui->backButton->setDefault(isOver);
    act->setDefault(!isOver);
}

void ReasonDialog::act()
{
    if (m_visit.isStale())
        return;
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
