#include "views/reception/CancelDialog.h"

#include "ui_ReceptionCancelDialog.h"
#include "widgets/FieldError.h"
#include "widgets/Format.h"
#include "widgets/IdentityLabel.h"
#include "widgets/TextLabel.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

CancelDialog::CancelDialog(const AppointmentRow &row, const QString &doctorName,
                           const ClinicClock &clock, QWidget *parent)
    : QDialog(parent)
    , m_row(row)
    , m_ui(std::make_unique<Ui::ReceptionCancelDialog>())
    , m_reasons(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    setObjectName(u"cancelDialog"_s);
    auto *identity = new IdentityLabel(this);
    identity->setPatient(row.familyName, row.givenName, row.birthDate, row.recordNumber,
                         clock.today());
    auto *when
        = new TextLabel(tr("%1, %2", "date and time, doctor")
                            .arg(Format::dateTime(row.appointment.start, clock.zone()), doctorName),
                        TextRole::Body, Token::Text, this);
    m_ui->who->addWidget(identity);
    m_ui->who->addWidget(when);
    m_problem = new FieldError(m_ui->details, this);
    m_ui->problem->addWidget(m_problem);
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
    const QString why = reason();
    if (why.isEmpty()) {
        m_problem->setText(tr("Choose a reason or write one."));
        return;
    }
    Q_EMIT confirmed(m_row, why);
    QDialog::accept();
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
