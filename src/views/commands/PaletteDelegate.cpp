#include "views/commands/PaletteDelegate.h"

#include "views/commands/PaletteRows.h"
#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QPainter>

namespace ClinicDesk {

namespace {

IconName iconOf(PaletteRows::Kind kind)
{
    return kind == PaletteRows::Kind::Patient ? IconName::Person
        : kind == PaletteRows::Kind::Booking  ? IconName::Plus
                                              : IconName::Keyboard;
}

} // namespace

PaletteDelegate::PaletteDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool enabled = index.data(PaletteRows::CanDoRole).toBool();
    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->fillRect(option.rect, theme.colour(selected ? Token::Selected : Token::Raised));
    const QColor text = theme.colour(selected ? Token::SelectedText : Token::Text);
    const QColor muted = selected ? text : theme.colour(Token::SecondaryText);
    const QRect inside = option.rect.adjusted(theme.px(8), 0, -theme.px(8), 0);
    const auto mirrored
        = [&](const QRect &part) { return QStyle::visualRect(option.direction, inside, part); };
    QRect place = inside;
    place.setWidth(theme.px(20));
    drawIcon(*painter, iconOf(PaletteRows::Kind(index.data(PaletteRows::KindRole).toInt())),
             mirrored(place).adjusted(0, theme.px(6), 0, -theme.px(6)), muted);

    painter->setFont(theme.font(TextRole::Body));
    const QString detail = index.data(PaletteRows::DetailRole).toString();
    const int width = painter->fontMetrics().horizontalAdvance(detail);
    painter->setPen(muted);
    const QRect end = inside.adjusted(inside.width() - width, 0, 0, 0);
    painter->drawText(mirrored(end), Qt::AlignVCenter | Qt::AlignTrailing, detail);
    painter->setPen(enabled ? text : muted);
    const QRect middle = inside.adjusted(theme.px(28), 0, -width - theme.px(8), 0);
    painter->drawText(
        mirrored(middle), Qt::AlignVCenter | Qt::AlignLeading,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, middle.width()));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Theme &theme = Theme::of(option.widget);
    return {theme.px(320), QFontMetrics(theme.font(TextRole::Body)).height() + theme.px(12)};
}

} // namespace ClinicDesk
