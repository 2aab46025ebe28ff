#pragma once

#include "domain/Result.h"

#include <QCoroTask>

#include <QJsonObject>
#include <QStringList>

namespace ClinicDesk::Ctl {

/// What a command that did its work prints: `json` under "result" with --json, else the lines.
struct Answer
{
    QJsonObject json;
    QStringList lines;
    int exitCode = 0; ///< other than 0 only where the answer itself is bad news ("check")
};

using CommandTask = QCoro::Task<Result<Answer>>;

} // namespace ClinicDesk::Ctl
