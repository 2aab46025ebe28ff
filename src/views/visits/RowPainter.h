#pragma once

#include "widgets/StatusIcon.h"
#include "widgets/theme/Theme.h"

#include <QStyleOptionViewItem>

class QPainter;

namespace ClinicDesk {

/// The room at the start of a row for its icon, and the gaps between its parts; px at 100 %.
namespace RowMeasure {
constexpr int edge = 12;
constexpr int gap = 8;
constexpr int iconSize = 16;
} // namespace RowMeasure

/// Paints one row of a RowList: lines from top to bottom, mirrored where the interface is. Lives
/// while the row is painted. GUI thread.
class RowPainter final
{
    Q_DISABLE_COPY_MOVE(RowPainter)
public:
    /// Paints the row's background.
    RowPainter(QPainter &painter, const QStyleOptionViewItem &option);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    /// Selected in the list that has the focus.
    [[nodiscard]] bool isChosen() const { return m_chosen; }
    [[nodiscard]] QColor text(Token token) const;

    void bar(const QColor &colour);
    /// The next line's rectangle in logical (left-to-right) coordinates.
    [[nodiscard]] QRect nextLine(TextRole role);
    /// Draws from `line`'s start, elided, and returns the width used.
    int draw(const QRect &line, const QString &string, TextRole role, const QColor &colour,
             bool struck = false);
    void drawStatusIcon(const QRect &line, StatusLook look, const QColor &colour);
    [[nodiscard]] int pillWidth(const QString &string, bool strong) const;
    /// A word on its status' colour; returns the width used.
    int pill(const QRect &line, const QString &string, const StatusColours &colours, bool strong);
    void separator();

    /// The height of a row with these lines.
    [[nodiscard]] static QSize size(const QStyleOptionViewItem &option,
                                    std::initializer_list<TextRole> lines);

private:
    [[nodiscard]] QRect mirrored(const QRect &rect) const;

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const Theme &m_theme;
    QRect m_rest;
    bool m_chosen = false;
};

} // namespace ClinicDesk
