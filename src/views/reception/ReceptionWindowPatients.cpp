#include "views/reception/ReceptionWindow.h"

#include "models/ReceptionModels.h"
#include "views/booking/BookingForm.h"
#include "views/booking/BookingPanel.h"
#include "views/paper/PatientCardDialog.h"
#include "views/reception/PatientPicker.h"
#include "views/reception/ReceptionTopBar.h"
#include "views/reception/VisitStrip.h"
#include "views/record/PatientActions.h"
#include "views/record/PatientRecordView.h"
#include "widgets/Toast.h"
#include "widgets/agenda/AgendaView.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

void ReceptionWindow::connectPatients()
{
    m_strip->addCommand(m_patientActions->record);
    PatientRecordModel &record = m_models.record();
    connect(m_patientActions->record, &QAction::triggered, this, &ReceptionWindow::openRecordHere);
    connect(m_patientActions->save, &QAction::triggered, &record, &PatientRecordModel::save);
    connect(m_patientActions->discard, &QAction::triggered, &record, &PatientRecordModel::discard);
    connect(m_patientActions->card, &QAction::triggered, this, &ReceptionWindow::openCard);
    connect(m_record, &PatientRecordView::closeWanted, this, &ReceptionWindow::closeRecord);
    connect(m_record, &PatientRecordView::openWanted, this, &ReceptionWindow::openRecord);
    connect(m_record, &PatientRecordView::visitWanted, this, [this](const AppointmentRow &visit) {
        goToVisit(visit.appointment.patient, visit.appointment.start);
    });
    connect(&record, &PatientRecordModel::opened, this, [this] {
        m_models.visits().show(m_models.record().patient());
        m_middle->hide();
        m_record->show();
        fitPanes();
        refreshActions();
        m_record->focusFirst();
    });
    connect(&record, &PatientRecordModel::saved, this, [this] {
        const Patient &patient = m_models.record().stored();
        m_models.notifications().keep(
            tr("Record of %1 saved").arg(listName(patient.familyName, patient.givenName)));
    });
    connect(&record, &PatientRecordModel::failed, this, [this](const Error &error) {
        if (m_record->isHidden())
            onFailed(error);
    });
}

void ReceptionWindow::openRecord(PatientId patient)
{
    QWidget *const now = QApplication::focusWidget();
    if (m_record->isHidden())
        m_recordOpener = now;
    m_topBar->search().closeList();
    m_models.record().open(patient);
}

void ReceptionWindow::openRecordHere()
{
    const PatientId patient = patientHere();
    if (patient.isValid())
        openRecord(patient);
    else if (m_record->isVisible())
        m_record->focusFirst();
    else
        m_toast->present(tr("No patient is chosen. Find one with Ctrl+F, then press F2."), {}, 8);
}

void ReceptionWindow::closeRecord()
{
    if (m_record->isHidden())
        return;
    const Patient patient = m_models.record().stored();
    const bool hadFocus = m_record->isAncestorOf(QApplication::focusWidget());
    const bool isKept = m_models.record().close();
    m_models.visits().show({});
    m_record->hide();
    m_middle->show();
    fitPanes();
    refreshActions();
    if (hadFocus) {
        QWidget *const opener
            = m_recordOpener && m_recordOpener->isVisible() ? m_recordOpener.data() : m_agenda;
        opener->setFocus(Qt::OtherFocusReason);
    }
    if (isKept) {
        say(tr("Your changes to %1 are kept, but not saved. Open the record again to save them.")
                .arg(listName(patient.familyName, patient.givenName)));
    }
}

void ReceptionWindow::openCard()
{
    if (!m_models.record().isOpen())
        return;
    const Patient patient = m_models.record().stored();
    PatientCard card;
    card.clinic = m_models.session().clinic.name;
    card.name = u"%1 %2"_s.arg(patient.givenName, patient.familyName);
    card.zone = m_models.clock().zone();
    for (const AppointmentRow &row : m_models.visits().rows()) {
        const Appointment &visit = row.appointment;
        if (visit.start > m_models.clock().now() && holdsSlot(visit.status))
            card.visits.prepend({visit.start, m_models.catalogue().doctorName(visit.doctor)});
    }
    auto *dialog = new PatientCardDialog(m_models.card(), patient, card, m_models.clock(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setReadOnlyReason(m_models.connection().whyReadOnly());
    dialog->open();
}

void ReceptionWindow::refreshPatientActions(const QString &whyReadOnly)
{
    m_record->setReadOnlyReason(whyReadOnly);
}

PatientId ReceptionWindow::patientHere() const
{
    for (const PatientPicker *picker : {&m_topBar->search(), &m_panel->form().picker()}) {
        if (const auto match = picker->highlighted())
            return match->id;
    }
    const std::optional<PatientMatch> &booking = m_models.booking().patient();
    const QWidget *const now = QApplication::focusWidget();
    const bool inPanel = now && m_panel->isVisible() && m_panel->isAncestorOf(now);
    if (inPanel && booking)
        return booking->id;
    if (const AppointmentRow *const row = currentRow())
        return row->appointment.patient;
    return booking && m_record->isHidden() ? booking->id : PatientId {};
}

} // namespace ClinicDesk
