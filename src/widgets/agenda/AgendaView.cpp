#include "widgets/agenda/AgendaView.h"

#include "widgets/agenda/AgendaAccessible.h"
#include "widgets/agenda/AgendaGhostPainter.h"
#include "widgets/agenda/AgendaMover.h"
#include "widgets/agenda/AgendaPainter.h"
#include "widgets/agenda/AgendaScene.h"
#include "widgets/agenda/AgendaText.h"
#include "widgets/theme/Theme.h"

#include <QAbstractItemModel>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ClinicDesk {

namespace {

constexpr int minimumRowZoom = 50;
constexpr int maximumRowZoom = 300;
constexpr int mostParts = 4; ///< painted one by one; of more, the whole they lie in

int minutesOf(const AgendaCell &cell)
{
    return int(cell.start.secsTo(cell.end) / 60);
}

} // namespace

AgendaView::AgendaView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_scene(std::make_unique<AgendaScene>())
    , m_layout(std::make_unique<AgendaLayout>())
    , m_mover(new AgendaMover(*this))
{
    installAgendaAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::StyledPanel);
    viewport()->setMouseTracking(true);
    // Every pixel is painted, so nothing needs to be erased first.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Day"));
    relayout();
}

AgendaView::~AgendaView()
{
    // A model that is a child dies after the members do.
    if (m_model)
        m_model->disconnect(this);
}

void AgendaView::setModel(QAbstractItemModel *model)
{
    if (m_model == model)
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (m_model) {
        connect(m_model, &QAbstractItemModel::dataChanged, this, &AgendaView::rowsChanged);
        connect(m_model, &QAbstractItemModel::rowsInserted, this, &AgendaView::reload);
        connect(m_model, &QAbstractItemModel::rowsRemoved, this, &AgendaView::reload);
        connect(m_model, &QAbstractItemModel::rowsMoved, this, &AgendaView::reload);
        connect(m_model, &QAbstractItemModel::layoutChanged, this, &AgendaView::reload);
        connect(m_model, &QAbstractItemModel::modelReset, this, &AgendaView::reload);
        connect(m_model, &QObject::destroyed, this, [this] {
            m_model = nullptr;
            reload();
        });
    }
    reload();
}

void AgendaView::setColumns(const QList<AgendaColumn> &columns)
{
    if (m_frozen) {
        m_waitingColumns = columns;
        return;
    }
    if (m_scene->retitle(columns)) {
        viewport()->update(m_layout->headerRect());
        return notifyAgendaCells(*this);
    }
    m_scene->setColumns(columns);
    settle();
    placeInitially();
}

void AgendaView::setHolds(const QList<SlotHold> &holds)
{
    if (m_frozen) {
        m_waitingHolds = holds;
        return;
    }
    m_scene->setHolds(holds);
    settle();
}

void AgendaView::setDay(QDate day, const QTimeZone &zone)
{
    if (day == m_scene->day() && zone == m_scene->zone())
        return;
    setFrozen(false);
    // The same time of day stays selected on the new day.
    const QDateTime old = m_cursor.start.toTimeZone(m_scene->zone());
    m_scene->setDay(day, zone);
    m_placed = false;
    m_followsNow = true;
    if (m_cursor.isValid()) {
        m_cursor.visit = {};
        m_chosen = {};
        m_cursor.start = QDateTime(day, old.time(), zone).toUTC();
    }
    m_mover->turnDay(day);
    settle();
    placeInitially();
}

QDate AgendaView::day() const
{
    return m_scene->day();
}

void AgendaView::setNow(const QDateTime &now)
{
    const QDateTime old = m_scene->now();
    m_scene->setNow(now);
    // Nothing shown is finer than a minute.
    if (old.isValid() && old.toSecsSinceEpoch() / 60 == now.toSecsSinceEpoch() / 60)
        return;
    viewport()->update();
    followNow();
}

void AgendaView::setCancelledShown(bool shown)
{
    m_scene->setCancelledShown(shown);
    settle();
}

void AgendaView::setRowZoom(int percent)
{
    const int zoom = qBound(minimumRowZoom, percent, maximumRowZoom);
    if (zoom == m_rowZoom)
        return;
    m_rowZoom = zoom;
    relayout();
    Q_EMIT rowZoomChanged(zoom);
}

void AgendaView::setCursor(DoctorId doctor, const QDateTime &start)
{
    const int column = m_scene->columnOf(doctor, start);
    if (const AgendaCell *cell = m_scene->cellAt(column, start.toUTC()))
        moveCursor(column, *cell, minutesOf(*cell));
}

void AgendaView::placeCursor(DoctorId doctor, const QDateTime &start)
{
    const int column = m_scene->columnOf(doctor, start);
    const AgendaCell *const cell = m_scene->cellAt(column, start.toUTC());
    if (!cell)
        return;
    m_chosen = {};
    AgendaCursor cursor = cursorOn(column, *cell);
    cursor.visit = {};
    takeCursor(cursor);
    scrollToSelection();
}

