#include "views/visits/RowPainter.h"

#include <QApplication>
#include <QPainter>

namespace ClinicDesk {

using namespace RowMeasure;

namespace {
constexpr int barWidth = 4;
}

RowPainter::RowPainter(QPainter &painter, const QStyleOptionViewItem &option)
    : m_painter(painter)
    , m_option(option)
    , m_theme(Theme::of(option.widget))
    , m_rest(option.rect.adjusted(m_theme.px(edge), m_theme.px(gap), -m_theme.px(edge),
                                  -m_theme.px(gap)))
{
    // The list that the keys act on is told apart from the other one's remembered row.
    m_chosen = option.state.testFlag(QStyle::State_Selected) && option.widget
        && option.widget->hasFocus();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    QStyleOptionViewItem background = option;
    background.text.clear();
    background.state.setFlag(QStyle::State_Selected, m_chosen);
    if (option.state.testFlag(QStyle::State_Selected) && !m_chosen)
        painter.fillRect(option.rect, m_theme.colour(Token::Pressed));
    else
        style->drawControl(QStyle::CE_ItemViewItem, &background, &painter, option.widget);
    const bool isPlace = option.state.testFlag(QStyle::State_HasFocus)
        && !option.state.testFlag(QStyle::State_Selected);
    if (isPlace) {
        painter.setPen(QPen(m_theme.colour(Token::Focus), m_theme.px(2)));
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

QColor RowPainter::text(Token token) const
{
    return m_theme.colour(m_chosen ? Token::SelectedText : token);
}

void RowPainter::bar(const QColor &colour)
{
    const QRect strip(m_option.rect.left(), m_option.rect.top() + 1, m_theme.px(barWidth),
                      m_option.rect.height() - 2);
    m_painter.fillRect(mirrored(strip), colour);
}

QRect RowPainter::nextLine(TextRole role)
{
    const int height = QFontMetrics(m_theme.font(role)).height();
    const QRect line(m_rest.left(), m_rest.top(), m_rest.width(), height);
    m_rest.setTop(line.bottom() + 1 + m_theme.px(2));
    return line;
}

int RowPainter::draw(const QRect &line, const QString &string, TextRole role, const QColor &colour,
                     bool struck)
{
    QFont font = m_theme.font(role);
    font.setStrikeOut(struck);
    const QFontMetrics metrics(font);
    m_painter.setFont(font);
    m_painter.setPen(colour);
    m_painter.drawText(
        mirrored(line),
        static_cast<int>(Qt::AlignVCenter
                         | QStyle::visualAlignment(m_option.direction, Qt::AlignLeft)),
        metrics.elidedText(string, Qt::ElideRight, line.width()));
    return qMin(line.width(), metrics.horizontalAdvance(string));
}

void RowPainter::drawStatusIcon(const QRect &line, StatusLook look, const QColor &colour)
{
    const int size = m_theme.px(iconSize);
    const QRect square(line.left(), line.top() + (line.height() - size) / 2, size, size);
    drawIcon(m_painter, statusIcon(look), mirrored(square), colour);
}

int RowPainter::pillWidth(const QString &string, bool strong) const
{
    const TextRole role = strong ? TextRole::BodyStrong : TextRole::Body;
    return QFontMetrics(m_theme.font(role)).horizontalAdvance(string) + m_theme.px(16);
}

int RowPainter::pill(const QRect &line, const QString &string, const StatusColours &colours,
                     bool strong)
{
    const TextRole role = strong ? TextRole::BodyStrong : TextRole::Body;
    const int inset = m_theme.px(6);
    const int width = qMin(line.width(), pillWidth(string, strong));
    const QRect box(line.left(), line.top(), width, line.height());
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colours.fill);
    m_painter.drawRoundedRect(mirrored(box), m_theme.px(3), m_theme.px(3));
    draw(box.adjusted(inset, 0, -inset, 0), string, role, colours.text);
    return width;
}

void RowPainter::separator()
{
    m_painter.fillRect(
        QRect(m_option.rect.left(), m_option.rect.bottom(), m_option.rect.width(), 1),
        m_theme.colour(Token::GridLine));
}

QRect RowPainter::mirrored(const QRect &rect) const
{
    return QStyle::visualRect(m_option.direction, m_option.rect, rect);
}

QSize RowPainter::size(const QStyleOptionViewItem &option, std::initializer_list<TextRole> lines)
{
    const Theme &theme = Theme::of(option.widget);
    int height = 2 * theme.px(gap) + theme.px(2) * (static_cast<int>(lines.size()) - 1);
    for (const TextRole role : lines)
        height += QFontMetrics(theme.font(role)).height();
    return {0, height + 1};
}

} // namespace ClinicDesk
