#include "views/paper/DayListPages.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

using Side = PaperStyle::Side;

// Points.
constexpr double widestMargin = 36; // half an inch
constexpr double usualSize = 9;
constexpr double titleSize = 13;
constexpr double headingSize = 11;
constexpr double padding = 3;
constexpr double gap = 8; // above a heading
constexpr double smallestBody = 40;
/// A row that goes on on the next page begins on this one with at least as much.
constexpr double leastPart = 60;

/// Shares of the width: time, patient, phone, type, status, note.
constexpr double shares[] = {0.11, 0.33, 0.16, 0.13, 0.12, 0.15};

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(DayListPaper)
};

} // namespace

PaperRow::PaperRow(const QList<QList<QString>> &cells, const QList<double> &widths,
                   const PaperStyle &style, bool isFirstBold)
    : m_rightToLeft(style.rightToLeft)
{
    for (qsizetype place = 0; place < cells.size(); ++place) {
        Cell cell;
        cell.width = widths.at(place);
        for (const QString &text : cells.at(place)) {
            PaperStyle look = style;
            look.isBold = isFirstBold && cell.texts.isEmpty() && cells.at(place).size() > 1;
            look.isBold = look.isBold || style.isBold;
            cell.texts << PaperText(text, look, std::max(1.0, cell.width - 2 * padding));
            cell.height += cell.texts.constLast().height();
        }
        m_height = std::max(m_height, cell.height);
        m_cells << cell;
    }
    m_height += 2 * padding;
}

double PaperRow::cut(double from, double room) const
{
    const double end = from + room - 2 * padding;
    double next = m_height;
    double later = m_height; // the next line's beginning, should none fit
    for (const Cell &cell : m_cells) {
        double above = 0;
        for (const PaperText &text : cell.texts) {
            for (int line = 0; line < text.lineCount(); ++line) {
                const double top = above + text.top(line);
                if (above + text.bottom(line) > end)
                    next = std::min(next, top);
                if (top > from)
                    later = std::min(later, top);
            }
            above += text.height();
        }
    }
    return next > from ? next : later;
}

void PaperRow::paint(QPainter &painter, const QRectF &area, double from, double to) const
{
    painter.save();
    painter.setPen(QPen(Qt::gray, 0.5));
    double start = 0;
    for (const Cell &cell : m_cells) {
        const double left = m_rightToLeft ? area.right() - start - cell.width : area.left() + start;
        painter.drawRect(QRectF(left, area.top(), cell.width, area.height()));
        start += cell.width;
    }
    painter.setPen(Qt::black);
    start = 0;
    for (qsizetype place = 0; place < m_cells.size(); ++place) {
        const Cell &cell = m_cells.at(place);
        const bool isRepeated = from > 0 && place < 2 && cell.height + 2 * padding <= area.height();
        const double first = isRepeated ? 0 : from;
        const double last = isRepeated ? cell.height : to;
        const double left = m_rightToLeft ? area.right() - start - cell.width : area.left() + start;
        double above = 0;
        for (const PaperText &text : cell.texts) {
            text.paint(painter,
                       {left + padding, area.top() + padding + std::max(0.0, above - first)},
                       std::max(0.0, first - above), last - above);
            above += text.height();
        }
        start += cell.width;
    }
    painter.restore();
}

DayListPages::DayListPages(const DayList &list, const QSizeF &page)
    : m_list(list)
    , m_page(page)
{
    setFrame();
    beginPage();
    addNotes();
    for (const DayListSection &section : m_list.sections)
        addSection(section);
}

PaperText DayListPages::text(const QString &text, double size, bool isBold, Side side,
                             double width) const
{
    return {text, {size, isBold, m_list.rightToLeft, side}, width};
}

void DayListPages::setFrame()
{
    m_margin = std::min(widestMargin, std::min(m_page.width(), m_page.height()) * 0.06);
    const double width = m_page.width() - 2 * m_margin;
    const double head = std::max(
        text(m_list.title, titleSize, true, Side::Start, width / 2).height(),
        text(m_list.clinic + u", "_s + m_list.asOf, usualSize, false, Side::End, width / 2)
            .height());
    const double foot = text(omission() + u'M', usualSize, false, Side::Middle, width / 2).height();
    const double height = m_page.height() - 2 * m_margin - head - foot - 2 * gap;
    m_body = QRectF(m_margin, m_margin + head + gap, width, std::max(smallestBody, height));
}

QString DayListPages::omission() const
{
    QStringList parts;
    if (!m_list.hiddenDoctors.isEmpty())
        parts << Words::tr("%n doctors", nullptr, int(m_list.hiddenDoctors.size()));
    if (m_list.hiddenVisits > 0)
        parts << Words::tr("%n cancelled or rejected", nullptr, m_list.hiddenVisits);
    return parts.isEmpty() ? QString() : Words::tr("Without: %1").arg(parts.join(u", "_s));
}

