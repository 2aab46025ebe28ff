#include "views/visits/EventTexts.h"

#include "domain/Patient.h"
#include "widgets/Format.h"

#include <QCoreApplication>

namespace ClinicDesk::EventTexts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(EventTexts)
};

/// What a sentence calls the appointment it is about, by what happens to it.
struct Subject
{
    QString appointment;
    QString visit;
    QString patient;
};

Subject thisOne()
{
    return {Texts::tr("this", "appointment, object of a sentence"),
            Texts::tr("this visit", "object of a sentence"),
            Texts::tr("this patient", "object of a sentence")};
}

Subject named(const QString &name)
{
    return {name, name, name};
}

Subject ofPatient(const QString &name)
{
    return {Texts::tr("the appointment of %1", "object of a sentence").arg(name),
            Texts::tr("the visit of %1", "object of a sentence").arg(name), name};
}

QString sentence(EventKind kind, const QString &by, const Subject &what)
{
    switch (kind) {
    case EventKind::Booked:
        return Texts::tr("%1 booked %2", "who, appointment").arg(by, what.appointment);
    case EventKind::Confirmed:
        return Texts::tr("%1 confirmed %2", "who, appointment").arg(by, what.appointment);
    case EventKind::Rejected:
        return Texts::tr("%1 rejected %2", "who, appointment").arg(by, what.appointment);
    case EventKind::Cancelled:
        return Texts::tr("%1 cancelled %2", "who, appointment").arg(by, what.appointment);
    case EventKind::Started:
        return Texts::tr("%1 started %2", "who, visit").arg(by, what.visit);
    case EventKind::Completed:
        return Texts::tr("%1 completed %2", "who, visit").arg(by, what.visit);
    case EventKind::NoShow:
        return Texts::tr("%1 marked %2 as a no-show", "who, appointment").arg(by, what.appointment);
    case EventKind::CheckedIn:
        return Texts::tr("%1 checked %2 in", "who, patient").arg(by, what.patient);
    case EventKind::Undone:
        return Texts::tr("%1 took a change of %2 back", "who, appointment")
            .arg(by, what.appointment);
    case EventKind::Moved:
    case EventKind::Edited:
        return Texts::tr("%1 changed %2", "who, appointment").arg(by, what.appointment);
    }
    Q_UNREACHABLE();
}

/// `doctor` is empty where it stayed the same one.
QString movedTo(const QString &by, const Subject &what, const QString &time, const QString &doctor)
{
    const QString to
        = doctor.isEmpty() ? time : Texts::tr("%1 with %2", "time, doctor").arg(time, doctor);
    return Texts::tr("%1 moved %2 to %3", "who, appointment, time").arg(by, what.appointment, to);
}

QString resized(const QString &by, const Subject &what)
{
    return Texts::tr("%1 changed the length or room of %2", "who, appointment")
        .arg(by, what.appointment);
}

QString at(const QString &what, const QString &when)
{
    return Texts::tr("%1, %2", "what happened, time of it").arg(what, when);
}

QString ago(const AppointmentEvent &event, const ClinicClock &clock)
{
    return event.at.isValid() ? Format::ago(event.at, clock.now(), clock.zone())
                              : Texts::tr("a moment ago");
}

QString finished(const QString &what, const AppointmentEvent &event, const ClinicClock &clock)
{
    return Texts::tr("%1, %2.", "what happened, how long ago").arg(what, ago(event, clock));
}

} // namespace

QString who(const AppointmentEvent &event)
{
    if (event.who.isEmpty())
        return Texts::tr("Somebody");
    return event.desk.isEmpty()
        ? event.who
        : Texts::tr("%1 at %2", "person at desk").arg(event.who, event.desk);
}

QString of(const Notification &news, const ClinicClock &clock)
{
    const Subject what
        = named(news.familyName.isEmpty() ? Texts::tr("an appointment")
                                          : listName(news.familyName, news.givenName));
    const QString when = Format::dateTime(news.newStart, clock.zone());
    if (news.kind == EventKind::Moved) {
        if (!news.sameDoctor)
            return movedTo(news.who, what, when, news.doctorName);
        return news.oldStart == news.newStart ? at(resized(news.who, what), when)
                                              : movedTo(news.who, what, when, {});
    }
    const QString text = at(sentence(news.kind, news.who, what), when);
    const bool hasReason = news.kind == EventKind::Rejected || news.kind == EventKind::Cancelled;
    return hasReason && !news.reason.isEmpty()
        ? Texts::tr("%1: %2", "what happened, reason").arg(text, news.reason)
        : text;
}

QString of(const VisitChange &change, const ClinicClock &clock)
{
    const Subject what = ofPatient(listName(change.row.familyName, change.row.givenName));
    const QString by = who(change.event);
    const QString start = Format::dateTime(change.row.appointment.start, clock.zone());
    return finished(change.event.kind == EventKind::Moved ? movedTo(by, what, start, {})
                                                          : sentence(change.event.kind, by, what),
                    change.event, clock);
}

QString ofThis(const OpenVisit &visit, const ClinicClock &clock,
               const VisitTexts::DoctorName &doctorName)
{
    if (visit.isGone())
        return Texts::tr("This appointment is another doctor's now.");
    const AppointmentEvent &event = visit.lastChange().event;
    const QString by = who(event);
    if (event.kind != EventKind::Moved)
        return finished(sentence(event.kind, by, thisOne()), event, clock);
    const Appointment &before = visit.seen().appointment;
    const Appointment &now = visit.now().appointment;
    const bool sameDoctor = before.doctor == now.doctor;
    if (before.start == now.start && sameDoctor)
        return finished(resized(by, thisOne()), event, clock);
    const bool sameDay = clock.dayOf(before.start) == clock.dayOf(now.start);
    const QString to = sameDay ? Format::time(now.start, clock.zone())
                               : Format::dateTime(now.start, clock.zone());
    return finished(movedTo(by, thisOne(), to, sameDoctor ? QString() : doctorName(now.doctor)),
                    event, clock);
}

} // namespace ClinicDesk::EventTexts
