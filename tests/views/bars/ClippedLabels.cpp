#include "views/bars/ClippedLabels.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QLabel>
#include <QLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    return {};
}

bool scrolls(const QWidget *widget)
{
    for (const QWidget *above = widget->parentWidget(); above && !above->isWindow();
         above = above->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(above))
            return true;
    }
    return false;
}

QSize neededBy(const QWidget *widget)
{
    if (widget->hasHeightForWidth())
        return {0, widget->heightForWidth(widget->width())};
    const auto *label = qobject_cast<const QLabel *>(widget);
    return label ? label->sizeHint() : widget->minimumSizeHint();
}

} // namespace

QStringList clippedLabels(const QWidget &window)
{
    QStringList found;
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const QString text = textOf(widget);
        if (!widget->isVisibleTo(&window) || text.isEmpty())
            continue;
        const QSize needed = neededBy(widget);
        const QSize seen
            = scrolls(widget) ? widget->size() : widget->visibleRegion().boundingRect().size();
        const QSize room = widget->size().boundedTo(seen);
        if (room.width() >= needed.width() && room.height() >= needed.height())
            continue;
        if (widget->toolTip().contains(text))
            continue;
        found << u"%1: %2, has %3x%4, needs %5x%6"_s.arg(widget->objectName(), text)
                     .arg(room.width())
                     .arg(room.height())
                     .arg(needed.width())
                     .arg(needed.height());
    }
    return found;
}

QStringList coveredParts(const QWidget &window)
{
    QStringList found;
    QList<const QWidget *> parts;
    const QLayout *const layout = window.layout();
    for (int at = 0; layout && at < layout->count(); ++at) {
        const QWidget *const part = layout->itemAt(at)->widget();
        if (!part || part->isHidden())
            continue;
        for (const QWidget *const other : std::as_const(parts)) {
            // What cannot get smaller is larger than its place in the layout.
            if (part->geometry().intersects(other->geometry()))
                found << u"%1 over %2"_s.arg(QLatin1StringView(part->metaObject()->className()),
                                             other->objectName());
        }
        parts << part;
    }
    return found;
}

} // namespace ClinicDesk