void DayListPages::addNotes()
{
    QStringList notes;
    if (!m_list.hiddenDoctors.isEmpty())
        notes << Words::tr("Not on this list: %1.", "doctors")
                     .arg(m_list.hiddenDoctors.join(u", "_s));
    if (m_list.hiddenVisits > 0)
        notes << Words::tr("%n cancelled or rejected appointments are not on this list.", nullptr,
                           m_list.hiddenVisits);
    for (const QString &note : std::as_const(notes)) {
        const PaperText line = text(note, usualSize, false, Side::Start, m_body.width());
        addText(line.elided(std::max(1, int(room() / 2 / line.bottom(0)))));
    }
}

PaperText DayListPages::heading(const DayListSection &section, bool isContinued) const
{
    QString words = section.note.isEmpty()
        ? section.title
        : Words::tr("%1 (%2)", "doctor, how many are free").arg(section.title, section.note);
    if (isContinued)
        words = Words::tr("%1, continued", "doctor").arg(section.title);
    return text(words, headingSize, true, Side::Start, m_body.width()).elided(3);
}

PaperRow DayListPages::row(const QList<QList<QString>> &cells, bool isHead) const
{
    QList<double> widths;
    for (const double share : shares)
        widths << share * m_body.width();
    return {cells, widths, {usualSize, isHead, m_list.rightToLeft, Side::Start}, !isHead};
}

PaperRow DayListPages::headRow() const
{
    return row({{Words::tr("Time")},
                {Words::tr("Patient")},
                {Words::tr("Phone")},
                {Words::tr("Type")},
                {Words::tr("Status")},
                {Words::tr("Note")}},
               true);
}

void DayListPages::beginPage()
{
    m_pages << QList<Placed>();
    m_top = m_body.top();
}

void DayListPages::addText(const PaperText &text)
{
    m_pages.last() << Placed {m_top, 0, text.height(), text, {}};
    m_top += text.height() + padding;
}

void DayListPages::addRow(const PaperRow &row, double from, double to)
{
    m_pages.last() << Placed {m_top, from, to, {}, row};
    m_top += to < row.height() ? to - from + 2 * padding : to - from;
}

void DayListPages::addHeading(const DayListSection &section, bool isContinued)
{
    if (!isFresh())
        m_top += gap;
    addText(heading(section, isContinued));
    if (section.visits.isEmpty())
        return;
    const PaperRow head = headRow();
    addRow(head, 0, head.height());
}

void DayListPages::addSection(const DayListSection &section)
{
    const double above = gap + heading(section, false).height() + padding;
    if (section.visits.isEmpty()) {
        const PaperText none
            = text(Words::tr("No appointments."), usualSize, false, Side::Start, m_body.width());
        if (above + none.height() > room() && !isFresh())
            beginPage();
        addHeading(section, false);
        addText(none);
        return;
    }
    const double top = above + headRow().height();
    bool isBegun = false;
    for (const DayListVisit &visit : section.visits) {
        const PaperRow whole = row({{visit.time},
                                    {visit.name, visit.identity},
                                    {visit.phone},
                                    {visit.type},
                                    {visit.status},
                                    {visit.note}},
                                   false);
        const bool isTall = top + whole.height() > m_body.height();
        const double needed = (isBegun ? 0 : top) + (isTall ? leastPart : whole.height());
        const bool isNewPage = needed > room() && !isFresh();
        if (isNewPage)
            beginPage();
        if (isNewPage || !isBegun)
            addHeading(section, isBegun);
        isBegun = true;
        if (isTall)
            addTall(section, whole);
        else
            addRow(whole, 0, whole.height());
    }
}

void DayListPages::addTall(const DayListSection &section, const PaperRow &row)
{
    double from = 0;
    while (from < row.height()) {
        const double to = row.height() - from <= room() ? row.height() : row.cut(from, room());
        addRow(row, from, to);
        from = to;
        if (from < row.height()) {
            beginPage();
            addHeading(section, true);
        }
    }
}

void DayListPages::paint(QPainter &painter, int number) const
{
    const double half = m_body.width() / 2;
    const double quarter = m_body.width() / 4;
    const double foot = m_body.bottom() + gap;
    const double start = m_body.left();
    const double end = m_body.right();
    const bool mirrored = m_list.rightToLeft;
    painter.setPen(Qt::black);
    text(m_list.title, titleSize, true, Side::Start, half)
        .paint(painter, {mirrored ? end - half : start, m_margin});
    text(m_list.clinic + u", "_s + m_list.asOf, usualSize, false, Side::End, half)
        .paint(painter, {mirrored ? start : end - half, m_margin});
    text(Words::tr("Confidential"), usualSize, false, Side::Start, quarter)
        .paint(painter, {mirrored ? end - quarter : start, foot});
    text(omission(), usualSize, false, Side::Middle, half).paint(painter, {start + quarter, foot});
    text(Words::tr("Page %1 of %2").arg(number + 1).arg(count()), usualSize, false, Side::End,
         quarter)
        .paint(painter, {mirrored ? start : end - quarter, foot});
    for (const Placed &placed : m_pages.at(number)) {
        if (placed.text) {
            placed.text->paint(painter, {start, placed.top});
            continue;
        }
        const bool isWhole = placed.to >= placed.row->height();
        const double height = placed.to - placed.from + (isWhole ? 0 : 2 * padding);
        placed.row->paint(painter, {start, placed.top, m_body.width(), height}, placed.from,
                          placed.to);
    }
}

} // namespace ClinicDesk
