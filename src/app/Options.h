#pragma once

#include "database/ConnectionSettings.h"
#include "domain/Result.h"
#include "widgets/theme/Tokens.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace ClinicDesk {

/// What the command line asks for; what it leaves out comes from this computer's settings.
struct Options
{
    enum class Action { Run, ShowHelp, ShowVersion, Refuse };

    Action action = Action::Run;
    QString text; ///< what to print for every action but Run
    std::optional<ConnectionSettings> server; ///< --url, else PGHOST, PGPORT and PGDATABASE
    QString deskName;
    QString user; ///< signs in without the dialog where libpq finds the password
    QString dataFolder; ///< where a clinic made at the first run is kept
    std::optional<ColourScheme> scheme;
    std::optional<int> zoom;

    /// Needs no application object.
    [[nodiscard]] static Options parse(const QStringList &arguments);
};

} // namespace ClinicDesk
