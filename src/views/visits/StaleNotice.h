#pragma once

#include "views/visits/VisitTexts.h"

#include <QObject>
#include <QTimer>

namespace ClinicDesk {

class Banner;

/// Says in a form's bar that another desk changed its visit, who and how long ago, and offers to
/// use theirs or to compare; either makes the visit current again. GUI thread.
class StaleNotice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StaleNotice)
public:
    /// `possible`: whether the form's action can still be done to a visit; where it cannot, the bar
    /// only says so. Empty: the form has more than one action.
    using Possible = std::function<bool(const Appointment &)>;

    /// Follows `visit`, which must outlive it.
    StaleNotice(OpenVisit &visit, const ClinicClock &clock,
                const VisitTexts::DoctorName &doctorName, Banner &banner,
                const Possible &possible = {});

    /// The form's action is not possible any more, whoever looks.
    [[nodiscard]] bool isOver() const;

private:
    void refresh();
    void compare();
    [[nodiscard]] QString text() const;

    OpenVisit &m_visit;
    ClinicClock m_clock;
    VisitTexts::DoctorName m_doctorName;
    Banner &m_banner;
    Possible m_possible;
    QTimer m_tick;
    int m_shownVersion = 0; ///< what the bar speaks of; 0: nothing
};

} // namespace ClinicDesk
