#include "views/reception/MoveTexts.h"

#include "domain/Error.h"
#include "domain/ErrorText.h"
#include "domain/Patient.h"
#include "views/visits/VisitTexts.h"
#include "widgets/Format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ClinicDesk::MoveTexts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MoveTexts)
};

} // namespace

QString changedBy(const VisitChange &change, const ClinicClock &clock)
{
    const QString who = VisitTexts::who(change.event);
    const QString name = nameOf(change.row);
    const QString when = VisitTexts::when(change.event, clock);
    const Appointment &visit = change.row.appointment;
    if (change.event.kind == "moved"_L1)
        return Texts::tr("%1 moved %2 to %3, %4.", "who, patient, time, how long ago")
            .arg(who, name, Format::dateTime(visit.start, clock.zone()), when);
    if (change.event.kind == "cancelled"_L1)
        return Texts::tr("%1 cancelled the appointment of %2, %3.").arg(who, name, when);
    if (change.event.kind == "checked_in"_L1)
        return Texts::tr("%1 checked %2 in, %3.").arg(who, name, when);
    if (change.event.kind == "confirmed"_L1)
        return Texts::tr("%1 confirmed the appointment of %2, %3.").arg(who, name, when);
    if (change.event.kind == "started"_L1)
        return Texts::tr("%1 started the visit of %2, %3.").arg(who, name, when);
    return Texts::tr("%1 changed the appointment of %2, %3.").arg(who, name, when);
}

QString notMoved(const AppointmentRow &row, const Error &error, const ClinicClock &clock)
{
    const auto *const details = error.as<RowDetails>();
    if (error.kind != ErrorKind::StaleRow || !details || details->changedBy.isEmpty())
        return errorText(error, clock.zone(), clock.now());
    const QString when = details->changedAt
        ? Format::ago(*details->changedAt, clock.now(), clock.zone())
        : Texts::tr("a moment ago");
    return Texts::tr("%1 changed the appointment of %2, %3, so it was not moved. Look where it is "
                     "now.")
        .arg(details->changedBy, nameOf(row), when);
}

QString parked(const AppointmentRow &row, const ClinicClock &clock)
{
    return Texts::tr("%1 is on the shelf and stays booked for %2 until you place it.")
        .arg(nameOf(row), Format::dateTime(row.appointment.start, clock.zone()));
}

QString placingKeys()
{
    return Texts::tr("Enter or a click moves it there. Esc leaves it where it is.");
}

QString nameOf(const AppointmentRow &row)
{
    return listName(row.familyName, row.givenName);
}

} // namespace ClinicDesk::MoveTexts
