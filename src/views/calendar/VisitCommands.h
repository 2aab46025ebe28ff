#pragma once

#include "models/AppointmentCommands.h"

#include <QPointer>

namespace ClinicDesk {

class CancelDialog;
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
    /// True: the form that still stands for `wanted` says it, with all that was typed.
    bool refuseInForm(const DoneCommand &wanted, const Error &error);

private:
    ReceptionModels &m_models;
    QWidget *m_host;
    QPointer<CancelDialog> m_cancelDialog; ///< while it is open
};

} // namespace ClinicDesk
