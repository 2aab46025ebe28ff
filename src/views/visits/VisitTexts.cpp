#include "views/visits/VisitTexts.h"

#include "models/Catalogue.h"
#include "widgets/Format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ClinicDesk::VisitTexts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(VisitTexts)
};

QString moved(const OpenVisit &visit, const QString &by, const QString &ago,
              const ClinicClock &clock, const DoctorName &doctorName)
{
    const Appointment &before = visit.seen().appointment;
    const Appointment &now = visit.now().appointment;
    if (before.start == now.start && before.doctor == now.doctor)
        return Texts::tr("%1 changed the length or room of this, %2.", "who, how long ago")
            .arg(by, ago);
    const bool sameDay = clock.dayOf(before.start) == clock.dayOf(now.start);
    const QString to = sameDay ? Format::time(now.start, clock.zone())
                               : Format::dateTime(now.start, clock.zone());
    if (before.doctor == now.doctor)
        return Texts::tr("%1 moved this to %2, %3.", "who, time, how long ago").arg(by, to, ago);
    return Texts::tr("%1 moved this to %2 with %3, %4.", "who, time, doctor, how long ago")
        .arg(by, to, doctorName(now.doctor), ago);
}

} // namespace

DoctorName namesFrom(const Catalogue &catalogue)
{
    return [&catalogue](DoctorId id) { return catalogue.doctorName(id); };
}

QString who(const AppointmentEvent &event)
{
    if (event.who.isEmpty())
        return Texts::tr("Somebody");
    return event.desk.isEmpty()
        ? event.who
        : Texts::tr("%1 at %2", "person at desk").arg(event.who, event.desk);
}

QString when(const AppointmentEvent &event, const ClinicClock &clock)
{
    return event.at.isValid() ? Format::ago(event.at, clock.now(), clock.zone())
                              : Texts::tr("a moment ago");
}

QString changed(const OpenVisit &visit, const ClinicClock &clock, const DoctorName &doctorName)
{
    if (visit.isGone())
        return Texts::tr("This appointment is another doctor's now.");
    const AppointmentEvent &event = visit.lastChange().event;
    const QString by = who(event);
    const QString ago = when(event, clock);
    const auto sentence = [&](const QString &pattern) { return pattern.arg(by, ago); };
    if (event.kind == "moved"_L1)
        return moved(visit, by, ago, clock, doctorName);
    if (event.kind == "cancelled"_L1)
        return sentence(Texts::tr("%1 cancelled this, %2.", "who, how long ago"));
    if (event.kind == "confirmed"_L1)
        return sentence(Texts::tr("%1 confirmed this, %2.", "who, how long ago"));
    if (event.kind == "rejected"_L1)
        return sentence(Texts::tr("%1 rejected this, %2.", "who, how long ago"));
    if (event.kind == "started"_L1)
        return sentence(Texts::tr("%1 started this visit, %2.", "who, how long ago"));
    if (event.kind == "completed"_L1)
        return sentence(Texts::tr("%1 completed this visit, %2.", "who, how long ago"));
    if (event.kind == "no_show"_L1)
        return sentence(Texts::tr("%1 marked this as a no-show, %2.", "who, how long ago"));
    if (event.kind == "checked_in"_L1)
        return sentence(Texts::tr("%1 checked this patient in, %2.", "who, how long ago"));
    if (event.kind == "undone"_L1)
        return sentence(Texts::tr("%1 took a change of this back, %2.", "who, how long ago"));
    return sentence(Texts::tr("%1 changed this, %2.", "who, how long ago"));
}

QString appointment(const AppointmentRow &row, const ClinicClock &clock,
                    const DoctorName &doctorName, bool withDay)
{
    const Appointment &visit = row.appointment;
    return Texts::tr("%1, %2", "date and time, doctor")
        .arg(withDay ? Format::dateTime(visit.start, clock.zone())
                     : Format::timeRange(visit.start, visit.end, clock.zone()),
             doctorName(visit.doctor));
}

QString label(VisitField field)
{
    switch (field) {
    case VisitField::Time:
        return Texts::tr("Time");
    case VisitField::Doctor:
        return Texts::tr("Doctor");
    case VisitField::Status:
        return Texts::tr("Status");
    case VisitField::Room:
        return Texts::tr("Room");
    case VisitField::VisitType:
        return Texts::tr("Visit type");
    case VisitField::Reason:
        return Texts::tr("Reason");
    }
    Q_UNREACHABLE();
}

QString value(VisitField field, const AppointmentRow &row, const ClinicClock &clock,
              const DoctorName &doctorName)
{
    const Appointment &visit = row.appointment;
    const auto orNone
        = [](const QString &text) { return text.isEmpty() ? Texts::tr("none") : text; };
    switch (field) {
    case VisitField::Time:
        return Texts::tr("%1, %2", "day, time")
            .arg(Format::dayAndDate(clock.dayOf(visit.start)),
                 Format::timeRange(visit.start, visit.end, clock.zone()));
    case VisitField::Doctor:
        return doctorName(visit.doctor);
    case VisitField::Status: {
        const QString note = Format::statusNote(visit.status, visit.statusNote);
        return visit.statusNote.isEmpty()
            ? Format::status(visit.status, visit.checkedInAt.has_value())
            : note;
    }
    case VisitField::Room:
        return orNone(row.roomName);
    case VisitField::VisitType:
        return orNone(row.visitTypeName);
    case VisitField::Reason:
        return orNone(visit.reason);
    }
    Q_UNREACHABLE();
}

QString differences(const OpenVisit &visit, const ClinicClock &clock, const DoctorName &doctorName)
{
    QStringList lines;
    for (const VisitField field : visit.changed()) {
        lines << Texts::tr("%1: %2, was %3", "field, now, before")
                     .arg(label(field), value(field, visit.now(), clock, doctorName),
                          value(field, visit.seen(), clock, doctorName));
    }
    return lines.join(u'\n');
}

QString lookFirst()
{
    return Texts::tr("First look at what was changed.");
}

} // namespace ClinicDesk::VisitTexts
