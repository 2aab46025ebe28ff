#include "widgets/MonthGrid.h"

#include "widgets/Format.h"
#include "widgets/HeldKey.h"
#include "widgets/theme/Theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

constexpr int weeks = 6;
constexpr int weekdays = 7;

} // namespace

MonthGrid::MonthGrid(QWidget *parent)
    : QWidget(parent)
    , m_day(QDate::currentDate())
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void MonthGrid::setDay(QDate day)
{
    if (!day.isValid())
        return;
    m_day = day;
    sayDay();
    update();
}

void MonthGrid::setToday(QDate today)
{
    m_today = today;
    update();
}

void MonthGrid::setDays(const QMap<QDate, MonthDay> &days)
{
    if (days == m_days)
        return;
    m_days = days;
    sayDay();
    update();
}

QString MonthGrid::described(QDate day) const
{
    QStringList parts {Format::dayAndDate(day)};
    if (day == m_today)
        parts << tr("today");
    if (const QString note = m_days.value(day).note; !note.isEmpty())
        parts << note;
    return parts.join(u", "_s);
}

void MonthGrid::sayDay()
{
    if (accessibleName() != described(m_day))
        setAccessibleName(described(m_day));
}

QSize MonthGrid::minimumSizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {weekdays * theme.px(44), headerHeight() + weeks * theme.px(34)};
}

QDate MonthGrid::first() const
{
    const QDate month(m_day.year(), m_day.month(), 1);
    return month.addDays(1 - month.dayOfWeek());
}

int MonthGrid::headerHeight() const
{
    const Theme &theme = Theme::of(this);
    return QFontMetrics(theme.font(TextRole::BodyStrong)).height() + theme.px(12);
}

QRect MonthGrid::cellRect(QDate day) const
{
    const qint64 index = first().daysTo(day);
    if (index < 0 || index >= weeks * weekdays)
        return {};
    const int row = int(index) / weekdays;
    const int column = int(index) % weekdays;
    const int room = height() - headerHeight();
    const int left = width() * column / weekdays;
    const int top = headerHeight() + room * row / weeks;
    return QStyle::visualRect(layoutDirection(), rect(),
                              {left, top, width() * (column + 1) / weekdays - left,
                               headerHeight() + room * (row + 1) / weeks - top});
}

QDate MonthGrid::dayAt(const QPoint &position) const
{
    for (int index = 0; index < weeks * weekdays; ++index) {
        if (cellRect(first().addDays(index)).contains(position))
            return first().addDays(index);
    }
    return {};
}

void MonthGrid::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.colour(Token::Grid));
    painter.fillRect(QRect(0, 0, width(), headerHeight()), theme.colour(Token::Surface));
    painter.setFont(theme.font(TextRole::BodyStrong));
    painter.setPen(theme.colour(Token::Text));
    // All names long, or all short.
    const int room = cellRect(first()).width() - theme.px(4);
    QLocale::FormatType format = QLocale::LongFormat;
    for (int weekday = 1; weekday <= weekdays; ++weekday) {
        const QString name = QLocale().standaloneDayName(weekday, QLocale::LongFormat);
        if (painter.fontMetrics().horizontalAdvance(name) > room)
            format = QLocale::ShortFormat;
    }
    for (int weekday = 0; weekday < weekdays; ++weekday) {
        QRect cell = cellRect(first().addDays(weekday));
        cell.moveTop(0);
        cell.setHeight(headerHeight());
        painter.drawText(cell, Qt::AlignCenter, QLocale().standaloneDayName(weekday + 1, format));
    }
    for (int index = 0; index < weeks * weekdays; ++index) {
        const QDate day = first().addDays(index);
        paintDay(painter, day, cellRect(day));
    }
}

