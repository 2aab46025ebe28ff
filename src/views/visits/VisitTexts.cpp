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

} // namespace

DoctorName namesFrom(const Catalogue &catalogue)
{
    return [&catalogue](DoctorId id) { return catalogue.doctorName(id); };
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
