#include "views/calendar/VisitCommands.h"

#include "domain/ErrorText.h"
#include "models/ReceptionModels.h"
#include "views/reception/CancelDialog.h"
#include "views/reception/RoomDialog.h"

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
    auto *dialog = new CancelDialog(*visit, VisitTexts::namesFrom(m_models.catalogue()),
                                    m_models.clock(), m_host->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CancelDialog::confirmed, &m_models.commands(), &AppointmentCommands::cancel);
    connect(&m_models.connection(), &ConnectionModel::stateChanged, dialog,
            [this, dialog] { dialog->setReadOnly(m_models.connection().whyReadOnly()); });
    connect(dialog, &QDialog::finished, this, [this] { m_cancelDialog = nullptr; });
    m_cancelDialog = dialog;
    dialog->open();
}

void VisitCommands::changeRoom(const AppointmentRow &row)
{
    RoomChange &change = m_models.roomChange();
    change.begin(row);
    OpenVisit *const visit = m_models.makeOpenVisit(m_host);
    visit->open(row);
    auto *dialog = new RoomDialog(*visit, change, VisitTexts::namesFrom(m_models.catalogue()),
                                  m_models.clock(), m_host->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

bool VisitCommands::refuseInForm(const DoneCommand &wanted, const Error &error)
{
    if (wanted.kind != DoneCommand::Kind::Cancelled || !m_cancelDialog
        || !m_cancelDialog->isSending() || m_cancelDialog->visit() != wanted.appointment.id)
        return false;
    m_cancelDialog->refuse(errorText(error, m_models.clock().zone(), m_models.clock().now()));
    return true;
}

} // namespace ClinicDesk
