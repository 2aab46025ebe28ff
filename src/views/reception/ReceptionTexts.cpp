#include "views/reception/ReceptionTexts.h"

#include "domain/Overrides.h"
#include "views/visits/EventTexts.h"
#include "widgets/Format.h"

#include <QAction>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ClinicDesk::ReceptionTexts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ReceptionTexts)
};

} // namespace

QString columnNote(const DoctorDay &day)
{
    if (day.isOff())
        return Texts::tr("off");
    if (day.freeSlots == DoctorDay::unknown)
        return {};
    return day.freeSlots == 0 ? Texts::tr("full") : Texts::tr("%n free", nullptr, day.freeSlots);
}

QString load(const DayLoad &load)
{
    const QString figures = Texts::tr("%1 of %2 booked", "figures of a day")
                                .arg(Format::isolated(QString::number(load.booked)),
                                     Format::isolated(QString::number(load.places)));
    switch (load.fill()) {
    case DayFill::Unknown:
        return {};
    case DayFill::Free:
        return Texts::tr("free times, %1").arg(figures);
    case DayFill::NearlyFull:
        return Texts::tr("nearly full, %1").arg(figures);
    case DayFill::Full:
        return Texts::tr("full, %1").arg(figures);
    case DayFill::Closed:
        return load.booked > 0 ? Texts::tr("closed, %n booked", nullptr, load.booked)
                               : Texts::tr("closed");
    }
    Q_UNREACHABLE();
}

QString loadFigure(const DayLoad &load)
{
    return Format::isolated(QString::number(load.booked) + u'/' + QString::number(load.places));
}

QString overridden(const AppointmentEvent &event, const ClinicClock &clock)
{
    return Texts::tr("Booked anyway, %1: %2. %3, %4.", "rule, reason, person, date and time")
        .arg(overrideWords(event.overrideRule), event.overrideBecause, EventTexts::who(event),
             Format::dateTime(event.at, clock.zone()));
}

QString nobodyFree(const std::optional<FreeSlot> &next, const QString &doctor,
                   const ClinicClock &clock)
{
    return next ? Texts::tr("No doctor is free now. Next free today: %1 with %2.", "time, doctor")
                      .arg(Format::time(next->start, clock.zone()), doctor)
                : Texts::tr("No doctor is free now or later today. Choose another day.");
}

QString held(const QList<SlotHold> &holds, DoctorId doctor, const QDateTime &start)
{
    for (const SlotHold &hold : holds) {
        if (hold.doctor != doctor || start < hold.start || start >= hold.end)
            continue;
        if (hold.mine)
            return Texts::tr("You hold this time.");
        return hold.desk.isEmpty()
            ? Texts::tr("%1 is booking this time.").arg(hold.who)
            : Texts::tr("%1 at %2 is booking this time.").arg(hold.who, hold.desk);
    }
    return Texts::tr("This time is free again.");
}

QString toolTip(const QAction &action)
{
    const QString text = action.text().remove(u'&').remove(u"..."_s);
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    return key.isEmpty() ? text : Texts::tr("%1 (%2)", "command (key)").arg(text, key);
}

} // namespace ClinicDesk::ReceptionTexts
