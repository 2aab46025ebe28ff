#include "ctl/staff/StaffArguments.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {

Result<NewStaff> readNewStaff(Arguments arguments)
{
    NewStaff request;
    request.person.login = arguments.required(u"login"_s);
    request.person.displayName = arguments.required(u"name"_s);
    const std::optional<StaffRole> role = staffRoleFromKey(arguments.required(u"role"_s));
    if (!role)
        arguments.complain(u"role"_s, u"format"_s);
    replace(request.person.role, role);
    request.passwordFile = arguments.optionalText(u"password-file"_s);
    return arguments.checked(request);
}

Result<NewPassword> readNewPassword(Arguments arguments)
{
    const NewPassword request {arguments.word(u"login"_s),
                               arguments.optionalText(u"password-file"_s)};
    return arguments.checked(request);
}

Result<QString> readLogin(Arguments arguments)
{
    const QString login = arguments.word(u"login"_s);
    return arguments.checked(login);
}

} // namespace ClinicDesk::Ctl
