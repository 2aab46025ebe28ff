#include "views/reception/MoveTexts.h"

#include "domain/Error.h"
#include "domain/ErrorText.h"
#include "domain/Patient.h"
#include "widgets/Format.h"

#include <QCoreApplication>

namespace ClinicDesk::MoveTexts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(MoveTexts)
};

} // namespace

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
