#include "views/paper/PatientCardDialog.h"

#include "domain/ErrorText.h"
#include "models/ClinicClock.h"
#include "models/PatientCardModel.h"
#include "views/paper/CardPreview.h"
#include "widgets/FieldError.h"
#include "widgets/IdentityLabel.h"
#include "widgets/TextLabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

PatientCardDialog::PatientCardDialog(PatientCardModel &model, const Patient &patient,
                                     const PatientCard &card, const ClinicClock &clock,
                                     QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_patient(patient.id)
    , m_card(card)
{
    const Theme &theme = Theme::of(this);
    setObjectName(u"cardDialog"_s);
    setWindowTitle(tr("Appointment card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    layout->setSpacing(theme.px(12));
    addChoices(patient, clock);
    m_preview = new CardPreview(this);
    layout->addWidget(m_preview, 1);
    addButtons();
    connect(&model, &PatientCardModel::renewed, this, &PatientCardDialog::onRenewed);
    connect(&model, &PatientCardModel::failed, this,
            [this, zone = clock.zone(), clock](const Error &error) {
                m_renew->setEnabled(true);
                m_problem->setText(errorText(error, zone, clock.now()));
            });
    refresh();
    resize(QSize(theme.px(520), theme.px(560)).boundedTo(parent->window()->size()));
    m_renew->setFocus();
}

void PatientCardDialog::addChoices(const Patient &patient, const ClinicClock &clock)
{
    auto *identity = new IdentityLabel(this);
    identity->setPatient(patient, clock.today());
    m_layout = new QComboBox(this);
    m_layout->setObjectName(u"cardLayout"_s);
    m_layout->setAccessibleName(tr("Size"));
    m_layout->addItem(tr("Card, as a bank card"), QVariant::fromValue(int(CardLayout::Card)));
    m_layout->addItem(tr("Slip, A6"), QVariant::fromValue(int(CardLayout::Slip)));
    m_renew = new QPushButton(tr("Make a new &code"), this);
    m_renew->setObjectName(u"renewCard"_s);
    m_problem = new FieldError(m_renew, this);
    m_note = new TextLabel({}, TextRole::Body, Token::SecondaryText, this);
    m_note->setObjectName(u"cardNote"_s);
    m_note->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_layout, 1);
    row->addWidget(m_renew);
    auto *whole = static_cast<QVBoxLayout *>(layout());
    whole->addWidget(identity);
    whole->addLayout(row);
    whole->addWidget(m_note);
    whole->addWidget(m_problem);
    connect(m_layout, &QComboBox::currentIndexChanged, this, &PatientCardDialog::refresh);
    connect(m_renew, &QPushButton::clicked, this, [this] {
        m_problem->setText({});
        m_renew->setEnabled(false);
        m_model.renew(m_patient);
    });
}

void PatientCardDialog::addButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    auto *print = buttons->addButton(tr("&Print..."), QDialogButtonBox::ActionRole);
    auto *pdf = buttons->addButton(tr("&Save as PDF..."), QDialogButtonBox::ActionRole);
    auto *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    print->setObjectName(u"printCard"_s);
    pdf->setObjectName(u"saveCard"_s);
    close->setObjectName(u"closeCard"_s);
    connect(print, &QPushButton::clicked, this, &PatientCardDialog::print);
    connect(pdf, &QPushButton::clicked, this, &PatientCardDialog::savePdf);
    connect(buttons, &QDialogButtonBox::rejected, this, &PatientCardDialog::reject);
    layout()->addWidget(buttons);
}

void PatientCardDialog::setReadOnlyReason(const QString &why)
{
    m_renew->setEnabled(why.isEmpty());
    m_renew->setToolTip(why);
}

void PatientCardDialog::reject()
{
    if (std::exchange(m_isDue, false)) {
        m_problem->setText(
            tr("The new code has not been printed or saved. Print or save it now, or "
               "close again to do without a card."));
        return;
    }
    QDialog::reject();
}

void PatientCardDialog::onRenewed(PatientId id, const QString &code)
{
    if (id != m_patient)
        return;
    m_card.code = code;
    m_isDue = true;
    m_renew->setEnabled(true);
    refresh();
}

void PatientCardDialog::print()
{
    auto *printer = new QPrinter(QPrinter::HighResolution);
    // The job's name is seen by others and kept in logs: it names nobody.
    printer->setDocName(tr("Appointment card"));
    auto *dialog = new QPrintDialog(printer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        onWritten(CardPaper::print(*printer, m_card, layoutWanted()),
                  tr("printer \"%1\"").arg(printer->printerName()));
    });
    connect(dialog, &QObject::destroyed, this, [printer] { delete printer; });
    dialog->open();
}

void PatientCardDialog::savePdf()
{
    auto *dialog = new QFileDialog(this, tr("Save as PDF"));
    dialog->setObjectName(u"cardFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->setNameFilter(tr("PDF (*.pdf)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(tr("appointment-card.pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        onWritten(CardPaper::savePdf(path, m_card, layoutWanted()), path);
    });
    dialog->open();
}

void PatientCardDialog::onWritten(bool done, const QString &where)
{
    if (done) {
        m_isDue = false;
        m_problem->setText({});
        m_note->setText(tr("Done: %1.").arg(where));
    } else {
        m_problem->setText(
            tr("The card could not be written to %1. Choose another place or print it.")
                .arg(where));
    }
}

CardLayout PatientCardDialog::layoutWanted() const
{
    return static_cast<CardLayout>(m_layout->currentData().toInt());
}

void PatientCardDialog::refresh()
{
    m_note->setText(m_card.code.isEmpty()
                        ? tr("Without a code this is a reminder only. As soon as a new code is "
                             "made, a card printed earlier stops working.")
                        : tr("This code is shown only now. A card printed earlier has stopped "
                             "working."));
    m_preview->show(m_card, layoutWanted());
}

} // namespace ClinicDesk
