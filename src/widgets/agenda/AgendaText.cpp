#include "widgets/agenda/AgendaText.h"

#include "widgets/Format.h"
#include "widgets/agenda/AgendaMove.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace ClinicDesk::AgendaText {

namespace {

constexpr int longWaitMinutes = 20;

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(AgendaText)
};

QString minutesText(int minutes)
{
    return Words::tr("%n minutes", nullptr, minutes);
}

void appendBadge(const AgendaScene &scene, const AgendaVisit &visit, QStringList &parts)
{
    if (const int wait = scene.waitMinutes(visit); wait >= 0)
        parts.append(Words::tr("waiting %1").arg(minutesText(wait)));
    if (const int late = scene.lateMinutes(visit); late > 0)
        parts.append(Words::tr("%1 late").arg(minutesText(late)));
    if (const int over = scene.overrunMinutes(visit); over > 0)
        parts.append(Words::tr("%1 over").arg(minutesText(over)));
    if (visit.saving)
        parts.append(Words::tr("saving"));
}

QStringList visitParts(const AgendaScene &scene, const AgendaVisit &visit)
{
    QStringList parts {Format::timeRange(visit.start, visit.end, scene.zone()), visit.fullName};
    if (!visit.detail.isEmpty())
        parts.append(visit.detail.left(1).toLower() + visit.detail.mid(1));
    parts.append(Format::status(visit.status, visit.checkedInAt.isValid()));
    appendBadge(scene, visit, parts);
    return parts;
}

} // namespace

QString cellName(const AgendaScene &scene, int column, const AgendaCell &cell)
{
    QStringList parts {scene.columns().value(column).title};
    const QString start = Format::time(cell.start, scene.zone());
    switch (cell.kind) {
    case AgendaCell::Kind::Free:
        parts << start << Words::tr("free") << minutesText(int(cell.start.secsTo(cell.end) / 60));
        break;
    case AgendaCell::Kind::Closed:
        parts << start << Words::tr("closed");
        break;
    case AgendaCell::Kind::Hold:
        parts << start << Words::tr("held") << (cell.mine ? Words::tr("by you") : holdText(cell));
        break;
    case AgendaCell::Kind::Visit:
        if (const AgendaVisit *visit = scene.visit(cell.visit))
            parts << visitParts(scene, *visit);
        break;
    }
    return parts.join(u", "_s);
}

QString toolTip(const AgendaScene &scene, int column, const AgendaCell &cell)
{
    if (cell.kind == AgendaCell::Kind::Visit) {
        const AgendaVisit *visit = scene.visit(cell.visit);
        return visit ? visitParts(scene, *visit).join(u'\n') : QString();
    }
    const QString range = Format::timeRange(cell.start, cell.end, scene.zone());
    if (cell.kind == AgendaCell::Kind::Hold)
        return range + u'\n' + holdText(cell);
    const QString doctor = scene.columns().value(column).title;
    return range + u'\n' + doctor + u", "_s
        + (cell.kind == AgendaCell::Kind::Free ? Words::tr("free") : Words::tr("closed"));
}

QString freeText()
{
    return Words::tr("free");
}

QString holdText(const AgendaCell &hold)
{
    if (hold.mine)
        return Words::tr("held by you");
    return hold.who.isEmpty() ? Words::tr("being booked")
                              : Words::tr("%1 is booking").arg(hold.who);
}

QString badge(const AgendaScene &scene, const AgendaVisit &visit)
{
    if (const int wait = scene.waitMinutes(visit); wait >= 0)
        return Words::tr("wait %1").arg(Format::isolated(QString::number(wait)));
    if (const int late = scene.lateMinutes(visit); late > 0)
        return Words::tr("late %1").arg(Format::isolated(QString::number(late)));
    if (const int over = scene.overrunMinutes(visit); over > 0)
        return Format::isolated(Words::tr("+%1 min").arg(over));
    return {};
}

QString shortBadge(const AgendaScene &scene, const AgendaVisit &visit)
{
    if (const int over = scene.overrunMinutes(visit); over > 0)
        return Format::isolated(u'+' + QString::number(over));
    const int minutes = qMax(scene.waitMinutes(visit), scene.lateMinutes(visit));
    return minutes > 0 ? Format::isolated(QString::number(minutes)) : QString();
}

bool isUrgent(const AgendaScene &scene, const AgendaVisit &visit)
{
    return scene.waitMinutes(visit) > longWaitMinutes;
}

QString target(const AgendaScene &scene, const AgendaTarget &target)
{
    const QString range = Format::timeRange(target.start, target.end, scene.zone());
    const int column = scene.columnOf(target.doctor, target.start);
    if (column < 0)
        return range;
    return Words::tr("%1, %2", "time, doctor").arg(range, scene.columns().at(column).title);
}

QString refusal(const AgendaTarget &target)
{
    switch (target.refusal) {
    case AgendaTarget::Refusal::None:
        return {};
    case AgendaTarget::Refusal::NotShown:
        return Words::tr("This doctor is not shown");
    case AgendaTarget::Refusal::Closed:
        return Words::tr("Closed then");
    case AgendaTarget::Refusal::Past:
        return Words::tr("Already past");
    case AgendaTarget::Refusal::Taken:
        return Words::tr("Taken by %1").arg(target.who);
    case AgendaTarget::Refusal::Held:
        return target.who.isEmpty() ? Words::tr("Being booked at another desk")
                                    : Words::tr("%1 is booking this time").arg(target.who);
    case AgendaTarget::Refusal::HeldHere:
        return Words::tr("You are booking this time");
    }
    Q_UNREACHABLE();
}

} // namespace ClinicDesk::AgendaText
