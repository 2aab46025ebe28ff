#include "widgets/MiniMonthGrid.h"

#include "widgets/Format.h"
#include "widgets/theme/Theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace ClinicDesk {

namespace {

constexpr int weeks = 6;
constexpr int weekdays = 7;

QDate firstOf(QDate day)
{
    return {day.year(), day.month(), 1};
}

} // namespace

MiniMonthGrid::MiniMonthGrid(QWidget *parent)
    : QWidget(parent)
    , m_month(firstOf(QDate::currentDate()))
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MiniMonthGrid::setSelectedDay(QDate day)
{
    m_selected = day;
    sayDay();
    showMonth(day);
    update();
}

void MiniMonthGrid::setToday(QDate today)
{
    m_today = today;
    update();
}

void MiniMonthGrid::setMarks(const QMap<QDate, DayMark> &marks)
{
    m_marks = marks;
    update();
}

void MiniMonthGrid::setNotes(const QMap<QDate, QString> &notes)
{
    m_notes = notes;
    sayDay();
}

void MiniMonthGrid::sayDay()
{
    if (m_selected.isValid() && accessibleName() != described(m_selected))
        setAccessibleName(described(m_selected));
}

QString MiniMonthGrid::described(QDate day) const
{
    const QString note = m_notes.value(day);
    return note.isEmpty() ? Format::dayAndDate(day)
                          : QString(Format::dayAndDate(day) + QStringLiteral(", ") + note);
}

void MiniMonthGrid::showMonth(QDate anyDay)
{
    if (!anyDay.isValid() || firstOf(anyDay) == m_month)
        return;
    m_month = firstOf(anyDay);
    update();
    Q_EMIT monthShown(m_month);
}

QSize MiniMonthGrid::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {weekdays * theme.px(30), (weeks + 1) * theme.px(28)};
}

QDate MiniMonthGrid::firstShown() const
{
    return m_month.addDays(1 - m_month.dayOfWeek());
}

QRect MiniMonthGrid::cellRect(int row, int weekday) const
{
    const int left = width() * weekday / weekdays;
    const int right = width() * (weekday + 1) / weekdays;
    const int top = height() * row / (weeks + 1);
    const int bottom = height() * (row + 1) / (weeks + 1);
    return QStyle::visualRect(layoutDirection(), rect(),
                              QRect(left, top, right - left, bottom - top));
}

void MiniMonthGrid::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(TextRole::SlotDetail));
    painter.setPen(theme.colour(Token::SecondaryText));
    for (int weekday = 0; weekday < weekdays; ++weekday) {
        const QString name = QLocale().standaloneDayName(weekday + 1, QLocale::ShortFormat).left(2);
        painter.drawText(cellRect(0, weekday), Qt::AlignCenter, name);
    }
    const QDate first = firstShown();
    for (int index = 0; index < weeks * weekdays; ++index)
        paintDay(painter, first.addDays(index), cellRect(index / weekdays + 1, index % weekdays));
}

void MiniMonthGrid::paintDay(QPainter &painter, QDate day, const QRect &cell) const
{
    const Theme &theme = Theme::of(this);
    const bool selected = day == m_selected;
    const bool otherMonth = day.month() != m_month.month();
    const int side = qMin(cell.width(), cell.height()) - 2;
    QRectF box(0, 0, qMin(cell.width() - 2, side + 4), side);
    box.moveCenter(QRectF(cell).center());
    if (selected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Token::Accent));
        painter.drawRoundedRect(box, 4, 4);
    } else if (day == m_today) {
        painter.setPen(QPen(theme.colour(Token::Now), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4);
    }
    if (selected && hasFocus()) {
        painter.setPen(QPen(theme.colour(Token::AccentText), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 3, 3);
    }
    QFont font = theme.font(day == m_today || selected ? TextRole::BodyStrong : TextRole::Body);
    painter.setFont(font);
    const QColor text = theme.colour(selected         ? Token::AccentText
                                         : otherMonth ? Token::SecondaryText
                                                      : Token::Text);
    painter.setPen(text);
    painter.drawText(cell.adjusted(0, -theme.px(2), 0, -theme.px(2)), Qt::AlignCenter,
                     QString::number(day.day()));
    paintMark(painter, m_marks.value(day), box.toRect());
}

void MiniMonthGrid::paintMark(QPainter &painter, DayMark mark, const QRect &cell) const
{
    if (mark == DayMark::None)
        return;
    const Theme &theme = Theme::of(this);
    const QColor colour = painter.pen().color();
    const double unit = theme.px(100) / 100.0;
    const QPointF foot(QRectF(cell).center().x(), cell.bottom() - 3 * unit);
    painter.save();
    if (mark == DayMark::Closed) {
        painter.setPen(QPen(colour, unit));
        const double half = 9 * unit;
        const QPointF middle = QRectF(cell).center() - QPointF(0, theme.px(1));
        painter.drawLine(middle + QPointF(-half, 0), middle + QPointF(half, 0));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        if (mark == DayMark::Full) {
            painter.drawRect(QRectF(foot.x() - 7 * unit, foot.y() - unit, 14 * unit, 2 * unit));
        } else if (mark == DayMark::NearlyFull) {
            painter.drawRect(QRectF(foot.x() - 7 * unit, foot.y() - unit, 6 * unit, 2 * unit));
            painter.drawRect(QRectF(foot.x() + 3 * unit, foot.y() - unit, 4 * unit, 2 * unit));
        } else {
            painter.drawEllipse(foot, 1.75 * unit, 1.75 * unit);
        }
    }
    painter.restore();
}

void MiniMonthGrid::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const QDate day = dayAt(event->position().toPoint()); day.isValid())
        choose(day);
}

QDate MiniMonthGrid::dayAt(const QPoint &position) const
{
    for (int index = 0; index < weeks * weekdays; ++index) {
        if (cellRect(index / weekdays + 1, index % weekdays).contains(position))
            return firstShown().addDays(index);
    }
    return {};
}

bool MiniMonthGrid::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QDate day = dayAt(help->pos());
    if (m_notes.contains(day))
        QToolTip::showText(help->globalPos(), described(day), this);
    else
        QToolTip::hideText();
    return true;
}

void MiniMonthGrid::keyPressEvent(QKeyEvent *event)
{
    const QDate from = m_selected.isValid() ? m_selected : m_month;
    const int forward = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(from.addDays(-forward));
    case Qt::Key_Right:
        return choose(from.addDays(forward));
    case Qt::Key_Up:
        return choose(from.addDays(-weekdays));
    case Qt::Key_Down:
        return choose(from.addDays(weekdays));
    case Qt::Key_PageUp:
        return choose(from.addMonths(-1));
    case Qt::Key_PageDown:
        return choose(from.addMonths(1));
    case Qt::Key_Home:
        return choose(firstOf(from));
    case Qt::Key_End:
        return choose(firstOf(from).addMonths(1).addDays(-1));
    default:
        QWidget::keyPressEvent(event);
    }
}

void MiniMonthGrid::wheelEvent(QWheelEvent *event)
{
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / 120;
    m_wheel -= steps * 120;
    if (steps)
        showMonth(m_month.addMonths(-steps));
    event->accept();
}

void MiniMonthGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
        update();
    }
}

void MiniMonthGrid::choose(QDate day)
{
    setSelectedDay(day);
    Q_EMIT daySelected(day);
}

} // namespace ClinicDesk
