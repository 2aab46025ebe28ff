#pragma once

#include "views/visits/VisitTexts.h"

#include <QWidget>

namespace ClinicDesk {

class TextLabel;

/// When an open visit is and with whom; below it, marked, what another desk changed and what that
/// was before.
class VisitWhen final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitWhen)
public:
    enum class Day { Shown, Hidden };

    /// Follows `visit`, which must outlive it.
    VisitWhen(const OpenVisit &visit, const ClinicClock &clock,
              const VisitTexts::DoctorName &doctorName, Day day, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    /// What is marked, for a form that has another place for it than below.
    [[nodiscard]] QWidget *mark() const;

private:
    void refresh();

    const OpenVisit &m_visit;
    ClinicClock m_clock;
    VisitTexts::DoctorName m_doctorName;
    Day m_day;
    TextLabel *m_when;
    TextLabel *m_mark;
};

} // namespace ClinicDesk
