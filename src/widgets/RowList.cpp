#include "widgets/RowList.h"

#include "widgets/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace ClinicDesk {

RowList::RowList(QWidget *parent)
    : QListView(parent)
{
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
}

void RowList::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &RowList::ensureCurrent);
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
        ensureCurrent();
        viewport()->update();
    });
    ensureCurrent();
}

void RowList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    setAccessibleDescription(text);
    viewport()->update();
}

void RowList::goTo(int row)
{
    const QModelIndex wanted = model()->index(row, 0);
    if (!wanted.isValid())
        return;
    setCurrentIndex(wanted);
    scrollTo(wanted, PositionAtCenter);
}

int RowList::chosenRow() const
{
    const QModelIndexList chosen = selectedIndexes();
    return m_isLeft || chosen.isEmpty() ? -1 : chosen.constFirst().row();
}

void RowList::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    // What took the place of the one that went has not been stepped on yet.
    if ((key == Qt::Key_Down || key == Qt::Key_Up) && currentIndex().isValid() && chosenRow() < 0) {
        goTo(currentIndex().row());
        return;
    }
    QListView::keyPressEvent(event);
}

void RowList::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int row = currentIndex().row();
    m_isLeft = row >= start && row <= end;
    QListView::rowsAboutToBeRemoved(parent, start, end);
    if (!m_isLeft)
        return;
    selectionModel()->clearSelection();
    m_isLeft = false;
}

void RowList::ensureCurrent()
{
    if (model()->rowCount() > 0 && !currentIndex().isValid())
        selectionModel()->setCurrentIndex(model()->index(0, 0),
                                          QItemSelectionModel::ClearAndSelect);
    else if (model()->rowCount() == 0)
        Q_EMIT currentRowChanged();
}

void RowList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    Q_EMIT currentRowChanged();
}

void RowList::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                          const QList<int> &roles)
{
    QListView::dataChanged(topLeft, bottomRight, roles);
    const int row = currentIndex().row();
    if (row >= topLeft.row() && row <= bottomRight.row())
        Q_EMIT currentRowChanged();
}

void RowList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

void RowList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void RowList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!model() || model()->rowCount() > 0)
        return;
    const Theme &theme = Theme::of(this);
    QPainter painter(viewport());
    painter.setPen(theme.colour(Token::SecondaryText));
    const int edge = theme.px(24);
    painter.drawText(viewport()->rect().adjusted(edge, edge, -edge, -edge),
                     Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace ClinicDesk