void AgendaView::selectVisit(AppointmentId id)
{
    const AgendaVisit *visit = m_scene->visit(id);
    const int column = visit ? m_scene->columnOf(*visit) : -1;
    if (const AgendaCell *cell = m_scene->cellOf(column, id))
        moveCursor(column, *cell, minutesOf(*cell));
    else
        m_chosen = id;
}

void AgendaView::scrollToNow()
{
    m_followsNow = true;
    if (!m_scene->isToday())
        return;
    const int third = m_layout->gridRect().height() / 3;
    const int y = m_layout->yOf(m_scene->todayNow()) - m_layout->gridRect().top();
    showScroll(m_layout->scroll() + QPoint(0, y - third));
}

QString AgendaView::cellName(int column, const AgendaCell &cell) const
{
    return AgendaText::cellName(*m_scene, column, cell);
}

void AgendaView::relayout()
{
    reckonLayout();
    viewport()->update();
}

void AgendaView::reckonLayout()
{
    const Theme &theme = Theme::of(this);
    const QRect oldGrid = m_layout->gridRect();
    const bool hadRange = m_layout->from().isValid();
    const QDateTime top = hadRange ? m_layout->timeAt(oldGrid.top()) : QDateTime();
    AgendaMetrics metrics;
    metrics.minimumColumnWidth = theme.px(120);
    metrics.tenMinuteHeight = qMax(theme.px(16), theme.tenMinuteHeight() * m_rowZoom / 100);
    const QFontMetrics title(theme.font(TextRole::BodyStrong));
    const QFontMetrics detail(theme.font(TextRole::SlotDetail));
    metrics.headerHeight = title.height() + detail.height() + theme.px(12);
    metrics.axisWidth = detail.horizontalAdvance(QStringLiteral("00:00")) + theme.px(22);
    m_layout->setMetrics(metrics);
    m_layout->setViewport(viewport()->size());
    m_layout->setRightToLeft(isRightToLeft());
    m_layout->setColumnCount(int(m_scene->columns().size()));
    m_layout->setColumnShifts(m_scene->shifts());
    m_layout->setRange(m_scene->rangeStart(), m_scene->rangeEnd());
    QPoint scroll = m_layout->scroll();
    if (hadRange && top >= m_scene->rangeStart() && top < m_scene->rangeEnd())
        scroll.ry() += m_layout->yOf(top) - m_layout->gridRect().top();
    showScroll(scroll);
}

void AgendaView::showScroll(const QPoint &wanted)
{
    const QScopedValueRollback own(m_scrollsItself, true);
    const QPoint most = m_layout->maximumScroll();
    const QSize page = m_layout->gridRect().size();
    const QPoint scroll(qBound(0, wanted.x(), most.x()), qBound(0, wanted.y(), most.y()));
    horizontalScrollBar()->setRange(0, most.x());
    horizontalScrollBar()->setPageStep(page.width());
    horizontalScrollBar()->setSingleStep(m_layout->metrics().minimumColumnWidth);
    verticalScrollBar()->setRange(0, most.y());
    verticalScrollBar()->setPageStep(page.height());
    verticalScrollBar()->setSingleStep(m_layout->metrics().tenMinuteHeight);
    horizontalScrollBar()->setValue(scroll.x());
    verticalScrollBar()->setValue(scroll.y());
    m_layout->setScroll({horizontalScrollBar()->value(), verticalScrollBar()->value()});
}

void AgendaView::shiftPicture(const QPoint &distance)
{
    // What is being dragged keeps its place in the view, and half a pixel cannot be moved.
    const qreal scale = viewport()->devicePixelRatioF();
    if (distance.x() != 0 || m_mover->isShown() || scale != std::floor(scale))
        return viewport()->update();
    const QRect grid = m_layout->gridRect();
    viewport()->scroll(0, distance.y(),
                       {0, grid.top(), viewport()->width(), viewport()->height() - grid.top()});
}

void AgendaView::placeInitially()
{
    if (m_placed || m_scene->columns().isEmpty() || !m_scene->day().isValid())
        return;
    m_placed = true;
    const QDateTime now = m_scene->todayNow();
    if (now.isValid() && now >= m_scene->rangeStart() && now < m_scene->rangeEnd()) {
        scrollToNow();
        return;
    }
    QDateTime first;
    for (int index = 0; index < m_scene->columns().size(); ++index) {
        const AgendaColumn &column = m_scene->columns()[index];
        if (column.open.isEmpty())
            continue;
        const QDateTime opening = column.open.first().start.addSecs(-m_scene->shiftOf(index));
        first = first.isValid() ? std::min(first, opening) : opening;
    }
    if (first.isValid())
        showScroll({0, m_layout->scroll().y() + m_layout->yOf(first) - m_layout->gridRect().top()});
}

