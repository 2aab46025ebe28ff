#pragma once

#include "views/visits/ReasonDialog.h"

#include <QMenu>

#include <functional>

class QAbstractItemView;

namespace ClinicDesk {

/// The quick way to a reason: a menu at the current row of a list that digits choose from; the last
/// entry takes own words in a ReasonDialog. Opens at once and deletes itself. GUI thread.
class ReasonMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReasonMenu)
public:
    /// False: it is not to be done to the visit any more.
    using Send = std::function<bool(const AppointmentRow &seen, const QString &reason)>;
    /// An OpenVisit that is watched, owned by its argument.
    using MakeVisit = std::function<OpenVisit *(QObject *owner)>;
    struct Parts
    {
        QAbstractItemView &list;
        const ClinicClock &clock;
        VisitTexts::DoctorName doctorName;
        MakeVisit makeVisit;
        std::function<void()> chosen = {}; ///< a reason of the menu was sent
    };

    /// Asks `question` of `visit`, and sends the reason with the visit as it was looked at.
    ReasonMenu(const AppointmentRow &visit, const ReasonDialog::Question &question,
               const Parts &parts, const Send &send);

private:
    static void openDialog(const AppointmentRow &visit, ReasonDialog::Question question,
                           const Parts &parts, const Send &send);
};

} // namespace ClinicDesk
