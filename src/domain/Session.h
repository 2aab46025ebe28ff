#pragma once

#include "domain/Clinic.h"
#include "domain/Device.h"
#include "domain/Staff.h"
#include "domain/StatusMoves.h"

#include <variant>

namespace ClinicDesk {

/// Who is signed in, where; fixed from sign-in to sign-out.
struct Session
{
    std::variant<Staff, Device> who = {};
    std::optional<DoctorId> doctor = {}; ///< set when the person is a doctor
    Clinic clinic = {}; ///< a device may not read it yet: without a name, in UTC
    ClinicSettings settings = {};
    StatusMoves moves = {}; ///< of this person; none for a device
    QString deskName = {};
    qint64 serverAheadMs = 0; ///< server's clock minus this computer's

    /// nullptr for a device, and for a person.
    [[nodiscard]] const Staff *staff() const { return std::get_if<Staff>(&who); }
    [[nodiscard]] const Device *device() const { return std::get_if<Device>(&who); }
    [[nodiscard]] QString login() const;
    /// As others see the person or device.
    [[nodiscard]] QString name() const;
};

} // namespace ClinicDesk
