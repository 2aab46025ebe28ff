#include "views/calendar/VisitCommands.h"

#include "models/ReceptionModels.h"
#include "views/reception/RoomDialog.h"
#include "views/visits/ReasonDialog.h"

namespace ClinicDesk {

VisitCommands::VisitCommands(ReceptionModels &models, QWidget *host)
    : QObject(host)
    , m_models(models)
    , m_host(host)
{
}

void VisitCommands::cancel(const AppointmentRow &row)
{
    OpenVisit *const visit = m_models.makeOpenVisit(m_host);
    visit->open(row);
    ReasonDialog::Question question;
    question.title = tr("Cancel appointment");
    question.text = tr("Why is it cancelled?");
    question.reasons = {tr("Patient called to cancel"), tr("Patient is ill"), tr("Doctor is away"),
                        tr("Booked by mistake"), tr("Moved to another clinic")};
    question.words = tr("&Details");
    question.empty = tr("Choose a reason or write one.");
    question.act = tr("Cancel appointment");
    question.acting = tr("Cancelling...");
    question.back = tr("Keep it");
    question.possible = [&commands = m_models.commands()](const Appointment &now) {
        return commands.canCancel(now);
    };
    auto *dialog = new ReasonDialog(question, *visit, m_models.clock(),
                                    VisitTexts::namesFrom(m_models.catalogue()), m_host->window());
    connect(dialog, &ReasonDialog::reasonGiven, &m_models.commands(), &AppointmentCommands::cancel);
    dialog->open();
}

void VisitCommands::changeRoom(const AppointmentRow &row)
{
    RoomChange &change = m_models.roomChange();
    change.begin(row);
    OpenVisit *const visit = m_models.makeOpenVisit(m_host);
    visit->open(row);
    auto *dialog = new RoomDialog(*visit, change, m_models.commands(),
                                  VisitTexts::namesFrom(m_models.catalogue()), m_models.clock(),
                                  m_host->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ClinicDesk
