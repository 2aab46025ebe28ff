#include "domain/ErrorText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// A field, or the database constraint that guards it, in a person's words.
struct Label
{
    const char *field;
    const char *text;
};

constexpr Label labels[] = {
    {"family_name", QT_TRANSLATE_NOOP("ErrorText", "the patient's family name")},
    {"given_name", QT_TRANSLATE_NOOP("ErrorText", "the patient's given name")},
    {"birth_date", QT_TRANSLATE_NOOP("ErrorText", "the patient's birth date")},
    {"patient_birth_date", QT_TRANSLATE_NOOP("ErrorText", "the patient's birth date")},
    {"sex", QT_TRANSLATE_NOOP("ErrorText", "the patient's sex")},
    {"patient_sex", QT_TRANSLATE_NOOP("ErrorText", "the patient's sex")},
    {"phone", QT_TRANSLATE_NOOP("ErrorText", "the phone number")},
    {"email", QT_TRANSLATE_NOOP("ErrorText", "the e-mail address")},
    {"address", QT_TRANSLATE_NOOP("ErrorText", "the address")},
    {"national_id", QT_TRANSLATE_NOOP("ErrorText", "the national id")},
    {"emergency_contact", QT_TRANSLATE_NOOP("ErrorText", "the emergency contact")},
    {"desk_notes", QT_TRANSLATE_NOOP("ErrorText", "the note for the desk")},
    {"consent_on", QT_TRANSLATE_NOOP("ErrorText", "the consent date")},
    {"reason", QT_TRANSLATE_NOOP("ErrorText", "the reason")},
    {"because", QT_TRANSLATE_NOOP("ErrorText", "why the rule is overridden")},
    {"start", QT_TRANSLATE_NOOP("ErrorText", "the start time")},
    {"end", QT_TRANSLATE_NOOP("ErrorText", "the end time")},
    {"minutes", QT_TRANSLATE_NOOP("ErrorText", "the length in minutes")},
    {"slot_minutes", QT_TRANSLATE_NOOP("ErrorText", "the slot's length in minutes")},
    {"doctor", QT_TRANSLATE_NOOP("ErrorText", "the doctor")},
    {"patient", QT_TRANSLATE_NOOP("ErrorText", "the patient")},
    {"room", QT_TRANSLATE_NOOP("ErrorText", "the room")},
    {"visit_type", QT_TRANSLATE_NOOP("ErrorText", "the visit type")},
    {"name", QT_TRANSLATE_NOOP("ErrorText", "the name")},
    {"room_name_key", QT_TRANSLATE_NOOP("ErrorText", "the room's name")},
    {"visit_type_name_key", QT_TRANSLATE_NOOP("ErrorText", "the visit type's name")},
    {"display_name", QT_TRANSLATE_NOOP("ErrorText", "the name")},
    {"login", QT_TRANSLATE_NOOP("ErrorText", "the login name")},
    {"staff_login_key", QT_TRANSLATE_NOOP("ErrorText", "the login name")},
    {"role", QT_TRANSLATE_NOOP("ErrorText", "the role")},
    {"staff_role", QT_TRANSLATE_NOOP("ErrorText", "the role")},
    {"password", QT_TRANSLATE_NOOP("ErrorText", "the password")},
    {"staff_verifier", QT_TRANSLATE_NOOP("ErrorText", "the password")},
    {"licence_number", QT_TRANSLATE_NOOP("ErrorText", "the licence number")},
    {"doctor_licence_key", QT_TRANSLATE_NOOP("ErrorText", "the licence number")},
    {"specialisation", QT_TRANSLATE_NOOP("ErrorText", "the specialisation")},
    {"colour", QT_TRANSLATE_NOOP("ErrorText", "the colour")},
    {"weekday", QT_TRANSLATE_NOOP("ErrorText", "the weekday")},
    {"from", QT_TRANSLATE_NOOP("ErrorText", "the beginning")},
    {"to", QT_TRANSLATE_NOOP("ErrorText", "the end")},
    {"day", QT_TRANSLATE_NOOP("ErrorText", "the day")},
    {"closed_day_key", QT_TRANSLATE_NOOP("ErrorText", "the day")},
    {"time_zone", QT_TRANSLATE_NOOP("ErrorText", "the time zone")},
    {"setting_time_zone", QT_TRANSLATE_NOOP("ErrorText", "the time zone")},
    {"url", QT_TRANSLATE_NOOP("ErrorText", "the server's address")},
    {"port", QT_TRANSLATE_NOOP("ErrorText", "the port")},
    {"database", QT_TRANSLATE_NOOP("ErrorText", "the database's name")},
    {"appointment", QT_TRANSLATE_NOOP("ErrorText", "the appointment's number")},
    {"version", QT_TRANSLATE_NOOP("ErrorText", "the version")},
    {"operation", QT_TRANSLATE_NOOP("ErrorText", "the request's id")},
    {"words", QT_TRANSLATE_NOOP("ErrorText", "what to look for")},
    {"family", QT_TRANSLATE_NOOP("ErrorText", "the patient's family name")},
    {"given", QT_TRANSLATE_NOOP("ErrorText", "the patient's given name")},
    {"born", QT_TRANSLATE_NOOP("ErrorText", "the patient's birth date")},
    {"notes", QT_TRANSLATE_NOOP("ErrorText", "the note for the desk")},
    {"licence", QT_TRANSLATE_NOOP("ErrorText", "the licence number")},
    {"type", QT_TRANSLATE_NOOP("ErrorText", "the visit type")},
    {"date", QT_TRANSLATE_NOOP("ErrorText", "the day")},
    {"days", QT_TRANSLATE_NOOP("ErrorText", "the number of days")},
    {"slot", QT_TRANSLATE_NOOP("ErrorText", "the slot's length in minutes")},
    {"data", QT_TRANSLATE_NOOP("ErrorText", "the data folder")},
    {"password_file", QT_TRANSLATE_NOOP("ErrorText", "the password file")},
    {"override", QT_TRANSLATE_NOOP("ErrorText", "the rule to override")},
    {"kind", QT_TRANSLATE_NOOP("ErrorText", "the kind")},
    {"hours", QT_TRANSLATE_NOOP("ErrorText", "the hours' number")},
    {"exception", QT_TRANSLATE_NOOP("ErrorText", "the exception's number")},
    {"zone", QT_TRANSLATE_NOOP("ErrorText", "the time zone")},
    {"doctors", QT_TRANSLATE_NOOP("ErrorText", "the number of doctors")},
    {"patients", QT_TRANSLATE_NOOP("ErrorText", "the number of patients")},
    {"appointments", QT_TRANSLATE_NOOP("ErrorText", "the number of appointments")},
    {"seed", QT_TRANSLATE_NOOP("ErrorText", "the seed")},
    {"limit", QT_TRANSLATE_NOOP("ErrorText", "the limit")},
    {"argument", QT_TRANSLATE_NOOP("ErrorText", "the argument")},
    {"folder", QT_TRANSLATE_NOOP("ErrorText", "the folder")},
    {"accepts", QT_TRANSLATE_NOOP("ErrorText", "whether appointments may be booked")},
    {"needs_confirmation", QT_TRANSLATE_NOOP("ErrorText", "whether requests wait for the doctor")},
    {"verified", QT_TRANSLATE_NOOP("ErrorText", "whether the licence was checked")},
    {"active", QT_TRANSLATE_NOOP("ErrorText", "whether it is in use")},
    {"kiosk", QT_TRANSLATE_NOOP("ErrorText", "whether patients may book it at the kiosk")},
    {"horizon_days", QT_TRANSLATE_NOOP("ErrorText", "the booking horizon in days")},
    {"lead_minutes", QT_TRANSLATE_NOOP("ErrorText", "the lead time in minutes")},
    {"buffer_minutes", QT_TRANSLATE_NOOP("ErrorText", "the pause after a visit in minutes")},
    {"max_per_day", QT_TRANSLATE_NOOP("ErrorText", "the most appointments a day")},
    {"end_date", QT_TRANSLATE_NOOP("ErrorText", "the last working day")},
    {"connections", QT_TRANSLATE_NOOP("ErrorText", "the number of connections")},
    {"rounds", QT_TRANSLATE_NOOP("ErrorText", "the number of rounds")},
    {"host", QT_TRANSLATE_NOOP("ErrorText", "the server's host")},
    {"certificate", QT_TRANSLATE_NOOP("ErrorText", "the certificate's file")},
    {"desk", QT_TRANSLATE_NOOP("ErrorText", "the desk's name")},
};