void MonthGrid::paintDay(QPainter &painter, QDate day, const QRect &cell) const
{
    const Theme &theme = Theme::of(this);
    const MonthDay shown = m_days.value(day);
    if (shown.load.fill() == DayFill::Closed)
        paintClosed(painter, cell);
    // The brush is what the day before was painted with.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.colour(Token::Border));
    painter.drawRect(QRectF(cell).translated(-0.5, -0.5));
    const int pad = std::min(theme.px(8), cell.width() / 10);
    const QRect inner = cell.adjusted(pad, theme.px(4), -pad, -theme.px(6));
    const auto place
        = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), inner, part); };
    painter.setFont(theme.font(day == m_today ? TextRole::BodyStrong : TextRole::Body));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString number = Format::isolated(QString::number(day.day()));
    QRect numberRect(inner.left(), inner.top(), metrics.horizontalAdvance(number) + theme.px(10),
                     metrics.height() + theme.px(2));
    const bool otherMonth = day.month() != m_day.month();
    if (day == m_today) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(Token::Now));
        painter.drawRoundedRect(place(numberRect), 4, 4);
    }
    painter.setPen(theme.colour(day == m_today   ? Token::NowText
                                    : otherMonth ? Token::SecondaryText
                                                 : Token::Text));
    painter.drawText(place(numberRect), Qt::AlignCenter, number);
    const QFont detail = theme.font(TextRole::SlotDetail);
    const int line = QFontMetrics(detail).height();
    const int bar = theme.px(6);
    painter.setFont(detail);
    painter.setPen(theme.colour(Token::SecondaryText));
    const QRect wordRect(numberRect.right() + theme.px(4), inner.top(),
                         inner.right() - numberRect.right() - theme.px(4), numberRect.height());
    if (QFontMetrics(detail).horizontalAdvance(shown.word) <= wordRect.width())
        painter.drawText(place(wordRect),
                         static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute
                                          | (isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight)),
                         shown.word);
    if (shown.load.known && shown.load.places > 0) {
        const QRect barRect(inner.left(), inner.bottom() - bar + 1, inner.width(), bar);
        const QRect figure(inner.left(), barRect.top() - line - theme.px(2), inner.width(), line);
        paintBar(painter, shown.load, barRect);
        if (figure.top() >= numberRect.bottom() - theme.px(2)) {
            painter.setPen(theme.colour(otherMonth ? Token::SecondaryText : Token::Text));
            painter.drawText(figure, Qt::AlignVCenter | Qt::AlignHCenter, shown.figure);
        }
    }
    if (day == m_day) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(
            QPen(theme.colour(hasFocus() ? Token::Focus : Token::FieldEdge), hasFocus() ? 2 : 1));
        painter.drawRoundedRect(QRectF(cell).adjusted(2, 2, -3, -3), 4, 4);
    }
}

void MonthGrid::paintBar(QPainter &painter, const DayLoad &load, const QRect &bar) const
{
    const Theme &theme = Theme::of(this);
    const bool full = load.fill() == DayFill::Full;
    painter.setPen(QPen(theme.colour(Token::FieldEdge), 1));
    painter.setBrush(theme.colour(Token::Surface));
    const QRectF frame = QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, 2, 2);
    const double part = std::min(1.0, double(load.booked) / load.places);
    // Nearly full never looks full.
    const double width = full ? frame.width() : std::min(frame.width() * part, frame.width() - 4);
    if (width < 1)
        return;
    QRectF filled(frame.left(), frame.top(), width, frame.height());
    if (isRightToLeft())
        filled.moveRight(frame.right());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(full ? Token::Text : Token::Accent));
    painter.drawRoundedRect(filled, 2, 2);
}

void MonthGrid::paintClosed(QPainter &painter, const QRect &cell) const
{
    const Theme &theme = Theme::of(this);
    painter.fillRect(cell, theme.colour(Token::Closed));
    QColor dots = theme.colour(Token::SecondaryText);
    if (!theme.isHighContrast())
        dots.setAlphaF(0.28F);
    constexpr int step = 8;
    for (int y = cell.top() + step / 2; y <= cell.bottom(); y += step) {
        for (int x = cell.left() + step / 2; x < cell.right(); x += step)
            painter.fillRect(x, y, 1, 1, dots);
    }
}

void MonthGrid::mousePressEvent(QMouseEvent *event)
{
    if (const QDate day = dayAt(event->position().toPoint()); day.isValid())
        choose(day);
}

void MonthGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && dayAt(event->position().toPoint()).isValid())
        Q_EMIT dayActivated(m_day);
}

void MonthGrid::keyPressEvent(QKeyEvent *event)
{
    const int forward = isRightToLeft() ? -1 : 1;
    if (event->modifiers() & ~Qt::KeypadModifier)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_day.addDays(-forward));
    case Qt::Key_Right:
        return choose(m_day.addDays(forward));
    case Qt::Key_Up:
        return choose(m_day.addDays(-weekdays));
    case Qt::Key_Down:
        return choose(m_day.addDays(weekdays));
    case Qt::Key_PageUp:
        return choose(m_day.addMonths(-1));
    case Qt::Key_PageDown:
        return choose(m_day.addMonths(1));
    case Qt::Key_Home:
        return choose(m_day.addDays(1 - m_day.dayOfWeek()));
    case Qt::Key_End:
        return choose(m_day.addDays(weekdays - m_day.dayOfWeek()));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!HeldKey::isRepeat(*event))
            Q_EMIT dayActivated(m_day);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MonthGrid::wheelEvent(QWheelEvent *event)
{
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / QWheelEvent::DefaultDeltasPerStep;
    m_wheel -= steps * QWheelEvent::DefaultDeltasPerStep;
    if (steps)
        choose(m_day.addMonths(-steps));
    event->accept();
}

void MonthGrid::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void MonthGrid::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void MonthGrid::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
        update();
    }
}

bool MonthGrid::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const QDate day = dayAt(help->pos()); day.isValid())
        QToolTip::showText(help->globalPos(), described(day), this);
    else
        QToolTip::hideText();
    return true;
}

void MonthGrid::choose(QDate day)
{
    if (!day.isValid() || day == m_day)
        return;
    setDay(day);
    Q_EMIT dayChanged(day);
}

} // namespace ClinicDesk
