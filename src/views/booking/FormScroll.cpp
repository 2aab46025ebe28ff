#include "views/booking/FormScroll.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>

namespace ClinicDesk {

FormScroll::FormScroll(QWidget *form, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumHeight(1); // gives way to what stands around it
    setWidget(form);
    connect(qApp, &QApplication::focusChanged, &m_alive,
            [this](const QWidget *, const QWidget *now) { follow(now); });
}

void FormScroll::bring(const QWidget &field, const QRect &place)
{
    const int top = field.mapTo(widget(), place.topLeft()).y();
    const int seen = verticalScrollBar()->value();
    if (top < seen)
        verticalScrollBar()->setValue(top);
    else if (top + place.height() > seen + viewport()->height())
        verticalScrollBar()->setValue(top + place.height() - viewport()->height());
}

bool FormScroll::eventFilter(QObject *watched, QEvent *event)
{
    const bool done = QScrollArea::eventFilter(watched, event);
    // The field has moved or grown, such as the list when its free times arrive.
    if (watched == widget() && event->type() == QEvent::Resize)
        follow(QApplication::focusWidget());
    return done;
}

void FormScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    follow(QApplication::focusWidget()); // what stands around it took its room
}

void FormScroll::follow(const QWidget *focused)
{
    if (!focused || !widget()->isAncestorOf(focused))
        return;
    // With room around it for its label and for what is wrong with it; of a tall list, the
    // beginning.
    const int around = focused->fontMetrics().height() * 2;
    const int room = viewport()->height();
    QRect place = focused->rect().adjusted(0, -around, 0, around);
    if (place.height() > room)
        place.setHeight(room);
    bring(*focused, place);
}

} // namespace ClinicDesk
