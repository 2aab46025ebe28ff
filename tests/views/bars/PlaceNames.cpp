#include "views/bars/PlaceNames.h"

#include "models/DayModel.h"
#include "widgets/agenda/AgendaView.h"

#include <QAccessible>
#include <QSet>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

QStringList unnamedPlaces(AgendaView &agenda, const DayModel &day, qsizetype *named)
{
    QAccessible::setActive(true);
    QAccessibleInterface *const grid = QAccessible::queryAccessibleInterface(&agenda);
    if (!grid)
        return {u"the grid has no voice"_s};
    QStringList wrong;
    QSet<QString> names;
    QSet<QString> words;
    for (int index = 0; index < grid->childCount(); ++index) {
        const QString name = grid->child(index)->text(QAccessible::Name);
        if (name.count(u", "_s) < 2)
            wrong << name + u" lacks doctor, time or what it is"_s;
        if (names.contains(name))
            wrong << name + u" stands for two places"_s;
        names.insert(name);
        for (const QString &part : name.split(u", "_s))
            words.insert(part);
    }
    for (const AppointmentRow &row : day.rows()) {
        const auto isNamed = [&row](const QString &part) {
            return part.contains(row.givenName)
                && part.contains(row.familyName, Qt::CaseInsensitive);
        };
        const AppointmentStatus status = row.appointment.status;
        const bool isHidden
            = status == AppointmentStatus::Cancelled || status == AppointmentStatus::Rejected;
        if (!isHidden && !std::ranges::any_of(words, isNamed))
            wrong << row.familyName + u" is not named"_s;
    }
    if (named)
        *named = names.size();
    return wrong;
}

} // namespace ClinicDesk
