#include "views/doctor/DoctorTexts.h"

#include "domain/Patient.h"
#include "widgets/Format.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace ClinicDesk::DoctorTexts {

namespace {

constexpr int lateAfterMinutes = 10;
constexpr int longWaitMinutes = 20;

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(DoctorTexts)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString length(const AppointmentRow &row)
{
    return Format::duration(
        static_cast<int>(row.appointment.start.secsTo(row.appointment.end) / 60));
}

QString source(const Appointment &appointment)
{
    if (appointment.source == u"kiosk")
        return Words::tr("from the kiosk");
    return appointment.source == u"doctor" ? Words::tr("own booking") : Words::tr("from reception");
}

} // namespace

QString when(const QDateTime &start, const ClinicClock &clock)
{
    const QDate day = clock.dayOf(start);
    const qint64 ahead = clock.today().daysTo(day);
    const QString dayText = ahead == 0 ? Words::tr("Today")
        : ahead == 1                   ? Words::tr("Tomorrow")
                                       : Format::dayAndDate(day);
    return joined({dayText, Format::time(start, clock.zone())});
}

QString nameAndAge(const AppointmentRow &row, const ClinicClock &clock)
{
    //: A patient's name and age in years: "KIM, Soo (41y)"
    return Words::tr("%1 (%2y)")
        .arg(listName(row.familyName, row.givenName),
             Format::isolated(QString::number(ageInYears(row.birthDate, clock.today()))));
}

QString requestDetail(const AppointmentRow &row, const ClinicClock &clock)
{
    const Appointment &appointment = row.appointment;
    QString asked;
    if (appointment.requestedAt)
        asked = Words::tr("asked %1")
                    .arg(Format::ago(*appointment.requestedAt, clock.now(), clock.zone()));
    return joined({row.visitTypeName, length(row), source(appointment), asked});
}

QString requestNote(const InboxRequest &request, const ClinicClock &clock)
{
    switch (request.state) {
    case InboxRequest::State::Answering:
        return Words::tr("saving...");
    case InboxRequest::State::Handled: {
        const QString word = Format::status(request.row.appointment.status);
        const QString ago = Format::ago(request.handledAt, clock.now(), clock.zone());
        return request.handledBy.isEmpty()
            ? joined({word, ago})
            //: "confirmed by Dr Ba, 3 s ago"
            : Words::tr("%1 by %2, %3").arg(word, request.handledBy, ago);
    }
    case InboxRequest::State::Waiting:
        break;
    }
    return request.unanswered ? Words::tr("not answered") : QString();
}

QString dayStatus(const AppointmentRow &row, const DoctorDayModel &model)
{
    const Appointment &appointment = row.appointment;
    if (model.isSaving(appointment.id))
        return Words::tr("saving...");
    const int minutes = model.minutesOf(row);
    if (appointment.status == AppointmentStatus::InProgress && minutes >= 0)
        return Words::tr("in progress %1").arg(Format::duration(minutes));
    if (appointment.status == AppointmentStatus::Confirmed && minutes >= 0) {
        const QString waiting = Words::tr("waiting %1").arg(Format::duration(minutes));
        return minutes > longWaitMinutes ? QString(waiting + u" !"_s) : waiting;
    }
    const int late = static_cast<int>(appointment.start.secsTo(model.clock().now()) / 60);
    const QString word = Format::status(appointment.status, appointment.checkedInAt.has_value());
    if (appointment.status == AppointmentStatus::Confirmed && late >= lateAfterMinutes)
        return Words::tr("%1, %2 late").arg(word, Format::duration(late));
    return word;
}

QString visitDetail(const AppointmentRow &row)
{
    return joined({row.visitTypeName, length(row), row.roomName});
}

bool waitsTooLong(const AppointmentRow &row, const DoctorDayModel &model)
{
    return row.appointment.status == AppointmentStatus::Confirmed
        && model.minutesOf(row) > longWaitMinutes;
}

} // namespace ClinicDesk::DoctorTexts
