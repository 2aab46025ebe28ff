#include "ctl/PatientCommands.h"

#include "ctl/Json.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

/// What is typed replaces what `patient` holds.
void readFields(Arguments &arguments, Patient &patient)
{
    const std::pair<QString, QString *> texts[] = {
        {u"family"_s, &patient.familyName},
        {u"given"_s, &patient.givenName},
        {u"phone"_s, &patient.phone},
        {u"email"_s, &patient.email},
        {u"address"_s, &patient.address},
        {u"national-id"_s, &patient.nationalId},
        {u"emergency-contact"_s, &patient.emergencyContact},
        {u"notes"_s, &patient.deskNotes},
    };
    for (const auto &[option, field] : texts)
        *field = arguments.text(option, *field);
    if (arguments.has(u"born"_s))
        patient.birthDate = arguments.date(u"born"_s);
    if (arguments.has(u"sex"_s)) {
        const std::optional<Sex> sex = sexFromKey(arguments.text(u"sex"_s));
        if (!sex)
            arguments.complain(u"sex"_s, u"format"_s);
        patient.sex = sex.value_or(Sex::Unknown);
    }
    patient.active = arguments.yesNo(u"active"_s, patient.active);
}

Result<Answer> answerOf(const Result<Patient> &result)
{
    if (!result)
        return unexpected(result.error());
    return Answer {{{u"patient"_s, Json::of(*result)}},
                   {u"Patient %1, %2: %3, born %4"_s.arg(result->id.value)
                        .arg(result->recordNumber, listName(result->familyName, result->givenName),
                             result->birthDate.toString(Qt::ISODate))}};
}

CommandTask add(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    Patient patient;
    readFields(arguments, patient);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    co_return answerOf(co_await context.patients.add(operation, patient));
}

CommandTask edit(Context &context, Arguments arguments)
{
    const QUuid operation = arguments.operation();
    const QString key = arguments.word(u"patient"_s);
    const std::optional<int> version = arguments.optionalNumber(u"version"_s, 1, 1'000'000);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    Result<Patient> patient = co_await context.patients.patientByKey(key);
    if (!patient)
        co_return unexpected(patient.error());
    readFields(arguments, *patient);
    patient->version = version.value_or(patient->version);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    co_return answerOf(co_await context.patients.edit(operation, *patient));
}

CommandTask find(Context &context, Arguments arguments)
{
    const int limit = arguments.number(u"limit"_s, 1, 100, 20);
    arguments.word(u"words"_s);
    if (const auto problem = arguments.problem())
        co_return unexpected(*problem);
    const Result<QList<PatientMatch>> found
        = co_await context.patients.find(arguments.words().join(u' '), limit);
    if (!found)
        co_return unexpected(found.error());
    Answer answer;
    for (const PatientMatch &match : *found)
        answer.lines.append(u"%1  %2  %3  born %4"_s.arg(match.id.value, 8)
                                .arg(match.recordNumber,
                                     listName(match.familyName, match.givenName),
                                     match.birthDate.toString(Qt::ISODate)));
    if (found->isEmpty())
        answer.lines.append(u"Nobody found."_s);
    answer.json = {{u"patients"_s, Json::list(*found, context.zone())}};
    co_return answer;
}

} // namespace

QList<Command> patientCommands()
{
    const QList<OptionSpec> fields {
        {u"family"_s, u"NAME"_s, u"Family name."_s},
        {u"given"_s, u"NAME"_s, u"Given name."_s},
        {u"born"_s, u"DATE"_s, u"Birth date, YYYY-MM-DD."_s},
        {u"sex"_s, u"WORD"_s, u"female, male, other or unknown."_s},
        {u"phone"_s, u"NUMBER"_s, u"Phone number."_s},
        {u"email"_s, u"ADDRESS"_s, u"E-mail address."_s},
        {u"address"_s, u"TEXT"_s, u"Postal address."_s},
        {u"national-id"_s, u"ID"_s, u"National id."_s},
        {u"emergency-contact"_s, u"TEXT"_s, u"Emergency contact."_s},
        {u"notes"_s, u"TEXT"_s, u"Notes for the desk; nothing clinical."_s},
        {u"active"_s, u"yes|no"_s, u"Whether appointments may be booked."_s},
        {u"operation"_s, u"UUID"_s, u"The request's id; a repeat returns the first result."_s},
    };
    return {
        {u"patients add"_s, u"Add a patient."_s, {}, fields, Command::Needs::SignIn, &add},
        {u"patients edit"_s,
         u"Change a patient's record; what is not named stays."_s,
         {u"PATIENT"_s},
         fields
             + QList<OptionSpec> {{u"version"_s, u"N"_s,
                                   u"The version you saw; another one is refused."_s}},
         Command::Needs::SignIn,
         &edit},
        {u"patients find"_s,
         u"Find by name, birth date or year, phone end or record number."_s,
         {u"WORDS..."_s},
         {{u"limit"_s, u"N"_s, u"At most N (default 20)."_s}},
         Command::Needs::SignIn,
         &find},
    };
}

} // namespace ClinicDesk::Ctl
