#pragma once

#include "views/paper/DayListDocument.h"
#include "views/paper/PaperText.h"

#include <QRectF>

#include <optional>

namespace ClinicDesk {

/// A row of a table on paper: a cell holds texts one below the other.
class PaperRow
{
public:
    /// `widths` of the cells, in points, from the start side on.
    PaperRow(const QList<QList<QString>> &cells, const QList<double> &widths,
             const PaperStyle &style, bool isFirstBold);

    [[nodiscard]] double height() const { return m_height; }
    /// Where a part that begins at `from` and may be `room` high ends: between two lines, and
    /// always later than it began.
    [[nodiscard]] double cut(double from, double room) const;
    /// The lines from `from` to before `to`, with a frame around each cell; `area` is as wide as
    /// the row. A later part says once more when and who it is, where there is room.
    void paint(QPainter &painter, const QRectF &area, double from, double to) const;

private:
    struct Cell
    {
        QList<PaperText> texts;
        double width = 0;
        double height = 0;
    };

    bool m_rightToLeft;
    QList<Cell> m_cells;
    double m_height = 0;
};

/// Where everything of a day list stands on its pages.
class DayListPages final : public DocumentPages
{
public:
    DayListPages(const DayList &list, const QSizeF &page);

    [[nodiscard]] int count() const override { return int(m_pages.size()); }
    void paint(QPainter &painter, int number) const override;

private:
    struct Placed
    {
        double top = 0;
        double from = 0; ///< of a row that is taller than a page, which part
        double to = 0;
        std::optional<PaperText> text; ///< a line of text, else the row
        std::optional<PaperRow> row;
    };

    void setFrame();
    void addNotes();
    void addSection(const DayListSection &section);
    void addTall(const DayListSection &section, const PaperRow &row);
    void beginPage();
    void addHeading(const DayListSection &section, bool isContinued);
    void addText(const PaperText &text);
    void addRow(const PaperRow &row, double from, double to);
    [[nodiscard]] PaperText heading(const DayListSection &section, bool isContinued) const;
    [[nodiscard]] PaperText text(const QString &text, double size, bool isBold,
                                 PaperStyle::Side side, double width) const;
    [[nodiscard]] PaperRow row(const QList<QList<QString>> &cells, bool isHead) const;
    [[nodiscard]] PaperRow headRow() const;
    [[nodiscard]] double room() const { return m_body.bottom() - m_top; }
    [[nodiscard]] bool isFresh() const { return m_pages.constLast().isEmpty(); }
    [[nodiscard]] QString omission() const;

    const DayList m_list;
    const QSizeF m_page;
    double m_margin = 0;
    QRectF m_body;
    double m_top = 0; ///< where the next thing stands
    QList<QList<Placed>> m_pages;
};

} // namespace ClinicDesk
