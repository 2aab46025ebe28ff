#pragma once

#include "models/AppointmentCommands.h"

#include <QObject>

namespace ClinicDesk {

class ReceptionModels;

/// What asks before it is done to a visit: another room, cancelling. The dialog names the visit it
/// was given and is about that one to its end, whatever becomes current meanwhile. GUI thread.
class VisitCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitCommands)
public:
    /// Dialogs open over the window of `host`.
    VisitCommands(ReceptionModels &models, QWidget *host);

    void cancel(const AppointmentRow &row);
    void changeRoom(const AppointmentRow &row);

private:
    ReceptionModels &m_models;
    QWidget *m_host;
};

} // namespace ClinicDesk
