#include "views/paper/PaperText.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <cmath>

namespace ClinicDesk {

namespace {

/// Fonts take whole pixels only: text is laid out ten times as large and painted smaller.
constexpr double unitsPerPoint = 10;

QFont fontOf(const PaperStyle &style)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(1, int(std::lround(style.size * unitsPerPoint))));
    font.setBold(style.isBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// A text layout knows left and right only.
Qt::Alignment alignmentOf(const PaperStyle &style)
{
    if (style.side == PaperStyle::Side::Middle)
        return Qt::AlignHCenter;
    const bool isLeft = (style.side == PaperStyle::Side::Start) != style.rightToLeft;
    return isLeft ? Qt::AlignLeft : Qt::AlignRight;
}

} // namespace

PaperText::PaperText(const QString &text, const PaperStyle &style, double width)
    : m_text(text)
    , m_style(style)
    , m_width(width)
{
    m_text.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout;
    layOut(layout);
    for (int number = 0; number < layout.lineCount(); ++number) {
        const QTextLine line = layout.lineAt(number);
        m_lines << Line {line.y() / unitsPerPoint, line.height() / unitsPerPoint,
                         line.textStart() + line.textLength()};
    }
    m_height = m_lines.isEmpty() ? 0 : bottom(lineCount() - 1);
}

double PaperText::bottom(int number) const
{
    return m_lines.at(number).top + m_lines.at(number).height;
}

void PaperText::layOut(QTextLayout &layout) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    option.setTextDirection(m_style.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(alignmentOf(m_style));
    layout.setText(m_text);
    layout.setFont(fontOf(m_style));
    layout.setTextOption(option);
    layout.beginLayout();
    double top = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLeadingIncluded(true);
        line.setLineWidth(m_width * unitsPerPoint);
        line.setPosition({0, top});
        top += line.height();
    }
    layout.endLayout();
}

bool PaperText::breaksWords() const
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, m_text);
    for (qsizetype number = 0; number + 1 < m_lines.size(); ++number) {
        finder.setPosition(m_lines.at(number).end);
        if (!finder.isAtBoundary())
            return true;
    }
    return false;
}

PaperText PaperText::elided(int lines) const
{
    if (lineCount() <= lines)
        return *this;
    qsizetype end = m_lines.at(lines - 1).end;
    while (end > 0) {
        if (m_text.at(--end).isLowSurrogate() && end > 0)
            --end;
        PaperText shorter(m_text.left(end).trimmed() + QChar(0x2026), m_style, m_width);
        if (shorter.lineCount() <= lines)
            return shorter;
    }
    return {QChar(0x2026), m_style, m_width};
}

void PaperText::paint(QPainter &painter, const QPointF &topLeft) const
{
    paint(painter, topLeft, 0, m_height);
}

void PaperText::paint(QPainter &painter, const QPointF &topLeft, double from, double to) const
{
    QTextLayout layout;
    layOut(layout);
    painter.save();
    painter.translate(topLeft);
    painter.scale(1 / unitsPerPoint, 1 / unitsPerPoint);
    painter.translate(0, -from * unitsPerPoint);
    for (int number = 0; number < lineCount(); ++number) {
        if (top(number) >= from && top(number) < to)
            layout.lineAt(number).draw(&painter, {0, 0});
    }
    painter.restore();
}

} // namespace ClinicDesk
