#include "widgets/FitHeight.h"

#include <QEvent>
#include <QLayout>
#include <QScrollArea>

#include <algorithm>

namespace ClinicDesk {

FitHeight::FitHeight(QWidget &dialog, QScrollArea *scrolled)
    : QObject(&dialog)
    , m_dialog(dialog)
    , m_scrolled(scrolled)
{
    dialog.installEventFilter(this);
    if (scrolled)
        scrolled->widget()->installEventFilter(this);
}

bool FitHeight::eventFilter(QObject *watched, QEvent *event)
{
    const bool mayChange = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show
        || event->type() == QEvent::Resize;
    if (mayChange && !m_isAsked) {
        m_isAsked = true;
        // After the layouts, which have still to hear of it.
        QMetaObject::invokeMethod(
            this, [this] { fit(); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void FitHeight::fit()
{
    m_isAsked = false;
    QLayout &layout = *m_dialog.layout();
    const QWidget *const parent = m_dialog.parentWidget();
    const int room = parent ? parent->window()->height() : QWIDGETSIZE_MAX;
    const auto needed = [&] {
        layout.activate();
        return layout.hasHeightForWidth() ? layout.totalHeightForWidth(m_dialog.width())
                                          : layout.totalSizeHint().height();
    };
    if (m_scrolled) {
        if (m_scrolled->minimumHeight() != m_scrolled->maximumHeight())
            m_scrolled->setFixedHeight(m_scrolled->height()); // what the others are reckoned from
        QLayout &content = *m_scrolled->widget()->layout();
        content.activate();
        const int whole = content.hasHeightForWidth()
            ? content.totalHeightForWidth(m_scrolled->viewport()->width())
            : content.totalSizeHint().height();
        const int others = needed() - m_scrolled->minimumHeight();
        m_scrolled->setFixedHeight(std::clamp(whole, 0, std::max(0, room - others)));
    }
    const int height = needed();
    if (m_dialog.height() < height || m_dialog.height() > room)
        m_dialog.resize(m_dialog.width(), height);
}

} // namespace ClinicDesk
