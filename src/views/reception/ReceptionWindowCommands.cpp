#include "views/reception/ReceptionWindow.h"

#include "models/ReceptionModels.h"
#include "views/booking/BookingForm.h"
#include "views/booking/BookingPanel.h"
#include "views/booking/QuickBooking.h"
#include "views/commands/CommandPalette.h"
#include "views/commands/KeysDialog.h"
#include "views/reception/CancelDialog.h"
#include "views/reception/PatientPicker.h"
#include "views/reception/ReceptionActions.h"
#include "views/reception/ReceptionTexts.h"
#include "views/reception/VisitStrip.h"
#include "views/record/PatientActions.h"
#include "views/record/PatientRecordView.h"
#include "widgets/agenda/AgendaView.h"

#include <QLineEdit>
#include <QMenu>

namespace ClinicDesk {

void ReceptionWindow::onPatientFound(const PatientMatch &patient)
{
    if (patient.nextVisit) {
        goToVisit(patient.id, *patient.nextVisit);
        return;
    }
    rememberOpener();
    m_panel->beginFor(patient, m_agenda->cursor().doctor);
}

void ReceptionWindow::goToVisit(PatientId patient, const QDateTime &start)
{
    closeRecord();
    m_wantedPatient = patient;
    m_wantedStart = start;
    for (const AppointmentRow &row : m_models.day().rows()) {
        if (m_view != CalendarView::Month && row.appointment.patient == patient
            && row.appointment.start == start) {
            m_wantedPatient = {};
            m_agenda->selectVisit(row.appointment.id);
            openVisit(row.appointment.id);
            return;
        }
    }
    const QDate day = m_models.clock().dayOf(start);
    if (m_view == CalendarView::Day && m_models.day().day() == day) {
        m_wantedPatient = {};
        return;
    }
    const bool isThere = m_models.day().period() == DayPeriod {day, day, {}};
    m_shown = day;
    if (m_view == CalendarView::Day)
        showDay(day);
    else
        setView(CalendarView::Day);
    if (isThere)
        goToVisit(patient, start);
}

void ReceptionWindow::openVisit(AppointmentId id)
{
    if (id.isValid())
        m_strip->openVisit(id);
    fitPanes();
    refreshActions();
}

void ReceptionWindow::cancelVisit()
{
    const AppointmentRow *const row = currentRow();
    if (!row)
        return;
    OpenVisit *const visit = m_models.makeOpenVisit(this);
    visit->open(*row);
    auto *dialog = new CancelDialog(*visit, VisitTexts::namesFrom(m_models.catalogue()),
                                    m_models.clock(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CancelDialog::confirmed, &m_models.commands(), &AppointmentCommands::cancel);
    connect(&m_models.connection(), &ConnectionModel::stateChanged, dialog,
            [this, dialog] { dialog->setReadOnly(m_models.connection().whyReadOnly()); });
    connect(dialog, &QDialog::finished, this, [this] { m_cancelDialog = nullptr; });
    m_cancelDialog = dialog;
    dialog->open();
}

void ReceptionWindow::showContextMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    if (currentRow()) {
        menu->addActions(m_actions->appointmentMenu());
        menu->addAction(m_patientActions->record);
    } else
        menu->addAction(tr("Book here"), this, [this] { beginAtSlot({}); });
    menu->popup(at);
}

const AppointmentRow *ReceptionWindow::currentRow() const
{
    if (!m_record->isHidden())
        return nullptr; // nothing is done to a visit that is not in sight
    // The month hides the grid, and what is selected in it.
    const AppointmentId selected
        = m_view == CalendarView::Month ? AppointmentId() : m_agenda->cursor().visit;
    if (m_strip->row() && (!selected.isValid() || selected == m_strip->visit()))
        return m_strip->row();
    return m_models.day().row(selected);
}

void ReceptionWindow::openPalette()
{
    auto *palette
        = new CommandPalette(*menuBar(), &m_models.paletteSearch(), m_models.clock(), this);
    connect(palette, &CommandPalette::patientChosen, this, &ReceptionWindow::onPatientFound);
    connect(palette, &CommandPalette::wordsChanged, palette, [this, palette](const QString &words) {
        const auto booking
            = QuickBooking::read(words, m_models.catalogue().doctors(),
                                 m_models.catalogue().visitTypes(), m_models.clock().today());
        palette->setBooking(booking ? booking->text() : QString());
    });
    connect(palette, &CommandPalette::bookingChosen, this, &ReceptionWindow::bookInWords);
    palette->open();
}

void ReceptionWindow::showKeys()
{
    const QList<KeyGroup::Line> others {
        {tr("Arrows"), tr("next slot, next doctor")},
        {tr("Enter"), tr("open an appointment, or book a free slot")},
        {tr("Letters"), tr("on a free slot: book it for the patient of that name")},
        {tr("Shift+Up, Shift+Down"), tr("lengthen a free selection")},
        {tr("Enter, Esc"), tr("while an appointment is being moved: leave it there, give up")},
        {tr("Del"), tr("on the shelf: take it off, it stays booked")},
        {tr("Shift+F10"), tr("all that can be done here")},
        {tr("Enter"), tr("in the panel: next field, at the end book")},
        {tr("Esc"), tr("close the list, then free the time, then close the panel")}};
    auto *dialog = new KeysDialog(*menuBar(), {{tr("Day and booking panel"), others}}, this);
    dialog->open();
}

} // namespace ClinicDesk
