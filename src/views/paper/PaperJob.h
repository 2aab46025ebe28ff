#pragma once

#include "views/paper/Document.h"

#include <QByteArray>
#include <QList>

#include <optional>

class QPagedPaintDevice;
class QPrinter;

namespace ClinicDesk {

/// Pages counted from 1, both included.
struct PageRange
{
    int first = 1;
    std::optional<int> last; ///< none: to the end

    [[nodiscard]] bool isWhole() const { return first == 1 && !last; }
    [[nodiscard]] bool contains(int page) const
    {
        return page >= first && (!last || page <= *last);
    }
    bool operator==(const PageRange &) const = default;
};

/// A document on its way to a device. Any thread, one at a time for a device.
namespace PaperJob {

/// "", "2", "2-5", "2-" as they are typed; nullopt for anything else.
[[nodiscard]] std::optional<PageRange> rangeFromText(const QString &text);

/// The pages, from 0 on, in the order they leave the device: its range, its order, and copies where
/// it makes none itself.
[[nodiscard]] QList<int> sheets(const QPrinter &printer, int count);
[[nodiscard]] QList<int> sheets(const PageRange &range, int count);

/// A whole PDF file of these pages of `page`; empty where the range has none.
[[nodiscard]] QByteArray pdf(const Document &document, const QPageSize &page,
                             const PageRange &range);
/// Empty when it was written whole; else what to tell. An older file stays whole then.
[[nodiscard]] QString save(const Document &document, const QString &path, const PageRange &range);
/// As the printer was set up, also into its file. Empty when it was sent; else what to tell.
[[nodiscard]] QString print(const Document &document, QPrinter &printer);

} // namespace PaperJob

} // namespace ClinicDesk
