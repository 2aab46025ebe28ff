#include "views/doctor/DoctorRows.h"

#include "views/doctor/DoctorTexts.h"
#include "widgets/Format.h"
#include "widgets/StatusIcon.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int edge = 12;
constexpr int barWidth = 4;
constexpr int gap = 8;

/// A row's lines from top to bottom, mirrored where the interface is.
class RowPainter
{
public:
    RowPainter(QPainter &painter, const QStyleOptionViewItem &option)
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
    }

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] bool isChosen() const { return m_chosen; }
    [[nodiscard]] QColor text(Token token) const
    {
        return m_theme.colour(m_chosen ? Token::SelectedText : token);
    }

    void bar(const QColor &colour)
    {
        const QRect strip(m_option.rect.left(), m_option.rect.top() + 1, m_theme.px(barWidth),
                          m_option.rect.height() - 2);
        m_painter.fillRect(mirrored(strip), colour);
    }

    /// The next line's rectangle in logical (left-to-right) coordinates.
    QRect nextLine(TextRole role)
    {
        const int height = QFontMetrics(m_theme.font(role)).height();
        const QRect line(m_rest.left(), m_rest.top(), m_rest.width(), height);
        m_rest.setTop(line.bottom() + 1 + m_theme.px(2));
        return line;
    }

    /// Draws from `line`'s start, elided, and returns the width used.
    int draw(const QRect &line, const QString &string, TextRole role, const QColor &colour,
             bool struck = false)
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

    void drawStatusIcon(const QRect &line, StatusLook look, const QColor &colour)
    {
        const int size = m_theme.px(16);
        const QRect square(line.left(), line.top() + (line.height() - size) / 2, size, size);
        drawIcon(m_painter, statusIcon(look), mirrored(square), colour);
    }

    [[nodiscard]] int pillWidth(const QString &string, bool strong) const
    {
        const TextRole role = strong ? TextRole::BodyStrong : TextRole::Body;
        return QFontMetrics(m_theme.font(role)).horizontalAdvance(string) + m_theme.px(16);
    }

    /// A word on its status' colour; returns the width used.
    int pill(const QRect &line, const QString &string, const StatusColours &colours, bool strong)
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

    void separator()
    {
        m_painter.fillRect(
            QRect(m_option.rect.left(), m_option.rect.bottom(), m_option.rect.width(), 1),
            m_theme.colour(Token::GridLine));
    }

private:
    [[nodiscard]] QRect mirrored(const QRect &rect) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect, rect);
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const Theme &m_theme;
    QRect m_rest;
    bool m_chosen = false;
};

QSize rowSize(const QStyleOptionViewItem &option, std::initializer_list<TextRole> lines)
{
    const Theme &theme = Theme::of(option.widget);
    int height = 2 * theme.px(gap) + theme.px(2) * (static_cast<int>(lines.size()) - 1);
    for (const TextRole role : lines)
        height += QFontMetrics(theme.font(role)).height();
    return {0, height + 1};
}

} // namespace

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
    QStringList parts {DoctorTexts::when(request.row.appointment.start, clock),
                       DoctorTexts::nameAndAge(request.row, clock),
                       DoctorTexts::requestDetail(request.row, clock),
                       DoctorTexts::requestNote(request, clock)};
    parts.removeAll(QString());
    return parts.join(role == Qt::ToolTipRole ? u"\n"_s : u", "_s);
}

DayRows::DayRows(DoctorDayModel &day, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_day(day)
{
    setSourceModel(&day);
}

QVariant DayRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return QIdentityProxyModel::data(index, role);
    const AppointmentRow &row = m_day.appointment(index.row());
    const QStringList parts {
        Format::timeRange(row.appointment.start, row.appointment.end, m_day.clock().zone()),
        DoctorTexts::nameAndAge(row, m_day.clock()), DoctorTexts::visitDetail(row),
        DoctorTexts::dayStatus(row, m_day)};
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
    line.setLeft(line.left() + theme.px(16 + gap));
    line.setLeft(line.left()
                 + row.draw(line, DoctorTexts::when(request.row.appointment.start, clock),
                            TextRole::BodyStrong, strong)
                 + theme.px(edge));
    const QString note = DoctorTexts::requestNote(request, clock);
    const StatusColours noteColours
        = theme.status(request.unanswered && !handled ? StatusLook::NoShow : look);
    const bool noteFits = row.pillWidth(note, !handled) <= line.width();
    if (!note.isEmpty() && noteFits)
        row.pill(line, note, noteColours, !handled);
    line = row.nextLine(TextRole::BodyStrong);
    line.setLeft(line.left() + theme.px(16 + gap));
    row.draw(line, DoctorTexts::nameAndAge(request.row, clock), TextRole::BodyStrong, strong);
    line = row.nextLine(TextRole::Body);
    line.setLeft(line.left() + theme.px(16 + gap));
    // In a narrow list the note goes before the details.
    if (!note.isEmpty() && !noteFits)
        row.pill(line, note, noteColours, !handled);
    else
        row.draw(line, DoctorTexts::requestDetail(request.row, clock), TextRole::Body,
                 row.text(Token::SecondaryText));
    row.separator();
    painter->restore();
}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return rowSize(option, {TextRole::BodyStrong, TextRole::BodyStrong, TextRole::Body});
}

DayDelegate::DayDelegate(DoctorDayModel &day, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_day(day)
{
}

void DayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
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
    line.setLeft(line.left() + theme.px(16 + gap));
    row.draw(line, DoctorTexts::nameAndAge(appointment, m_day.clock()),
             over ? TextRole::Body : TextRole::BodyStrong, strong, struck);

    line = row.nextLine(TextRole::Body);
    line.setLeft(line.left() + timeWidth + theme.px(16 + gap));
    const int used = row.pill(line, DoctorTexts::dayStatus(appointment, m_day), theme.status(look),
                              DoctorTexts::waitsTooLong(appointment, m_day)
                                  || status == AppointmentStatus::InProgress);
    line.setLeft(line.left() + used + theme.px(gap));
    if (line.width() > theme.px(24))
        row.draw(line, DoctorTexts::visitDetail(appointment), TextRole::Body,
                 row.text(Token::SecondaryText));
    row.separator();
    painter->restore();
}

QSize DayDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return rowSize(option, {TextRole::BodyStrong, TextRole::Body});
}

} // namespace ClinicDesk
