#include "views/reception/ShelfDelegate.h"

#include "domain/AgendaRole.h"
#include "domain/Patient.h"
#include "models/ShelfModel.h"
#include "widgets/Format.h"
#include "widgets/theme/Theme.h"

#include <QPainter>

namespace ClinicDesk {

ShelfDelegate::ShelfDelegate(const QTimeZone &zone, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_zone(zone)
{
}

void ShelfDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    // Elsewhere the keys act on somebody else: the row is only remembered.
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const bool selected = isChosen && option.widget && option.widget->hasFocus();
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (isChosen)
        painter->fillRect(option.rect, theme.colour(selected ? Token::Selected : Token::Pressed));
    QRect line = option.rect.adjusted(theme.px(6), theme.px(3), -theme.px(6), 0);
    const auto write = [&](TextRole role, Token colour, const QString &text) {
        painter->setFont(theme.font(role));
        painter->setPen(theme.colour(selected ? Token::SelectedText : colour));
        const QFontMetrics metrics = painter->fontMetrics();
        line.setHeight(metrics.height());
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                          metrics.elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, metrics.height());
    };
    write(TextRole::BodyStrong, Token::Text,
          listName(index.data(ShelfModel::FamilyName).toString(),
                   index.data(ShelfModel::GivenName).toString()));
    write(TextRole::SlotDetail, Token::SecondaryText,
          Format::dateTime(index.data(AgendaRole::Start).toDateTime(), m_zone));
    write(TextRole::SlotDetail, Token::SecondaryText,
          index.data(ShelfModel::DoctorName).toString());
    painter->restore();
}

QSize ShelfDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, rowHeight(option.widget)};
}

int ShelfDelegate::rowHeight(const QWidget *widget) const
{
    const Theme &theme = Theme::of(widget);
    return QFontMetrics(theme.font(TextRole::BodyStrong)).height()
        + 2 * QFontMetrics(theme.font(TextRole::SlotDetail)).height() + theme.px(6);
}

} // namespace ClinicDesk
