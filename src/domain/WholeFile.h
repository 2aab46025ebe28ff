#pragma once

#include <QByteArray>
#include <QFileDevice>

#include <optional>

class QSaveFile;

namespace ClinicDesk {

/// Writes the file whole or leaves the old one; false: `file` has the error. Notices a disk that
/// fills with the last bytes, which QSaveFile::commit() by itself takes for written. Blocks.
[[nodiscard]] bool writeWhole(QSaveFile &file, const QByteArray &bytes,
                              std::optional<QFileDevice::Permissions> permissions = {});

} // namespace ClinicDesk
