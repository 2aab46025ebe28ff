#include "widgets/WrapLayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace ClinicDesk {

WrapLayout::WrapLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

WrapLayout::~WrapLayout() = default;

void WrapLayout::setRowSpacing(int pixels)
{
    m_rowSpacing = pixels;
    invalidate();
}

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items.at(static_cast<size_t>(index)).get() : nullptr;
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    if (!itemAt(index))
        return nullptr;
    QLayoutItem *const item = m_items.at(static_cast<size_t>(index)).release();
    m_items.erase(m_items.begin() + index);
    invalidate();
    return item;
}

int WrapLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

QSize WrapLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

QSize WrapLayout::sizeHint() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        const int gap = size.isEmpty() ? 0 : std::max(0, spacing());
        size = QSize(size.width() + gap + hint.width(), std::max(size.height(), hint.height()));
    }
    return size.grownBy(contentsMargins());
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int WrapLayout::arrange(const QRect &rect, bool moves) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    const int gap = std::max(0, spacing());
    const Qt::LayoutDirection direction
        = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    QPoint at = room.topLeft();
    int rowHeight = 0;
    std::vector<std::pair<QLayoutItem *, QRect>> row;
    const auto endRow = [&] {
        for (auto &[item, place] : row) {
            place.translate(0, (rowHeight - place.height()) / 2);
            if (moves)
                item->setGeometry(QStyle::visualRect(direction, room, place));
        }
        row.clear();
    };
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const int width = std::min(item->sizeHint().width(), std::max(room.width(), 0));
        if (at.x() > room.left() && at.x() + width > room.left() + room.width()) {
            endRow();
            at = {room.left(), at.y() + rowHeight + (m_rowSpacing < 0 ? gap : m_rowSpacing)};
            rowHeight = 0;
        }
        const int height
            = item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        row.emplace_back(item.get(), QRect(at, QSize(width, height)));
        at.rx() += width + gap;
        rowHeight = std::max(rowHeight, height);
    }
    endRow();
    const QMargins margins = contentsMargins();
    return at.y() + rowHeight - room.top() + margins.top() + margins.bottom();
}

} // namespace ClinicDesk
