#include "ctl/ErrorJson.h"

#include "ctl/JsonValue.h"
#include "ctl/appointments/AppointmentJson.h"
#include "ctl/settings/SettingJson.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

using namespace Ctl;

/// The members that each kind of details adds to an error.
struct DetailsWriter
{
    const QTimeZone &zone;

    QJsonObject operator()(std::monostate) const { return {}; }
    QJsonObject operator()(const SlotTakenDetails &details) const
    {
        return {{u"takenBy"_s, details.takenBy},
                {u"desk"_s, details.desk},
                {u"since"_s, jsonTime(details.since, zone)},
                {u"held"_s, details.held},
                {u"nextFree"_s, jsonList(details.nextFree, zone)}};
    }
    QJsonObject operator()(const OtherVisitDetails &details) const
    {
        return {{u"appointment"_s, details.appointment.value},
                {u"start"_s, jsonTime(details.start, zone)},
                {u"end"_s, jsonTime(details.end, zone)},
                {u"doctorName"_s, details.doctorName},
                {u"freeRooms"_s, jsonList(details.freeRooms)},
                {u"nextFree"_s, jsonList(details.nextFree, zone)}};
    }
    QJsonObject operator()(const RuleDetails &details) const
    {
        return {{u"doctorName"_s, details.doctorName},
                {u"nextFree"_s, jsonList(details.nextFree, zone)}};
    }
    QJsonObject operator()(const RowDetails &details) const
    {
        return {{u"wanted"_s, toKey(details.wanted)},
                {u"now"_s, toKey(details.now)},
                {u"expectedVersion"_s, details.expectedVersion},
                {u"actualVersion"_s, details.actualVersion},
                {u"changedBy"_s, details.changedBy},
                {u"changedAt"_s, jsonTime(details.changedAt, zone)}};
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

QJsonObject jsonOf(const Error &error, const QTimeZone &zone, const QString &message)
{
    QJsonObject object {{u"kind"_s, toKey(error.kind)}, {u"message"_s, message}};
    if (!error.rule.isEmpty())
        object.insert(u"rule"_s, error.rule);
    if (!error.incident.isEmpty())
        object.insert(u"incident"_s, error.incident);
    addMembers(object, std::visit(DetailsWriter {zone}, error.details));
    return object;
}

} // namespace ClinicDesk
