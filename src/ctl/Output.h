#pragma once

#include "ctl/Answer.h"

#include <cstdio>

namespace ClinicDesk::Ctl {

/// One line of UTF-8, seen at once by who reads a pipe.
void printLine(std::FILE *stream, const QString &text);
void printJson(const QJsonObject &object);
/// The answer on stdout: {"result": ...} or its lines; nothing when it is empty.
void print(const Answer &answer, bool asJson);

} // namespace ClinicDesk::Ctl
