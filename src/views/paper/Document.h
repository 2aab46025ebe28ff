#pragma once

#include <QPageSize>
#include <QSizeF>
#include <QString>

#include <memory>

class QPainter;

namespace ClinicDesk {

/// A document laid out for one size of paper. Lengths are points from the paper's corner, so a page
/// is the same on the screen, on a printer and in a PDF. Any one thread at a time.
class DocumentPages
{
public:
    DocumentPages() = default;
    virtual ~DocumentPages() = default;
    DocumentPages(const DocumentPages &) = delete;
    DocumentPages &operator=(const DocumentPages &) = delete;

    [[nodiscard]] virtual int count() const = 0;
    /// The page `number`, from 0 on, black on white.
    virtual void paint(QPainter &painter, int number) const = 0;
};

/// What goes on paper: a value that never changes, so that its pages can be made on any thread.
/// What a person typed is painted letter by letter, never as rich text.
class Document
{
public:
    Document() = default;
    virtual ~Document() = default;
    Document(const Document &) = delete;
    Document &operator=(const Document &) = delete;

    /// Seen by others in print queues and logs: it names no patient.
    [[nodiscard]] virtual QString title() const = 0;
    /// Offered where it is saved; ends in ".pdf" and names no patient.
    [[nodiscard]] virtual QString fileName() const = 0;
    [[nodiscard]] virtual QPageSize usualPage() const = 0;
    /// For paper of this size in points, margins included.
    [[nodiscard]] virtual std::unique_ptr<DocumentPages> pages(const QSizeF &page) const = 0;
};

} // namespace ClinicDesk
