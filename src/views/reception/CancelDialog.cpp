#include "views/reception/CancelDialog.h"

#include "models/AppointmentCommands.h"
#include "ui_ReceptionCancelDialog.h"
#include "views/booking/FormScroll.h"
#include "views/visits/StaleNotice.h"
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

CancelDialog::CancelDialog(OpenVisit &visit, const VisitTexts::DoctorName &doctorName,
                           const ClinicClock &clock, QWidget *parent)
    : QDialog(parent)
    , m_visit(visit)
    , m_ui(std::make_unique<Ui::ReceptionCancelDialog>())
    , m_reasons(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    setObjectName(u"cancelDialog"_s);
    m_visit.setParent(this);
    const AppointmentRow &row = m_visit.seen();
    auto *banner = new Banner(this);
    auto *notice
        = new StaleNotice(m_visit, clock, doctorName, *banner, &AppointmentCommands::canCancel);
    auto *identity = new IdentityLabel(this);
    identity->setPatient(row.familyName, row.givenName, row.birthDate, row.recordNumber,
                         clock.today());
    m_ui->bar->addWidget(banner);
    m_ui->who->addWidget(identity);
    m_ui->who->addWidget(new VisitWhen(m_visit, clock, doctorName, VisitWhen::Day::Shown, this));
    m_problem = new FieldError(m_ui->details, this);
    m_ui->problem->addWidget(m_problem);
    m_sending = new VisitSending(
        m_visit, *notice, {m_ui->cancelAppointment, m_ui->keep, m_ui->details},
        {m_ui->cancelAppointment->text(), tr("Cancelling..."), m_ui->keep->text(), tr("Close")},
        this);
    m_ui->layout->insertWidget(m_ui->layout->indexOf(m_ui->buttons), m_sending->line());
    connect(m_sending, &VisitSending::done, this, [this] { QDialog::accept(); });
    auto *scroll = new FormScroll(m_ui->body, this);
    m_ui->layout->insertWidget(1, scroll, 1);
    setMinimumWidth(Theme::of(parent).px(440));
    new FitHeight(*this, scroll);
    m_ui->cancelAppointment->setObjectName(u"cancelAppointment"_s);
    addReasons();
    connect(m_ui->keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->cancelAppointment, &QPushButton::clicked, this, &CancelDialog::accept);
}

CancelDialog::~CancelDialog() = default;

void CancelDialog::addReasons()
{
    const QStringList reasons {tr("Patient called to cancel"), tr("Patient is ill"),
                               tr("Doctor is away"), tr("Booked by mistake"),
                               tr("Moved to another clinic")};
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
    m_reasons->button(0)->setFocus();
    m_reasons->button(0)->setChecked(false);
}

void CancelDialog::accept()
{
    if (!m_sending->canSend())
        return;
    const QString why = reason();
    if (why.isEmpty()) {
        m_problem->setText(tr("Choose a reason or write one."));
        return;
    }
    m_sending->begin();
    Q_EMIT confirmed(m_visit.seen(), why);
}

AppointmentId CancelDialog::visit() const
{
    return m_visit.seen().appointment.id;
}

bool CancelDialog::isSending() const
{
    return m_sending->isSending();
}

void CancelDialog::refuse(const QString &why)
{
    m_sending->refuse(why);
}

void CancelDialog::setReadOnly(const QString &why)
{
    m_sending->setReadOnly(why);
}

QString CancelDialog::reason() const
{
    QStringList parts;
    if (const QAbstractButton *const chosen = m_reasons->checkedButton())
        parts << chosen->property("reason").toString();
    if (const QString own = m_ui->details->text().simplified(); !own.isEmpty())
        parts << own;
    return parts.join(u": "_s);
}

} // namespace ClinicDesk
