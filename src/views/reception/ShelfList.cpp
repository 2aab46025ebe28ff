#include "views/reception/ShelfList.h"

#include "domain/AgendaRole.h"
#include "models/ShelfModel.h"
#include "views/reception/ShelfDelegate.h"
#include "widgets/HeldKey.h"
#include "widgets/theme/Theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {
constexpr int mostRows = 3;
}

ShelfList::ShelfList(ShelfModel &shelf, const QTimeZone &zone, QWidget *parent)
    : QListView(parent)
    , m_shelf(shelf)
    , m_delegate(new ShelfDelegate(zone, this))
{
    setObjectName(u"shelfList"_s);
    setAccessibleName(tr("Shelf"));
    setModel(&shelf);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Maximum);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&shelf, signal, this, &ShelfList::onCountChanged);
    onCountChanged();
}

AppointmentId ShelfList::current() const
{
    const QModelIndex index = currentIndex().isValid() ? currentIndex() : m_shelf.index(0);
    return index.data(AgendaRole::Id).value<AppointmentId>();
}

void ShelfList::select(AppointmentId id)
{
    const int row = m_shelf.indexOf(id);
    if (row >= 0)
        setCurrentIndex(m_shelf.index(row));
}

void ShelfList::setDropShown(bool shown)
{
    if (std::exchange(m_dropShown, shown) != shown)
        viewport()->update();
}

QSize ShelfList::sizeHint() const
{
    const int rows = std::clamp(m_shelf.rowCount(), 1, mostRows);
    return {0, rows * m_delegate->rowHeight(this) + Theme::of(this).px(4)};
}

QSize ShelfList::minimumSizeHint() const
{
    return {0, m_delegate->rowHeight(this) + Theme::of(this).px(4)};
}

bool ShelfList::event(QEvent *event)
{
    // Del cancels an appointment elsewhere; here it only leaves the shelf.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || (m_dragging && key == Qt::Key_Escape)) {
            event->accept();
            return true;
        }
    }
    return QListView::event(event);
}

void ShelfList::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (m_dragging) {
        if (key == Qt::Key_Escape) {
            m_dragging = false;
            Q_EMIT dragCancelled();
        }
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && current().isValid()) {
        if (!HeldKey::isRepeat(*event))
            Q_EMIT placeWanted();
    } else if (key == Qt::Key_Delete) {
        if (current().isValid())
            Q_EMIT takeOffWanted(current());
    } else {
        QListView::keyPressEvent(event);
    }
}

void ShelfList::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    m_pressed = event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid();
    m_pressedAt = event->position().toPoint();
}

void ShelfList::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint distance = event->position().toPoint() - m_pressedAt;
    if (m_pressed && !m_dragging
        && distance.manhattanLength() >= QApplication::startDragDistance()) {
        m_dragging = true;
        Q_EMIT dragStarted(current());
    }
    if (m_dragging)
        Q_EMIT dragMoved(event->globalPosition().toPoint());
    else if (!m_pressed)
        QListView::mouseMoveEvent(event);
}

void ShelfList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    m_pressed = false;
    if (std::exchange(m_dragging, false))
        Q_EMIT dragDropped(event->globalPosition().toPoint());
}

void ShelfList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    const Theme &theme = Theme::of(this);
    QPainter painter(viewport());
    const QRect inside = viewport()->rect();
    if (m_shelf.rowCount() == 0) {
        painter.setFont(theme.font(TextRole::SlotDetail));
        painter.setPen(theme.colour(Token::SecondaryText));
        painter.drawText(inside.adjusted(theme.px(6), theme.px(3), -theme.px(6), -theme.px(3)),
                         Qt::AlignTop | Qt::AlignLeading | Qt::TextWordWrap, emptyText());
    }
    if (m_dropShown) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.colour(Token::Focus), 2));
        painter.drawRoundedRect(QRectF(inside).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void ShelfList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_delegate) {
        scheduleDelayedItemsLayout();
        updateGeometry();
    }
}

void ShelfList::onCountChanged()
{
    // A list with rows always has a current one.
    const int rows = m_shelf.rowCount();
    if (rows > 0 && !currentIndex().isValid())
        setCurrentIndex(m_shelf.index(rows - 1));
    setAccessibleDescription(rows == 0 ? emptyText() : QString());
    updateGeometry();
    viewport()->update();
}

QString ShelfList::emptyText() const
{
    return tr("Empty. Ctrl+X puts an appointment here.");
}

} // namespace ClinicDesk
