#include "views/visits/DoneTexts.h"

#include "domain/Patient.h"
#include "widgets/Format.h"

#include <QCoreApplication>

namespace ClinicDesk::DoneTexts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DoneTexts)
};

QString sentence(const DoneCommand &command, const ClinicClock &clock)
{
    const Appointment &visit = command.appointment;
    const QString name = listName(command.familyName, command.givenName);
    const QString when = Format::dateTime(visit.start, clock.zone());
    switch (command.kind) {
    case DoneCommand::Kind::Booked:
        return Texts::tr("%1 booked %2").arg(name, when);
    case DoneCommand::Kind::Moved:
        return Texts::tr("Moved: %1 to %2").arg(name, when);
    case DoneCommand::Kind::Resized:
        return Texts::tr("Length changed: %1, %2", "patient, time range")
            .arg(name, Format::timeRange(visit.start, visit.end, clock.zone()));
    case DoneCommand::Kind::RoomChanged:
        return Texts::tr("Room changed: %1, %2", "patient, date and time").arg(name, when);
    case DoneCommand::Kind::Cancelled:
        return Texts::tr("%1 cancelled, %2").arg(name, when);
    case DoneCommand::Kind::CheckedIn:
        return Texts::tr("%1 checked in").arg(name);
    case DoneCommand::Kind::NoShow:
        return Texts::tr("%1 marked as no-show").arg(name);
    case DoneCommand::Kind::Confirmed:
        return Texts::tr("Confirmed: %1").arg(name);
    case DoneCommand::Kind::Rejected:
        return Texts::tr("Rejected: %1").arg(name);
    case DoneCommand::Kind::Started:
        return Texts::tr("Started: %1").arg(name);
    case DoneCommand::Kind::Completed:
        return Texts::tr("Completed: %1").arg(name);
    }
    Q_UNREACHABLE();
}

} // namespace

QString failed(const DoneCommand &wanted, const QString &why)
{
    if (wanted.familyName.isEmpty())
        return why;
    const QString name = listName(wanted.familyName, wanted.givenName);
    return Texts::tr("%1: %2", "patient, what went wrong").arg(name, why);
}

QString done(const DoneCommand &command, const ClinicClock &clock)
{
    const QString what = sentence(command, clock);
    switch (command.step) {
    case DoneCommand::Step::Do:
        return what;
    case DoneCommand::Step::Undo:
        return Texts::tr("Undone: %1").arg(what);
    case DoneCommand::Step::Redo:
        return Texts::tr("Done again: %1").arg(what);
    }
    Q_UNREACHABLE();
}

QString settled(const OperationOutcome &outcome, const QDateTime &startedAt,
                const ClinicClock &clock)
{
    const QString at = Format::time(startedAt, clock.zone());
    if (!outcome.recorded)
        return Texts::tr("The change of %1 was not saved. Enter it again.").arg(at);
    if (outcome.appointments.isEmpty())
        return Texts::tr("The change of %1 was saved.").arg(at);
    const AppointmentRow &row = outcome.appointments.constFirst();
    return Texts::tr("The change of %1 was saved: %2, %3", "time, patient, date and time")
        .arg(at, listName(row.familyName, row.givenName),
             Format::dateTime(row.appointment.start, clock.zone()));
}

QString checking()
{
    return Texts::tr("Checking whether it was saved...");
}

} // namespace ClinicDesk::DoneTexts
