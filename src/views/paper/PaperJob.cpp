#include "views/paper/PaperJob.h"

#include "domain/WholeFile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk::PaperJob {

namespace {

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(PaperJob)
};

QString noSuchPage(int count)
{
    return Words::tr("The chosen pages do not exist: there are %n pages. Choose other pages.",
                     nullptr, count);
}

/// On a device without margins of its own. False when it cannot be written.
bool paint(const DocumentPages &pages, QPagedPaintDevice &device, const QList<int> &sheets)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.scale(device.logicalDpiX() / 72.0, device.logicalDpiY() / 72.0);
    for (qsizetype place = 0; place < sheets.size(); ++place) {
        if (place > 0 && !device.newPage())
            return false;
        painter.save();
        painter.setPen(Qt::black);
        pages.paint(painter, sheets.at(place));
        painter.restore();
    }
    return painter.end();
}

QByteArray pdfOf(const Document &document, const DocumentPages &pages, const QSizeF &page,
                 const QList<int> &sheets)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageLayout(QPageLayout(QPageSize(page, QPageSize::Point, {}, QPageSize::ExactMatch),
                                     QPageLayout::Portrait, QMarginsF()));
    writer.setResolution(600);
    writer.setTitle(document.title());
    writer.setCreator(u"ClinicDesk"_s);
    return paint(pages, writer, sheets) ? bytes : QByteArray();
}

/// Empty when it was written whole.
QString write(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    QSaveFile file(path);
    if (writeWhole(file, bytes))
        return {};
    if (file.error() == QFileDevice::ResourceError)
        return Words::tr("%1 was not saved: the disk is full. Free some space or choose another "
                         "folder.")
            .arg(info.fileName());
    return Words::tr("%1 was not saved: the folder %2 cannot be written to. Choose another folder.")
        .arg(info.fileName(), info.absolutePath());
}

} // namespace

std::optional<PageRange> rangeFromText(const QString &text)
{
    static const QRegularExpression pattern(uR"(^(\d{1,6})(?:\s*([-\x{2013}])\s*(\d{1,6})?)?$)"_s);
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return PageRange();
    const auto match = pattern.match(typed);
    if (!match.hasMatch())
        return std::nullopt;
    PageRange range {match.captured(1).toInt(), match.captured(1).toInt()};
    if (match.hasCaptured(3))
        range.last = match.captured(3).toInt();
    else if (match.hasCaptured(2))
        range.last.reset();
    if (range.first < 1 || range.last.value_or(range.first) < range.first)
        return std::nullopt;
    return range;
}

QList<int> sheets(const PageRange &range, int count)
{
    QList<int> pages;
    for (int page = range.first; page <= std::min(range.last.value_or(count), count); ++page)
        pages << page - 1;
    return pages;
}

QList<int> sheets(const QPrinter &printer, int count)
{
    const QPageRanges chosen = printer.pageRanges();
    QList<int> pages;
    for (int page = 1; page <= count; ++page) {
        if (chosen.isEmpty() || chosen.contains(page))
            pages << page - 1;
    }
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::ranges::reverse(pages);
    const int copies = printer.supportsMultipleCopies() ? 1 : std::max(1, printer.copyCount());
    QList<int> all;
    if (printer.collateCopies()) {
        for (int copy = 0; copy < copies; ++copy)
            all << pages;
    } else {
        for (const int page : std::as_const(pages))
            all << QList<int>(copies, page);
    }
    return all;
}

QByteArray pdf(const Document &document, const QPageSize &page, const PageRange &range)
{
    const QSizeF size = page.size(QPageSize::Point);
    const auto pages = document.pages(size);
    const QList<int> wanted = sheets(range, pages->count());
    return wanted.isEmpty() ? QByteArray() : pdfOf(document, *pages, size, wanted);
}

QString save(const Document &document, const QString &path, const PageRange &range)
{
    const QByteArray bytes = pdf(document, document.usualPage(), range);
    if (bytes.isEmpty()) {
        const QSizeF size = document.usualPage().size(QPageSize::Point);
        return noSuchPage(document.pages(size)->count());
    }
    return write(path, bytes);
}

QString print(const Document &document, QPrinter &printer)
{
    const QSizeF size = printer.pageLayout().fullRect(QPageLayout::Point).size();
    const auto pages = document.pages(size);
    const QList<int> wanted = sheets(printer, pages->count());
    if (wanted.isEmpty())
        return noSuchPage(pages->count());
    // A printer that writes a file does not tell when the disk is full.
    if (!printer.outputFileName().isEmpty())
        return write(printer.outputFileName(), pdfOf(document, *pages, size, wanted));
    printer.setFullPage(true);
    printer.setDocName(document.title());
    if (!paint(*pages, printer, wanted) || printer.printerState() == QPrinter::Error)
        return Words::tr("Not printed: printer %1 does not answer. Print again or save as PDF.")
            .arg(printer.printerName());
    return {};
}

} // namespace ClinicDesk::PaperJob
