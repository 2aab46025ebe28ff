#include "domain/Session.h"

namespace ClinicDesk {

QString Session::login() const
{
    return std::visit([](const auto &one) { return one.login; }, who);
}

QString Session::name() const
{
    const Staff *person = staff();
    return person ? person->displayName : device()->name;
}

} // namespace ClinicDesk
