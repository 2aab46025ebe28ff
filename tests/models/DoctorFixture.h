#pragma once

#include "models/DoctorModels.h"
#include "services/LiveFixture.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

/// Dr Osei, signed in with live updates. At 10:07 he has requests at 11:20 (patient 1) and 11:40
/// (patient 2) and today's confirmed visits at 10:00 (patient 3, begun) and 10:40 (patient 4).
class DoctorFixture : public LiveFixture
{
protected:
    void SetUp() override;
    void TearDown() override;

    [[nodiscard]] RequestInboxModel &inbox() { return m_models->inbox(); }
    [[nodiscard]] DoctorDayModel &day() { return m_models->day(); }
    [[nodiscard]] static AppointmentId id(qint64 value) { return AppointmentId {value}; }

    std::unique_ptr<DoctorModels> m_models;
    qint64 m_first = 0;
    qint64 m_second = 0;
    qint64 m_begun = 0;
    qint64 m_later = 0;
};

} // namespace ClinicDesk
