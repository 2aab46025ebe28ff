#include "views/ownday/OwnDayTexts.h"

#include "widgets/Format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ClinicDesk::OwnDayTexts {

namespace {

constexpr int lateAfterMinutes = 10;
constexpr int longWaitMinutes = 20;

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(OwnDayTexts)
};

} // namespace

QString status(const AppointmentRow &row, const DoctorDayModel &model)
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

bool waitsTooLong(const AppointmentRow &row, const DoctorDayModel &model)
{
    return row.appointment.status == AppointmentStatus::Confirmed
        && model.minutesOf(row) > longWaitMinutes;
}

} // namespace ClinicDesk::OwnDayTexts
