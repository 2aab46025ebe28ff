#include "views/paper/PatientCardDialog.h"

#include "domain/ErrorText.h"
#include "models/ClinicClock.h"
#include "models/PatientCardModel.h"
#include "widgets/IdentityLabel.h"
#include "widgets/TextLabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

PatientCardDialog::PatientCardDialog(PatientCardModel &model, const Patient &patient,
                                     const PatientCard &card, const ClinicClock &clock,
                                     DeskView &desk, QWidget *parent)
    : PaperDialog(std::make_shared<CardDocument>(card, CardLayout::Card), desk, parent)
    , m_model(model)
    , m_patient(patient.id)
    , m_card(card)
{
    const Theme &theme = Theme::of(this);
    setObjectName(u"cardDialog"_s);
    addChoices(patient, clock);
    connect(&model, &PatientCardModel::renewed, this, &PatientCardDialog::onRenewed);
    connect(&model, &PatientCardModel::failed, this, [this, clock](const Error &error) {
        m_isRenewing = false;
        refreshRenew();
        setProblem(errorText(error, clock.zone(), clock.now()));
    });
    connect(this, &PaperDialog::saved, this, &PatientCardDialog::onWritten);
    connect(this, &PaperDialog::printed, this,
            [this](const QString &printer) { onWritten(tr("printer \"%1\"").arg(printer)); });
    refresh();
    resize(QSize(theme.px(520), theme.px(560)).boundedTo(parent->window()->size()));
}

void PatientCardDialog::addChoices(const Patient &patient, const ClinicClock &clock)
{
    auto *identity = new IdentityLabel(this);
    identity->setPatient(patient, clock.today());
    auto *row = new QWidget(this);
    m_layout = new QComboBox(row);
    m_layout->setObjectName(u"cardLayout"_s);
    m_layout->setAccessibleName(tr("Size"));
    m_layout->addItem(tr("Card, as a bank card"), QVariant::fromValue(int(CardLayout::Card)));
    m_layout->addItem(tr("Slip, A6"), QVariant::fromValue(int(CardLayout::Slip)));
    m_renew = new QPushButton(tr("Make a new &code"), row);
    m_renew->setObjectName(u"renewCard"_s);
    // It ends the patient's card: only who goes to it and presses it means it.
    m_renew->setAutoDefault(false);
    m_note = new TextLabel({}, TextRole::Body, Token::SecondaryText, this);
    m_note->setObjectName(u"cardNote"_s);
    m_note->setWordWrap(true);
    auto *places = new QHBoxLayout(row);
    places->setContentsMargins(0, 0, 0, 0);
    places->addWidget(m_layout, 1);
    places->addWidget(m_renew);
    addAbove(identity);
    addAbove(row);
    addAbove(m_note);
    connect(m_layout, &QComboBox::currentIndexChanged, this, &PatientCardDialog::refresh);
    connect(m_renew, &QPushButton::clicked, this, [this] {
        setProblem({});
        m_isRenewing = true;
        focusSafe(); // before the button that has it is switched off
        refreshRenew();
        m_model.renew(m_patient);
    });
}

void PatientCardDialog::setReadOnlyReason(const QString &why)
{
    m_whyReadOnly = why;
    refreshRenew();
}

void PatientCardDialog::refreshRenew()
{
    m_renew->setEnabled(m_whyReadOnly.isEmpty() && !m_isRenewing);
    m_renew->setToolTip(m_whyReadOnly);
}

void PatientCardDialog::reject()
{
    if (!isWriting() && std::exchange(m_isDue, false)) {
        setProblem(tr("The new code has not been printed or saved. Print or save it now, or "
                      "close again to do without a card."));
        return;
    }
    PaperDialog::reject();
}

void PatientCardDialog::onRenewed(PatientId id, const QString &code)
{
    if (id != m_patient)
        return;
    m_card.code = code;
    m_isDue = true;
    m_isRenewing = false;
    refreshRenew();
    refresh();
}

void PatientCardDialog::onWritten(const QString &where)
{
    if (isWrittenAsShown())
        m_isDue = false;
    m_note->setText(tr("Done: %1.").arg(where));
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
    setDocument(std::make_shared<CardDocument>(m_card, layoutWanted()));
}

} // namespace ClinicDesk