void AgendaView::followNow()
{
    if (!m_followsNow || !m_scene->isToday() || m_hover.column >= 0)
        return;
    const QRect grid = m_layout->gridRect();
    const int y = m_layout->yOf(m_scene->todayNow());
    // A band, not a line: the picture moves rarely, and then by a good piece.
    if (y < grid.top() + grid.height() / 10 || y > grid.top() + grid.height() * 6 / 10)
        scrollToNow();
}

AgendaCursor AgendaView::cursorOn(int column, const AgendaCell &cell) const
{
    return {m_scene->columns()[column].doctor, cell.start, minutesOf(cell), cell.visit, cell.kind};
}

void AgendaView::resettleCursor()
{
    if (m_scene->columns().isEmpty())
        return takeCursor({});
    if (const AgendaVisit *visit = m_scene->visit(m_chosen)) {
        const int column = m_scene->columnOf(*visit);
        if (const AgendaCell *cell = m_scene->cellOf(column, visit->id))
            return takeCursor(cursorOn(column, *cell));
    }
    int column = std::max(0, m_scene->columnOf(m_cursor.doctor, m_cursor.start));
    QDateTime start = m_cursor.start;
    if (!start.isValid()) {
        while (m_scene->isToday() && !m_scene->isTodaysColumn(column))
            column = (column + 1) % int(m_scene->columns().size());
        start = m_scene->isToday() ? m_scene->now() : m_scene->rangeStart(column);
    }
    const QDateTime from = m_scene->rangeStart(column);
    start = std::clamp(start, from, std::max(from, m_scene->rangeEnd(column).addSecs(-1)));
    const AgendaCell *cell = m_scene->cellAt(column, start);
    if (!cell)
        return;
    AgendaCursor cursor = cursorOn(column, *cell);
    // A visit that comes to lie under the cursor was chosen by nobody.
    cursor.visit = {};
    // A lengthened selection keeps its length while its time stays free.
    if (m_cursor.kind == AgendaCell::Kind::Free && cell->kind == AgendaCell::Kind::Free
        && cell->start == m_cursor.start) {
        QDateTime end = cell->end;
        const QDateTime wanted = m_cursor.start.addSecs(m_cursor.minutes * 60);
        for (const AgendaCell *next = cell;
             next && next->kind == AgendaCell::Kind::Free && next->end <= wanted;
             next = m_scene->cellAt(column, next->end)) {
            end = next->end;
        }
        cursor.minutes = int(cell->start.secsTo(end) / 60);
    }
    takeCursor(cursor);
}

void AgendaView::takeCursor(const AgendaCursor &cursor)
{
    if (cursor == m_cursor)
        return;
    viewport()->update(cursorRect());
    m_cursor = cursor;
    viewport()->update(cursorRect());
    viewport()->update(m_layout->headerRect());
    Q_EMIT cursorChanged(m_cursor);
    if (hasFocus())
        notifyAgendaCursor(*this);
}

void AgendaView::moveCursor(int column, const AgendaCell &cell, int minutes)
{
    AgendaCursor cursor = cursorOn(column, cell);
    cursor.minutes = minutes;
    m_chosen = cursor.visit;
    takeCursor(cursor);
    scrollToSelection();
    if (cursor.visit.isValid())
        Q_EMIT visitChosen(cursor.visit);
}

bool AgendaView::isSelectionSeen() const
{
    const QRect tile = cursorRect();
    const int line = std::min(tile.height(), fontMetrics().height());
    const QRect grid = m_layout->gridRect();
    return grid.contains(tile.center().x(), tile.top() + line / 2);
}

void AgendaView::scrollToSelection()
{
    const QPoint wanted = m_layout->scrollToShow(cursorRect());
    if (wanted == m_layout->scroll())
        return;
    m_followsNow = false;
    showScroll(wanted);
}

QRect AgendaView::cellRect(int column, const AgendaCell &cell) const
{
    return m_layout->spanRect(column, cell.start, cell.end);
}

QRect AgendaView::cursorRect() const
{
    return AgendaPainter::cursorRect(*m_scene, *m_layout, m_cursor);
}

void AgendaView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const AppointmentId moving = m_mover->isActive() ? m_mover->moving().visit : AppointmentId {};
    const AgendaMarks marks {m_cursor, hasFocus(), m_hover.column, m_hover.cell, moving};
    const AgendaPainter agenda(*m_scene, *m_layout, Theme::of(this), marks);
    // A strip laid bare and a changed visit lie far apart: what is between them stays.
    const QRegion &region = event->region();
    if (region.rectCount() <= mostParts) {
        for (const QRect &part : region)
            agenda.paint(painter, part);
    } else {
        agenda.paint(painter, region.boundingRect());
    }
    if (m_mover->isShown())
        AgendaGhostPainter(*m_scene, *m_layout, Theme::of(this))
            .paint(painter, m_mover->moving(), m_mover->target());
}

} // namespace ClinicDesk
