#include "views/record/RecordPage.h"

#include "models/ReceptionModels.h"
#include "views/paper/Papers.h"
#include "views/paper/PatientCardDialog.h"
#include "views/record/PatientActions.h"
#include "views/record/PatientRecordView.h"

#include <QVBoxLayout>

namespace ClinicDesk {

RecordPage::RecordPage(ReceptionModels &models, PatientActions &actions, QWidget *parent)
    : Page(tr("Patient record"), parent)
    , m_models(models)
    , m_actions(actions)
    , m_view(new PatientRecordView(models, actions, *this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    connect(m_view, &PatientRecordView::closeWanted, this, &RecordPage::closeWanted);
    connect(m_view, &PatientRecordView::openWanted, this, &RecordPage::open);
    connect(m_view, &PatientRecordView::visitWanted, this, &RecordPage::visitWanted);
    connect(this, &Page::commandsChanged, this, [this] { m_view->setReadOnlyReason(whyNot()); });
    connectModel();
}

void RecordPage::connectModel()
{
    PatientRecordModel &record = m_models.record();
    connect(m_actions.save, &QAction::triggered, &record, &PatientRecordModel::save);
    connect(m_actions.discard, &QAction::triggered, &record, &PatientRecordModel::discard);
    addCommand(*m_actions.card, Effect::Reads, {}, [this](const Current &) { printCard(); });
    connect(&record, &PatientRecordModel::opened, this, [this] {
        const PatientId patient = m_models.record().patient();
        m_models.visits().show(patient);
        setCurrent({std::nullopt, patient});
        Q_EMIT opened();
    });
    connect(&record, &PatientRecordModel::saved, this, [this] {
        const Patient &patient = m_models.record().stored();
        Q_EMIT saved(tr("Record of %1 saved").arg(listName(patient.familyName, patient.givenName)));
    });
    connect(&record, &PatientRecordModel::failed, this, [this](const Error &error) {
        if (isHidden())
            Q_EMIT failed(error);
    });
}

void RecordPage::addMenus(QMenuBar &bar)
{
    m_actions.addMenu(bar);
}

void RecordPage::focusFirst()
{
    m_view->focusFirst();
}

void RecordPage::open(PatientId patient)
{
    m_models.record().open(patient);
}

bool RecordPage::cancelOpening()
{
    if (!isHidden() || !m_models.record().isOpening())
        return false;
    m_models.record().close();
    return true;
}

void RecordPage::left()
{
    if (current().isEmpty())
        return;
    const Patient patient = m_models.record().stored();
    const bool isKept = m_models.record().close();
    m_models.visits().show({});
    setCurrent({});
    if (isKept) {
        Q_EMIT kept(
            tr("Your changes to %1 are kept, but not saved. Open the record again to save them.")
                .arg(listName(patient.familyName, patient.givenName)));
    }
}

int RecordPage::minimumPageWidth() const
{
    return m_view->minimumPageWidth();
}

void RecordPage::printCard()
{
    if (!m_models.record().isOpen())
        return;
    const Patient patient = m_models.record().stored();
    const PatientCard card = Papers::card(patient, m_models.visits().rows(), m_models.catalogue(),
                                          m_models.clock(), m_models.session().clinic.name);
    auto *dialog = new PatientCardDialog(m_models.card(), patient, card, m_models.clock(),
                                         m_models.deskView(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setReadOnlyReason(m_models.connection().whyReadOnly());
    dialog->open();
}

} // namespace ClinicDesk
