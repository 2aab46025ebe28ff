#pragma once

#include "ctl/Command.h"

/// Options that several commands take.
namespace ClinicDesk::Ctl {

[[nodiscard]] inline OptionSpec operationOption()
{
    return {QStringLiteral("operation"), QStringLiteral("UUID"),
            QStringLiteral("The request's id; a repeat returns the first result.")};
}

[[nodiscard]] inline OptionSpec versionOption()
{
    return {QStringLiteral("version"), QStringLiteral("N"),
            QStringLiteral("The version you saw; another one is refused.")};
}

[[nodiscard]] inline OptionSpec doctorOption()
{
    return {QStringLiteral("doctor"), QStringLiteral("D"),
            QStringLiteral("A doctor's id or login.")};
}

[[nodiscard]] inline OptionSpec allOption()
{
    return {QStringLiteral("all"), {}, QStringLiteral("Inactive ones too.")};
}

} // namespace ClinicDesk::Ctl
