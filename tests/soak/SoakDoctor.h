#pragma once

#include "bench/OpenDesk.h"
#include "soak/SoakReport.h"

namespace ClinicDesk {

class RowList;

/// Works a doctor's window step by step, by keys: confirms requests, starts and completes visits.
class SoakDoctor
{
public:
    SoakDoctor(BenchClinic &clinic, const QString &login, SoakReport &report);

    void step();
    /// The selected request is still the one that was left selected, while it waits.
    void watch();
    [[nodiscard]] OpenDesk &desk() { return m_desk; }
    [[nodiscard]] int steps() const { return m_steps; }

private:
    void confirmOne();
    void takeNextStep();
    [[nodiscard]] AppointmentId selected() const;

    OpenDesk m_desk;
    SoakReport &m_report;
    RequestInboxModel &m_inbox;
    DoctorDayModel &m_day;
    RowList &m_requests;
    RowList &m_visits;
    AppointmentId m_selected;
    bool m_isActing = false;
    int m_steps = 0;
};

} // namespace ClinicDesk
