#include "ctl/Json.h"

#include "ctl/ClinicTime.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl::Json {
namespace {

QJsonValue time(const QDateTime &instant, const QTimeZone &zone)
{
    return instant.isValid() ? QJsonValue(isoText(instant, zone)) : QJsonValue();
}

QJsonValue time(const std::optional<QDateTime> &instant, const QTimeZone &zone)
{
    return instant ? time(*instant, zone) : QJsonValue();
}

template<typename Id> QJsonValue idOrNull(const std::optional<Id> &id)
{
    return id ? QJsonValue(id->value) : QJsonValue();
}

QString clock(QTime value)
{
    return value.isValid() ? value.toString(u"HH:mm"_s) : u"24:00"_s;
}

void add(QJsonObject &into, const QJsonObject &from)
{
    for (auto member = from.begin(); member != from.end(); ++member)
        into.insert(member.key(), member.value());
}

/// The members that each kind of details adds to an error.
struct DetailsWriter
{
    const QTimeZone &zone;

    QJsonObject operator()(std::monostate) const { return {}; }
    QJsonObject operator()(const SlotTakenDetails &details) const
    {
        return {{u"takenBy"_s, details.takenBy},
                {u"desk"_s, details.desk},
                {u"since"_s, time(details.since, zone)},
                {u"held"_s, details.held},
                {u"nextFree"_s, list(details.nextFree, zone)}};
    }
    QJsonObject operator()(const OtherVisitDetails &details) const
    {
        return {{u"appointment"_s, details.appointment.value},
                {u"start"_s, time(details.start, zone)},
                {u"end"_s, time(details.end, zone)},
                {u"doctorName"_s, details.doctorName},
                {u"freeRooms"_s, list(details.freeRooms)},
                {u"nextFree"_s, list(details.nextFree, zone)}};
    }
    QJsonObject operator()(const RuleDetails &details) const
    {
        return {{u"doctorName"_s, details.doctorName},
                {u"nextFree"_s, list(details.nextFree, zone)}};
    }
    QJsonObject operator()(const RowDetails &details) const
    {
        return {{u"wanted"_s, toKey(details.wanted)},
                {u"now"_s, toKey(details.now)},
                {u"expectedVersion"_s, details.expectedVersion},
                {u"actualVersion"_s, details.actualVersion},
                {u"changedBy"_s, details.changedBy},
                {u"changedAt"_s, time(details.changedAt, zone)}};
    }
    QJsonObject operator()(const DuplicatePatientDetails &details) const
    {
        return {{u"existing"_s, details.existing.value}};
    }
    QJsonObject operator()(const ValidationDetails &details) const
    {
        QJsonObject fields;
        for (auto field = details.fields.cbegin(); field != details.fields.cend(); ++field)
            fields.insert(field.key(), field.value());
        return {{u"fields"_s, fields}};
    }
    QJsonObject operator()(const BusyDetails &details) const
    {
        return {{u"heldBy"_s, details.heldBy},
                {u"desk"_s, details.desk},
                {u"waitedMs"_s, details.waitedMs}};
    }
    QJsonObject operator()(const AttemptsDetails &details) const
    {
        return {{u"attempts"_s, details.attempts}};
    }
    QJsonObject operator()(const OperationDetails &details) const
    {
        return {{u"operation"_s, details.operation.toString(QUuid::WithoutBraces)}};
    }
    QJsonObject operator()(const SchemaDetails &details) const
    {
        return {{u"program"_s, details.program}, {u"database"_s, details.database}};
    }
};

} // namespace

QJsonObject of(const Appointment &appointment, const QTimeZone &zone)
{
    return {{u"id"_s, appointment.id.value},           {u"version"_s, appointment.version},
            {u"status"_s, toKey(appointment.status)},  {u"doctor"_s, appointment.doctor.value},
            {u"patient"_s, appointment.patient.value}, {u"start"_s, time(appointment.start, zone)},
            {u"end"_s, time(appointment.end, zone)}};
}

QJsonObject of(const AppointmentRow &row, const QTimeZone &zone)
{
    QJsonObject object = of(row.appointment, zone);
    add(object,
        {{u"room"_s, idOrNull(row.appointment.room)},
         {u"visitType"_s, idOrNull(row.appointment.visitType)},
         {u"reason"_s, row.appointment.reason},
         {u"statusNote"_s, row.appointment.statusNote},
         {u"source"_s, row.appointment.source},
         {u"checkedInAt"_s, time(row.appointment.checkedInAt, zone)},
         {u"familyName"_s, row.familyName},
         {u"givenName"_s, row.givenName},
         {u"birthDate"_s, row.birthDate.toString(Qt::ISODate)},
         {u"recordNumber"_s, row.recordNumber},
         {u"roomName"_s, row.roomName},
         {u"visitTypeName"_s, row.visitTypeName}});
    return object;
}

QJsonObject of(const AppointmentEvent &event, const QTimeZone &zone)
{
    return {{u"version"_s, event.version},
            {u"kind"_s, toKey(event.kind)},
            {u"who"_s, event.who},
            {u"desk"_s, event.desk},
            {u"at"_s, time(event.at, zone)},
            {u"oldStatus"_s, event.oldStatus ? QJsonValue(toKey(*event.oldStatus)) : QJsonValue()},
            {u"status"_s, toKey(event.newStatus)},
            {u"oldStart"_s, time(event.oldStart, zone)},
            {u"start"_s, time(event.newStart, zone)},
            {u"oldEnd"_s, time(event.oldEnd, zone)},
            {u"end"_s, time(event.newEnd, zone)},
            {u"oldDoctor"_s, idOrNull(event.oldDoctor)},
            {u"doctor"_s, event.newDoctor.value},
            {u"reason"_s, event.reason},
            {u"override"_s, event.overrideRule},
            {u"because"_s, event.overrideBecause}};
}

