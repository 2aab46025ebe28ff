#pragma once

#include "ctl/Arguments.h"
#include "domain/Staff.h"

namespace ClinicDesk::Ctl {

/// A new login. The password is read by the run: from the file, else from stdin.
struct NewStaff
{
    Staff person;
    std::optional<QString> passwordFile;
};

struct NewPassword
{
    QString login;
    std::optional<QString> passwordFile;
};

[[nodiscard]] Result<NewStaff> readNewStaff(Arguments arguments);
[[nodiscard]] Result<NewPassword> readNewPassword(Arguments arguments);
[[nodiscard]] Result<QString> readLogin(Arguments arguments);

} // namespace ClinicDesk::Ctl
