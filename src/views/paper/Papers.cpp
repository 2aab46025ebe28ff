#include "views/paper/Papers.h"

#include "models/Catalogue.h"
#include "models/ClinicClock.h"
#include "models/DayModel.h"
#include "views/reception/ReceptionTexts.h"
#include "widgets/Format.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk::Papers {

namespace {

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Papers)
};

bool isGone(const Appointment &visit)
{
    return visit.status == AppointmentStatus::Cancelled
        || visit.status == AppointmentStatus::Rejected;
}

DayListVisit lineOf(const AppointmentRow &row, const ClinicClock &clock)
{
    const Appointment &visit = row.appointment;
    DayListVisit line;
    line.time = Format::timeRange(visit.start, visit.end, clock.zone());
    line.name = listName(row.familyName, row.givenName);
    line.identity
        = Format::born(row.birthDate, clock.today()) + u", "_s + Format::isolated(row.recordNumber);
    line.phone = Format::isolated(row.phone);
    line.type = row.visitTypeName;
    line.status = Format::status(visit.status, visit.checkedInAt.has_value());
    line.note = isGone(visit) && !visit.statusNote.isEmpty()
        ? Format::statusNote(visit.status, visit.statusNote)
        : visit.reason;
    return line;
}

bool isMirrored()
{
    return QGuiApplication::layoutDirection() == Qt::RightToLeft;
}

} // namespace

DayList dayList(const DayModel &model, const ClinicClock &clock, const DayListChoice &choice)
{
    const bool isDay = model.period().isDay();
    DayList list;
    list.clinic = choice.clinic;
    list.title = isDay ? Format::dayAndDate(model.day())
                       : Format::dayRange(model.period().first, model.period().last);
    list.asOf = Words::tr("as of %1", "time").arg(Format::dateTime(choice.asOf, clock.zone()));
    list.fileName
        = Words::tr("Day list %1.pdf", "file name").arg(model.period().first.toString(Qt::ISODate));
    list.rightToLeft = isMirrored();
    const QList<DoctorDay> days = isDay ? model.doctors() : model.weekDays();
    for (qsizetype index = 0; index < days.size(); ++index) {
        const DoctorDay &day = days.at(index);
        if (isDay && !choice.isShown(day.doctor)) {
            list.hiddenDoctors << day.name;
            continue;
        }
        const QDate date = isDay ? model.day() : model.period().first.addDays(index);
        DayListSection section;
        section.title = isDay
            ? day.name
            : Words::tr("%1, %2", "doctor, day").arg(day.name, Format::dayAndDate(date));
        section.note = ReceptionTexts::columnNote(day);
        for (const AppointmentRow &row : model.rows()) {
            const Appointment &visit = row.appointment;
            if (visit.doctor != day.doctor || (!isDay && clock.dayOf(visit.start) != date))
                continue;
            if (isGone(visit) && !choice.withCancelled)
                ++list.hiddenVisits;
            else
                section.visits << lineOf(row, clock);
        }
        list.sections << section;
    }
    return list;
}

PatientCard card(const Patient &patient, const QList<AppointmentRow> &visits,
                 const Catalogue &catalogue, const ClinicClock &clock, const QString &clinic)
{
    PatientCard card;
    card.clinic = clinic;
    card.name = u"%1 %2"_s.arg(patient.givenName, patient.familyName);
    card.zone = clock.zone();
    card.rightToLeft = isMirrored();
    for (const AppointmentRow &row : visits) {
        const Appointment &visit = row.appointment;
        if (visit.start > clock.now() && holdsSlot(visit.status))
            card.visits << PatientCard::Visit {visit.start, catalogue.doctorName(visit.doctor),
                                               visit.status == AppointmentStatus::Pending};
    }
    std::ranges::stable_sort(card.visits, {}, &PatientCard::Visit::start);
    return card;
}

} // namespace ClinicDesk::Papers