/// Fields that have a sentence of their own, whatever is wrong with them.
constexpr Label wholeSentences[] = {
    {"patient_birth_date_past", QT_TRANSLATE_NOOP("ErrorText", "Birth date must be in the past.")},
    {"appointment_span",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "An appointment ends after it starts and lasts at most 12 hours. Check the times.")},
    {"weekly_hours_order",
     QT_TRANSLATE_NOOP("ErrorText", "Hours end after they begin. Check the times.")},
    {"schedule_exception_order",
     QT_TRANSLATE_NOOP("ErrorText", "The end must come after the beginning. Check the times.")},
    {"weekly_hours_apart",
     QT_TRANSLATE_NOOP("ErrorText", "These hours overlap others of that day. Check the times.")},
    {"staff_login_format",
     QT_TRANSLATE_NOOP("ErrorText",
                       "A login name begins with a small letter and holds small letters, digits, "
                       "dots and dashes.")},
    {"line_check",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "An entry is too long or holds a character that cannot be stored. Type it again.")},
    {"name_check",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "A name is empty, too long or holds a character that cannot be stored. Type it again.")},
    {"paragraph_check",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "A text is too long or holds a character that cannot be stored. Type it again.")},
    {"colour_check",
     QT_TRANSLATE_NOOP("ErrorText", "A colour is written as # and six small hex digits.")},
    {"desk_id",
     QT_TRANSLATE_NOOP("ErrorText", "This computer has no desk number. Set it up again.")},
};

