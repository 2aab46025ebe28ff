#include "views/booking/OfferDelegate.h"

#include "widgets/theme/Icons.h"
#include "widgets/theme/Theme.h"

#include <QPainter>
#include <QPainterPath>

namespace ClinicDesk {

OfferDelegate::OfferDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void OfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool held = index.data(OfferRole::Held).toBool();
    const QColor text = theme.colour(selected ? Token::SelectedText : Token::Text);
    const QColor quiet = selected ? text : theme.colour(Token::SecondaryText);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    if (selected)
        painter->fillRect(option.rect, theme.colour(Token::Selected));
    const QRect inside = option.rect.adjusted(theme.px(6), 0, -theme.px(6), 0);
    const auto place = [&](int from, int width) {
        return QStyle::visualRect(
            option.direction, inside,
            QRect(inside.left() + from, inside.top(), width, inside.height()));
    };
    const int cap = theme.px(20);
    const QString digit = index.data(OfferRole::Digit).toString();
    if (!digit.isEmpty()) {
        QRect capRect(0, 0, cap, cap);
        capRect.moveCenter(place(0, cap).center());
        painter->setPen(quiet);
        painter->drawRoundedRect(QRectF(capRect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter->setFont(theme.font(TextRole::SlotDetail));
        painter->drawText(capRect, Qt::AlignCenter, digit);
    }
    int x = cap + theme.px(8);
    const QString when = index.data().toString();
    painter->setPen(text);
    painter->setFont(theme.font(TextRole::BodyStrong));
    const int whenWidth = painter->fontMetrics().horizontalAdvance(when);
    painter->drawText(place(x, whenWidth), Qt::AlignVCenter | Qt::AlignLeading, when);
    x += whenWidth + theme.px(10);

    painter->setFont(theme.font(TextRole::Body));
    const QString note = index.data(OfferRole::Note).toString();
    const int noteWidth
        = note.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(note) + theme.px(2);
    const int iconWidth = held ? theme.px(20) : 0;
    const int noteAt = inside.width() - noteWidth;
    if (held) {
        drawIcon(*painter, IconName::Hand, place(noteAt - iconWidth, theme.px(16)),
                 selected ? text : theme.colour(Token::Success));
        painter->setPen(selected ? text : theme.colour(Token::Success));
    } else {
        painter->setPen(quiet);
    }
    painter->drawText(place(noteAt, noteWidth), Qt::AlignVCenter | Qt::AlignTrailing, note);
    painter->setPen(quiet);
    const int room = noteAt - iconWidth - x - theme.px(4);
    const QString doctor = painter->fontMetrics().elidedText(
        index.data(OfferRole::DoctorName).toString(), Qt::ElideRight, room);
    painter->drawText(place(x, std::max(0, room)), Qt::AlignVCenter | Qt::AlignLeading, doctor);
    painter->restore();
}

QSize OfferDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Theme &theme = Theme::of(option.widget);
    return {theme.px(240), std::max(theme.controlHeight(), theme.px(28))};
}

} // namespace ClinicDesk