QJsonObject of(const FreeSlot &slot, const QTimeZone &zone)
{
    return {{u"doctor"_s, slot.doctor.value},
            {u"start"_s, time(slot.start, zone)},
            {u"end"_s, time(slot.end, zone)}};
}

QJsonObject of(const Patient &patient)
{
    return {{u"id"_s, patient.id.value},
            {u"recordNumber"_s, patient.recordNumber},
            {u"familyName"_s, patient.familyName},
            {u"givenName"_s, patient.givenName},
            {u"birthDate"_s, patient.birthDate.toString(Qt::ISODate)},
            {u"sex"_s, toKey(patient.sex)},
            {u"phone"_s, patient.phone},
            {u"email"_s, patient.email},
            {u"address"_s, patient.address},
            {u"emergencyContact"_s, patient.emergencyContact},
            {u"deskNotes"_s, patient.deskNotes},
            {u"active"_s, patient.active},
            {u"version"_s, patient.version}};
}

QJsonObject of(const PatientMatch &match, const QTimeZone &zone)
{
    return {{u"id"_s, match.id.value},
            {u"recordNumber"_s, match.recordNumber},
            {u"familyName"_s, match.familyName},
            {u"givenName"_s, match.givenName},
            {u"birthDate"_s, match.birthDate.toString(Qt::ISODate)},
            {u"sex"_s, toKey(match.sex)},
            {u"phone"_s, match.phone},
            {u"nextVisit"_s, time(match.nextVisit, zone)},
            {u"active"_s, match.active}};
}

QJsonObject of(const Staff &person, const QTimeZone &zone)
{
    return {{u"id"_s, person.id.value},      {u"login"_s, person.login},
            {u"name"_s, person.displayName}, {u"role"_s, toKey(person.role)},
            {u"active"_s, person.active},    {u"lastSignIn"_s, time(person.lastSignIn, zone)}};
}

QJsonObject of(const Doctor &doctor)
{
    return {{u"id"_s, doctor.id.value},
            {u"login"_s, doctor.login},
            {u"name"_s, doctor.displayName},
            {u"specialisation"_s, doctor.specialisation},
            {u"licence"_s, doctor.licenceNumber},
            {u"colour"_s, doctor.colour},
            {u"active"_s, doctor.active},
            {u"accepts"_s, doctor.acceptsAppointments},
            {u"needsConfirmation"_s, doctor.needsConfirmation},
            {u"verified"_s, doctor.verified},
            {u"horizonDays"_s, doctor.horizonDays},
            {u"leadMinutes"_s, doctor.leadMinutes},
            {u"bufferMinutes"_s, doctor.bufferMinutes},
            {u"maxPerDay"_s, doctor.maxPerDay},
            {u"endDate"_s,
             doctor.endDate ? QJsonValue(doctor.endDate->toString(Qt::ISODate)) : QJsonValue()}};
}

QJsonObject of(const Room &room)
{
    return {{u"id"_s, room.id.value}, {u"name"_s, room.name}, {u"active"_s, room.active}};
}

QJsonObject of(const VisitType &type)
{
    return {{u"id"_s, type.id.value},         {u"name"_s, type.name},
            {u"minutes"_s, type.minutes},     {u"colour"_s, type.colour},
            {u"kiosk"_s, type.kioskBookable}, {u"active"_s, type.active}};
}

QJsonObject of(const WeeklyHours &hours)
{
    return {{u"id"_s, hours.id.value},     {u"doctor"_s, hours.doctor.value},
            {u"weekday"_s, hours.weekday}, {u"from"_s, clock(hours.from)},
            {u"to"_s, clock(hours.to)},    {u"slotMinutes"_s, hours.slotMinutes}};
}

QJsonObject of(const ScheduleException &exception, const QTimeZone &zone)
{
    return {{u"id"_s, exception.id.value},
            {u"doctor"_s, exception.doctor.value},
            {u"kind"_s, exception.kind == ExceptionKind::Leave ? u"leave"_s : u"extra"_s},
            {u"start"_s, time(exception.start, zone)},
            {u"end"_s, time(exception.end, zone)},
            {u"slotMinutes"_s, exception.slotMinutes},
            {u"reason"_s, exception.reason}};
}

QJsonObject of(const ClosedDay &day)
{
    return {{u"date"_s, day.day.toString(Qt::ISODate)}, {u"name"_s, day.name}};
}

QJsonObject of(const Error &error, const QTimeZone &zone, const QString &message)
{
    QJsonObject object {{u"kind"_s, toKey(error.kind)}, {u"message"_s, message}};
    if (!error.rule.isEmpty())
        object.insert(u"rule"_s, error.rule);
    if (!error.incident.isEmpty())
        object.insert(u"incident"_s, error.incident);
    add(object, std::visit(DetailsWriter {zone}, error.details));
    return object;
}

} // namespace ClinicDesk::Ctl::Json
