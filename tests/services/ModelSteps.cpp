#include "services/ModelSteps.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QString span(const QDateTime &start, const QDateTime &end)
{
    return describe(start) + u" to "_s + describe(end);
}

QString doctorName(DoctorId id, const ModelClinic &clinic)
{
    return clinic.doctors.value(id).login;
}

QString version(std::optional<int> expected)
{
    return expected ? u", seen as version %1"_s.arg(*expected) : QString();
}

QString overriding(const std::optional<RuleOverride> &override)
{
    return override ? u", overrides %1 because '%2'"_s.arg(override->rule, override->because)
                    : QString();
}

QString optionalTime(const char *name, const std::optional<QDateTime> &time)
{
    return time ? u", %1 %2"_s.arg(QLatin1StringView(name), describe(*time)) : QString();
}

struct Describer
{
    const ModelClinic &clinic;

    QString operator()(const BookRequest &r) const
    {
        return u"books #%1: %2, patient %3%4, %5%6"_s.arg(numberOf(r.operation))
            .arg(doctorName(r.doctor, clinic))
            .arg(r.patient.value)
            .arg(r.room ? u", room %1"_s.arg(r.room->value) : QString(), span(r.start, r.end),
                 overriding(r.override));
    }
    QString operator()(const StatusRequest &r) const
    {
        return u"sets #%1 to %2%3%4"_s.arg(r.appointment.value)
            .arg(toKey(r.to), r.reason.isEmpty() ? QString() : u" for '%1'"_s.arg(r.reason),
                 version(r.version));
    }
    QString operator()(const MoveRequest &r) const
    {
        QString text = u"moves #%1"_s.arg(r.appointment.value);
        if (r.doctor)
            text += u", doctor "_s + doctorName(*r.doctor, clinic);
        if (r.clearRoom)
            text += u", no room"_s;
        else if (r.room)
            text += u", room %1"_s.arg(r.room->value);
        return text + optionalTime("start", r.start) + optionalTime("end", r.end)
            + version(r.version) + overriding(r.override);
    }
    QString operator()(const CheckIn &step) const
    {
        return u"checks in #%1%2"_s.arg(step.request.appointment.value)
            .arg(version(step.request.version));
    }
    QString operator()(const Undo &step) const
    {
        return u"undoes the last change of #%1%2"_s.arg(step.request.appointment.value)
            .arg(version(step.request.version));
    }
    QString operator()(const TakeHold &step) const
    {
        return u"holds %1, %2"_s.arg(doctorName(step.doctor, clinic), span(step.start, step.end));
    }
    QString operator()(const ReleaseHold &) const { return u"releases the hold"_s; }
    QString operator()(const Wait &step) const { return u"%1 seconds pass"_s.arg(step.seconds); }
};

} // namespace

std::optional<DoctorId> ModelClinic::calendarOf(const QString &login) const
{
    if (staff.value(login) != StaffRole::Doctor)
        return std::nullopt;
    for (auto it = doctors.cbegin(); it != doctors.cend(); ++it) {
        if (it->login == login)
            return it.key();
    }
    return std::nullopt;
}

QDateTime clinicTime(const QDateTime &time)
{
    // The steps' days are of one winter; a real zone costs more than the whole model.
    constexpr int berlinInWinter = 3600;
    return time.toOffsetFromUtc(berlinInWinter);
}

QDate clinicDay(const QDateTime &time)
{
    return clinicTime(time).date();
}

QUuid operationId(int number)
{
    return QUuid(uint(number), 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}

int numberOf(const QUuid &operation)
{
    return int(operation.data1);
}

std::optional<int> operationOf(const Step &step)
{
    return std::visit(
        [](const auto &what) -> std::optional<int> {
            if constexpr (requires { what.operation; })
                return numberOf(what.operation);
            else if constexpr (requires { what.request; })
                return numberOf(what.request.operation);
            else
                return std::nullopt;
        },
        step.what);
}

QString describe(const Step &step, const ModelClinic &clinic)
{
    const QString what = std::visit(Describer {clinic}, step.what);
    return step.who.isEmpty() ? what : step.who + u' ' + what;
}

QString describe(const Appointment &row, const ModelClinic &clinic)
{
    QString text = u"#%1 version %2 %3: %4, patient %5"_s.arg(row.id.value)
                       .arg(row.version)
                       .arg(toKey(row.status), doctorName(row.doctor, clinic))
                       .arg(row.patient.value);
    if (row.room)
        text += u", room %1"_s.arg(row.room->value);
    if (row.visitType)
        text += u", type %1"_s.arg(row.visitType->value);
    return text
        + u", %1, '%2' '%3' by %4"_s.arg(span(row.start, row.end), row.reason, row.statusNote,
                                         row.source)
        + optionalTime("requested", row.requestedAt) + optionalTime("confirmed", row.confirmedAt)
        + optionalTime("checked in", row.checkedInAt) + optionalTime("started", row.startedAt)
        + optionalTime("ended", row.endedAt) + optionalTime("cancelled", row.cancelledAt);
}

QString describe(const QString &kind, const QString &who, const QDateTime &at,
                 const Appointment *before, const Appointment &after, const ModelClinic &clinic)
{
    const auto place = [&clinic](const Appointment &row) {
        return u"%1 with %2, %3"_s.arg(toKey(row.status), doctorName(row.doctor, clinic),
                                       span(row.start, row.end));
    };
    return u"#%1 version %2 %3 by %4 at %5: %6 -> %7"_s.arg(after.id.value)
        .arg(after.version)
        .arg(kind, who, describe(at), before ? place(*before) : u"nothing"_s, place(after));
}

QString describe(const QDateTime &time)
{
    const QDateTime local = clinicTime(time);
    const QString clock = local.time().second() ? u"hh:mm:ss"_s : u"hh:mm"_s;
    return QLocale::c().toString(local, u"ddd d. "_s + clock);
}

QString describe(const Error &error)
{
    const QString kind = toKey(error.kind);
    switch (error.kind) {
    case ErrorKind::SlotTaken:
    case ErrorKind::OutsideHours:
    case ErrorKind::TooSoon:
    case ErrorKind::TooLate:
        return kind + u' ' + error.rule;
    default:
        return kind;
    }
}

} // namespace ClinicDesk
