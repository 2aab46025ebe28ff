#pragma once

#include "domain/Appointment.h"
#include "domain/Error.h"
#include "domain/Patient.h"
#include "domain/Schedule.h"
#include "domain/Staff.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

/// The program's stable JSON. Ids are numbers, times ISO 8601 with the clinic's offset.
namespace ClinicDesk::Ctl::Json {

[[nodiscard]] QJsonObject of(const Appointment &appointment, const QTimeZone &zone);
/// As above, with what a list shows beside it.
[[nodiscard]] QJsonObject of(const AppointmentRow &row, const QTimeZone &zone);
[[nodiscard]] QJsonObject of(const AppointmentEvent &event, const QTimeZone &zone);
[[nodiscard]] QJsonObject of(const FreeSlot &slot, const QTimeZone &zone);
[[nodiscard]] QJsonObject of(const Patient &patient);
[[nodiscard]] QJsonObject of(const PatientMatch &match, const QTimeZone &zone);
[[nodiscard]] QJsonObject of(const Staff &person, const QTimeZone &zone);
[[nodiscard]] QJsonObject of(const Doctor &doctor);
[[nodiscard]] QJsonObject of(const Room &room);
[[nodiscard]] QJsonObject of(const VisitType &type);
[[nodiscard]] QJsonObject of(const WeeklyHours &hours);
[[nodiscard]] QJsonObject of(const ScheduleException &exception, const QTimeZone &zone);
[[nodiscard]] QJsonObject of(const ClosedDay &day);
/// {"kind", "message", ...details}
[[nodiscard]] QJsonObject of(const Error &error, const QTimeZone &zone, const QString &message);

template<typename T, typename... Zone>
[[nodiscard]] QJsonArray list(const QList<T> &values, const Zone &...zone)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(of(value, zone...));
    return array;
}

} // namespace ClinicDesk::Ctl::Json
