#pragma once

#include <QList>
#include <QPointF>
#include <QString>

class QPainter;
class QTextLayout;

namespace ClinicDesk {

struct PaperStyle
{
    enum class Side { Start, Middle, End };

    double size = 9; ///< points
    bool isBold = false;
    bool rightToLeft = false; ///< which side the start is on
    Side side = Side::Start;
};

/// A text broken into lines of a width, between words where it can be and inside a word that is too
/// long. In points and with the font's own widths, so it breaks alike on every device. Plain text:
/// signs of any markup are painted as they are. Any thread.
class PaperText
{
public:
    PaperText(const QString &text, const PaperStyle &style, double width);

    [[nodiscard]] double height() const { return m_height; }
    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] int lineCount() const { return int(m_lines.size()); }
    /// Where line `number` begins and ends, from the text's top.
    [[nodiscard]] double top(int number) const { return m_lines.at(number).top; }
    [[nodiscard]] double bottom(int number) const;

    /// Whether a line ends inside a word.
    [[nodiscard]] bool breaksWords() const;
    /// The same text, cut so that it takes at most `lines` and ends in "…" where something is
    /// missing.
    [[nodiscard]] PaperText elided(int lines) const;

    void paint(QPainter &painter, const QPointF &topLeft) const;
    /// Only the lines that begin from `from` to before `to`; `from` comes to lie at `topLeft`.
    void paint(QPainter &painter, const QPointF &topLeft, double from, double to) const;

private:
    struct Line
    {
        double top = 0;
        double height = 0;
        qsizetype end = 0; ///< in the text
    };

    void layOut(QTextLayout &layout) const;

    QString m_text;
    PaperStyle m_style;
    double m_width = 0;
    double m_height = 0;
    QList<Line> m_lines;
};

} // namespace ClinicDesk
