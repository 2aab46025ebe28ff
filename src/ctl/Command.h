#pragma once

#include "ctl/Answer.h"
#include "ctl/Arguments.h"
#include "ctl/Context.h"

namespace ClinicDesk::Ctl {

/// An option of one command; a flag when `value` is empty.
struct OptionSpec
{
    QString name;
    QString value; ///< what stands for its value in --help
    QString help;
};

/// One command of the program: how it is called and what it does.
struct Command
{
    enum class Needs {
        Nothing, ///< makes its own connections
        Connection, ///< any login, a superuser too
        SignIn, ///< a member of staff
        /// Also the cluster's superuser, as the schema's owner: a clinic's first administrator.
        SignInOrOwner,
    };

    QString name; ///< "book", or with a subject "doctors add"
    QString help;
    QStringList
        words; ///< positional arguments; a last one that ends in "..." takes all that follow
    QList<OptionSpec> options;
    Needs needs = Needs::SignIn;
    CommandTask (*run)(Context &context, Arguments arguments) = nullptr;
};

} // namespace ClinicDesk::Ctl
