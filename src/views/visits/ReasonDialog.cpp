#include "views/visits/ReasonDialog.h"

#include "ui_ReasonDialog.h"
#include "views/booking/FormScroll.h"
#include "views/visits/VisitSending.h"
#include "views/visits/VisitWhen.h"
#include "widgets/Banner.h"
#include "widgets/FieldError.h"
#include "widgets/FitHeight.h"
#include "widgets/IdentityLabel.h"
#include "widgets/theme/Theme.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

ReasonDialog::ReasonDialog(const Question &question, OpenVisit &visit, const ClinicClock &clock,
                           const VisitTexts::DoctorName &doctorName, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<::Ui::ReasonDialog>())
    , m_visit(visit)
    , m_reasons(new QButtonGroup(this))
    , m_empty(question.empty)
{
    m_ui->setupUi(this);
    setObjectName(u"reasonDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question.title);
    m_visit.setParent(this);
    const AppointmentRow &row = m_visit.seen();
    auto *banner = new Banner(this);
    auto *notice = new StaleNotice(m_visit, clock, doctorName, *banner, question.possible);
    auto *identity = new IdentityLabel(this);
    identity->setPatient(row.familyName, row.givenName, row.birthDate, row.recordNumber,
                         clock.today());
    m_ui->bar->addWidget(banner);
    m_ui->who->addWidget(identity);
    m_ui->who->addWidget(new VisitWhen(m_visit, clock, doctorName, VisitWhen::Day::Shown, this));
    m_ui->questionLabel->setText(question.text);
    m_ui->reasonLabel->setText(question.words);
    m_problem = new FieldError(m_ui->reasonEdit, this);
    m_ui->problem->addWidget(m_problem);
    m_sending
        = new VisitSending(m_visit, *notice, {m_ui->actButton, m_ui->backButton, m_ui->reasonEdit},
                           {question.act, question.acting, question.back, tr("&Close")}, this);
    m_ui->layout->insertWidget(m_ui->layout->indexOf(m_ui->buttons), m_sending->line());
    connect(m_sending, &VisitSending::done, this, [this] { QDialog::accept(); });
    auto *scroll = new FormScroll(m_ui->body, this);
    m_ui->layout->insertWidget(1, scroll, 1);
    setMinimumWidth(Theme::of(parent).px(440));
    new FitHeight(*this, scroll);
    m_ui->reasonEdit->setFocus();
    addReasons(question.reasons);
    connect(m_ui->backButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->actButton, &QPushButton::clicked, this, &ReasonDialog::accept);
}

ReasonDialog::~ReasonDialog() = default;

void ReasonDialog::addReasons(const QStringList &reasons)
{
    for (int i = 0; i < reasons.size(); ++i) {
        auto *button
            = new QRadioButton(tr("%1  %2", "digit, reason").arg(i + 1).arg(reasons.at(i)), this);
        button->setProperty("reason", reasons.at(i));
        m_reasons->addButton(button, i);
        m_ui->reasons->addWidget(button);
        auto *digit = new QShortcut(static_cast<Qt::Key>(Qt::Key_1 + i), this);
        connect(digit, &QShortcut::activated, button, [button] {
            button->setChecked(true);
            button->setFocus(Qt::ShortcutFocusReason);
        });
    }
    connect(m_reasons, &QButtonGroup::idClicked, this, [this] { m_problem->setText({}); });
    if (!reasons.isEmpty()) {
        m_reasons->button(0)->setFocus();
        m_reasons->button(0)->setChecked(false);
    }
}

void ReasonDialog::accept()
{
    if (!m_sending->canSend())
        return;
    const QString why = reason();
    m_problem->setText(why.isEmpty() ? m_empty : QString());
    if (why.isEmpty()) {
        if (m_reasons->buttons().isEmpty())
            m_ui->reasonEdit->setFocus();
        return;
    }
    m_sending->begin();
    Q_EMIT reasonGiven(m_visit.seen(), why);
}

AppointmentId ReasonDialog::visit() const
{
    return m_visit.seen().appointment.id;
}

bool ReasonDialog::isSending(AppointmentId id) const
{
    return m_sending->isSending() && visit() == id;
}

void ReasonDialog::refuse(const QString &why)
{
    m_sending->refuse(why);
}

void ReasonDialog::setReadOnly(const QString &why)
{
    m_sending->setReadOnly(why);
}

QString ReasonDialog::reason() const
{
    QStringList parts;
    if (const QAbstractButton *const chosen = m_reasons->checkedButton())
        parts << chosen->property("reason").toString();
    if (const QString own = m_ui->reasonEdit->text().simplified(); !own.isEmpty())
        parts << own;
    return parts.join(u": "_s);
}

} // namespace ClinicDesk
