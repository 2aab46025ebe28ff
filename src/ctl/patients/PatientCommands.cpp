#include "ctl/Commands.h"
#include "ctl/CommonOptions.h"
#include "ctl/JsonValue.h"
#include "ctl/patients/PatientArguments.h"
#include "ctl/patients/PatientJson.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::Ctl {
namespace {

Result<Answer> patientAnswer(const Result<Patient> &result)
{
    if (!result)
        return unexpected(result.error());
    return Answer {{{u"patient"_s, jsonOf(*result)}},
                   {u"Patient %1, %2: %3, born %4"_s.arg(result->id.value)
                        .arg(result->recordNumber, listName(result->familyName, result->givenName),
                             result->birthDate.toString(Qt::ISODate))}};
}

CommandTask addPatient(Context &context, TypedPatient typed)
{
    Patient patient;
    typed.applyTo(patient);
    co_return patientAnswer(co_await context.patients.add(typed.operation, patient));
}

CommandTask editPatient(Context &context, TypedPatient typed)
{
    Result<Patient> patient = co_await context.patients.patientByKey(typed.key);
    if (!patient)
        co_return unexpected(patient.error());
    typed.applyTo(*patient);
    co_return patientAnswer(co_await context.patients.edit(typed.operation, *patient));
}

CommandTask findPatients(Context &context, PatientSearch search)
{
    const Result<QList<PatientMatch>> found
        = co_await context.patients.find(search.words, search.limit);
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
    answer.json = {{u"patients"_s, jsonList(*found, context.zone())}};
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
        operationOption(),
    };
    return {
        {.name = u"patients add"_s,
         .help = u"Add a patient."_s,
         .options = fields,
         .read = &readThenRun<&readNewPatient, &addPatient>},
        {.name = u"patients edit"_s,
         .help = u"Change a patient's record; what is not named stays."_s,
         .words = {u"PATIENT"_s},
         .options = fields + QList<OptionSpec> {versionOption()},
         .read = &readThenRun<&readChangedPatient, &editPatient>},
        {.name = u"patients find"_s,
         .help = u"Find by name, birth date or year, phone end or record number."_s,
         .words = {u"WORDS..."_s},
         .options = {{u"limit"_s, u"N"_s, u"At most N (default 20)."_s}},
         .read = &readThenRun<&readPatientSearch, &findPatients>},
    };
}

} // namespace ClinicDesk::Ctl
