#pragma once

#include "ctl/Answer.h"
#include "ctl/Arguments.h"
#include "ctl/Context.h"

#include <functional>

namespace ClinicDesk::Ctl {

/// An option of one command; a flag when `value` is empty.
struct OptionSpec
{
    QString name;
    QString value; ///< what stands for its value in --help; also says what it may hold
    QString help;
    bool repeats = false; ///< may be given several times

    bool operator==(const OptionSpec &) const = default;
};

/// What is left of a command when its arguments are read. Called once, with a context that is
/// connected as the command needs.
using Work = std::function<CommandTask(Context &)>;

/// One command of the program: how it is called, how its arguments are read, what it does.
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
    /// Positional arguments; a last one that ends in "..." takes all that follow.
    QStringList words = {};
    QList<OptionSpec> options = {};
    Needs needs = Needs::SignIn;
    /// Pure: no database, no file, no clock. ValidationFailed names every field that is wrong.
    Result<Work> (*read)(Arguments arguments) = nullptr;
};

/// A command's two halves as one: `read(Arguments)` gives a Result of a request, `run(Context &,
/// request)` does the work.
template<auto read, auto run> Result<Work> readThenRun(Arguments arguments)
{
    auto request = read(std::move(arguments));
    if (!request)
        return unexpected(request.error());
    return Work(
        [request = *std::move(request)](Context &context) { return run(context, request); });
}

} // namespace ClinicDesk::Ctl
