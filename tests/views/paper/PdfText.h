#pragma once

#include <QByteArray>
#include <QStringList>

namespace ClinicDesk {

/// What a reader finds in a PDF: a text for each page, lines from the top down.
[[nodiscard]] QStringList pagesOf(const QByteArray &pdf);
[[nodiscard]] QStringList pagesOf(const QString &path);

} // namespace ClinicDesk
