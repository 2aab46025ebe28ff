#include "widgets/Announce.h"

#include <QAccessible>
#include <QWidget>

namespace ClinicDesk {

void announce(QWidget *statusWidget, const QString &text)
{
    if (!statusWidget || text.isEmpty())
        return;
    statusWidget->setAccessibleName(text);
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent named(statusWidget, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&named);
    QAccessibleEvent alert(statusWidget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace ClinicDesk
