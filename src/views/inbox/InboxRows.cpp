#include "views/inbox/InboxRows.h"

#include "views/inbox/InboxTexts.h"
#include "views/visits/RowPainter.h"
#include "views/visits/RowTexts.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

using namespace RowMeasure;

InboxRows::InboxRows(RequestInboxModel &inbox, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_inbox(inbox)
{
    setSourceModel(&inbox);
}

QVariant InboxRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return QIdentityProxyModel::data(index, role);
    const InboxRequest &request = m_inbox.request(index.row());
    const ClinicClock &clock = m_inbox.clock();
    QStringList parts {RowTexts::when(request.row.appointment.start, clock),
                       RowTexts::nameAndAge(request.row, clock),
                       InboxTexts::requestDetail(request.row, clock),
                       InboxTexts::requestNote(request, clock)};
    parts.removeAll(QString());
    return parts.join(role == Qt::ToolTipRole ? u"\n"_s : u", "_s);
}

InboxDelegate::InboxDelegate(RequestInboxModel &inbox, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_inbox(inbox)
{
}

void InboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const InboxRequest &request = m_inbox.request(index.row());
    const ClinicClock &clock = m_inbox.clock();
    painter->save();
    RowPainter row(*painter, option);
    const Theme &theme = row.theme();
    const bool handled = request.state == InboxRequest::State::Handled;
    const StatusLook look
        = handled ? statusLook(request.row.appointment.status, false) : StatusLook::Pending;
    row.bar(request.unanswered && !handled ? theme.colour(Token::Error) : theme.status(look).bar);

    QRect line = row.nextLine(TextRole::BodyStrong);
    const QColor strong = row.text(handled ? Token::SecondaryText : Token::Text);
    row.drawStatusIcon(line, look, row.isChosen() ? strong : theme.status(look).bar);
    line.setLeft(line.left() + theme.px(iconSize + gap));
    line.setLeft(line.left()
                 + row.draw(line, RowTexts::when(request.row.appointment.start, clock),
                            TextRole::BodyStrong, strong)
                 + theme.px(edge));
    const QString note = InboxTexts::requestNote(request, clock);
    const StatusColours noteColours
        = theme.status(request.unanswered && !handled ? StatusLook::NoShow : look);
    const bool noteFits = row.pillWidth(note, !handled) <= line.width();
    if (!note.isEmpty() && noteFits)
        row.pill(line, note, noteColours, !handled);
    line = row.nextLine(TextRole::BodyStrong);
    line.setLeft(line.left() + theme.px(iconSize + gap));
    row.draw(line, RowTexts::nameAndAge(request.row, clock), TextRole::BodyStrong, strong);
    line = row.nextLine(TextRole::Body);
    line.setLeft(line.left() + theme.px(iconSize + gap));
    // In a narrow list the note goes before the details.
    if (!note.isEmpty() && !noteFits)
        row.pill(line, note, noteColours, !handled);
    else
        row.draw(line, InboxTexts::requestDetail(request.row, clock), TextRole::Body,
                 row.text(Token::SecondaryText));
    row.separator();
    painter->restore();
}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return RowPainter::size(option, {TextRole::BodyStrong, TextRole::BodyStrong, TextRole::Body});
}

} // namespace ClinicDesk
