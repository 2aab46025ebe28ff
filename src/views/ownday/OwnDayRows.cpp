#include "views/ownday/OwnDayRows.h"

#include "views/ownday/OwnDayTexts.h"
#include "views/visits/RowPainter.h"
#include "views/visits/RowTexts.h"
#include "widgets/Format.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace RowMeasure;

OwnDayRows::OwnDayRows(DoctorDayModel &day, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_day(day)
{
    setSourceModel(&day);
}

QVariant OwnDayRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return QIdentityProxyModel::data(index, role);
    const AppointmentRow &row = m_day.appointment(index.row());
    const QStringList parts {
        Format::timeRange(row.appointment.start, row.appointment.end, m_day.clock().zone()),
        RowTexts::nameAndAge(row, m_day.clock()), RowTexts::visitDetail(row),
        OwnDayTexts::status(row, m_day)};
    return parts.join(role == Qt::ToolTipRole ? u"\n"_s : u", "_s);
}

OwnDayDelegate::OwnDayDelegate(DoctorDayModel &day, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_day(day)
{
}

void OwnDayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const AppointmentRow &appointment = m_day.appointment(index.row());
    const AppointmentStatus status = appointment.appointment.status;
    const StatusLook look = statusLook(status, appointment.appointment.checkedInAt.has_value());
    const bool over = !holdsSlot(status);
    const bool struck = look == StatusLook::Cancelled;
    painter->save();
    RowPainter row(*painter, option);
    const Theme &theme = row.theme();
    row.bar(theme.status(look).bar);

    QRect line = row.nextLine(TextRole::BodyStrong);
    const int timeWidth
        = QFontMetrics(theme.font(TextRole::BodyStrong)).horizontalAdvance(u"00:00"_s)
        + theme.px(edge);
    const QColor strong = row.text(over ? Token::SecondaryText : Token::Text);
    row.draw(line, Format::time(appointment.appointment.start, m_day.clock().zone()),
             TextRole::BodyStrong, strong);
    line.setLeft(line.left() + timeWidth);
    row.drawStatusIcon(line, look, row.isChosen() ? strong : theme.status(look).bar);
    line.setLeft(line.left() + theme.px(iconSize + gap));
    row.draw(line, RowTexts::nameAndAge(appointment, m_day.clock()),
             over ? TextRole::Body : TextRole::BodyStrong, strong, struck);

    line = row.nextLine(TextRole::Body);
    line.setLeft(line.left() + timeWidth + theme.px(iconSize + gap));
    const int used = row.pill(line, OwnDayTexts::status(appointment, m_day), theme.status(look),
                              OwnDayTexts::waitsTooLong(appointment, m_day)
                                  || status == AppointmentStatus::InProgress);
    line.setLeft(line.left() + used + theme.px(gap));
    if (line.width() > theme.px(24))
        row.draw(line, RowTexts::visitDetail(appointment), TextRole::Body,
                 row.text(Token::SecondaryText));
    row.separator();
    painter->restore();
}

QSize OwnDayDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return RowPainter::size(option, {TextRole::BodyStrong, TextRole::Body});
}

} // namespace ClinicDesk