/// "birthDate" and "birth-date" are the same field as "birth_date".
QString snakeCase(const QString &name)
{
    QString result;
    for (const QChar letter : name) {
        if (letter.isUpper() && !result.isEmpty())
            result += u'_';
        result += letter == u'-' ? QChar(u'_') : letter.toLower();
    }
    return result;
}

QString labelOf(const QString &field)
{
    for (const Label &label : labels) {
        if (field == QLatin1StringView(label.field))
            return ErrorText::tr(label.text);
    }
    return ErrorText::tr("this entry");
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace

QString fieldErrorText(const QString &typedField, const QString &why)
{
    const QString field = snakeCase(typedField);
    for (const Label &sentence : wholeSentences) {
        if (field == QLatin1StringView(sentence.field))
            return ErrorText::tr(sentence.text);
    }
    const QString label = labelOf(field);
    if (why == "missing"_L1)
        return ErrorText::tr("Enter %1.").arg(label);
    if (why == "future"_L1)
        return field == "birth_date"_L1
            ? ErrorText::tr("Birth date must be in the past.")
            : ErrorText::tr("%1 must be in the past.").arg(capitalised(label));
    if (why == "too_long"_L1)
        return ErrorText::tr("%1 is too long. Shorten it.").arg(capitalised(label));
    if (why == "too_short"_L1)
        return ErrorText::tr("%1 is too short. Lengthen it.").arg(capitalised(label));
    if (why == "control_character"_L1)
        return ErrorText::tr("%1 holds a character that cannot be stored. Type it again.")
            .arg(capitalised(label));
    if (why == "invalid_time"_L1)
        return ErrorText::tr(
            "There is no such time on that day: the clocks change. Choose another time.");
    if (why == "taken"_L1)
        return ErrorText::tr("%1 is already in use. Choose another.").arg(capitalised(label));
    if (why == "password_in_url"_L1)
        return ErrorText::tr("The server's address must not hold a password. Leave it out.");
    if (why == "doubled"_L1)
        return ErrorText::tr("%1 is given twice. Give it once.").arg(capitalised(label));
    if (why == "range"_L1)
        return ErrorText::tr("%1 is out of range. Check it.").arg(capitalised(label));
    return ErrorText::tr("%1 cannot be read as it is. Check it.").arg(capitalised(label));
}

} // namespace ClinicDesk
