#include "models/PasswordModel.h"
#include "models/SetupForm.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ClinicDesk::SetupChecks)
};

using Problems = QMap<SetupField, QString>;

QString loginProblem(const QString &login, const SetupForm &form)
{
    static const QRegularExpression allowed(u"^[a-z][a-z0-9_.-]{0,56}$"_s);
    static const QRegularExpression reserved(u"^(pg_|clinic_|clinicdesk|postgres|public$|none$)"_s);
    if (!allowed.match(login).hasMatch())
        return Texts::tr("Use small letters a to z and digits, beginning with a letter.");
    if (reserved.match(login).hasMatch()
        || (form.sampleData && ClinicSetup::sampleLogins().contains(login)))
        return Texts::tr("This name is taken. Choose another one.");
    return {};
}

void add(Problems &problems, SetupField field, const QString &text)
{
    if (!text.isEmpty() && !problems.contains(field))
        problems.insert(field, text);
}

void checkYou(const SetupForm &form, Problems &problems)
{
    if (form.you.name.isEmpty())
        add(problems, SetupField::YourName, Texts::tr("Enter your name."));
    add(problems, SetupField::YourLogin, loginProblem(form.you.login, form));
    add(problems, SetupField::YourPassword,
        PasswordModel::problem(form.you.password, form.you.login));
    if (form.passwordAgain != form.you.password)
        add(problems, SetupField::YourPasswordAgain,
            Texts::tr("The two passwords differ. Type it again."));
}

void checkDoctor(const SetupForm &form, Problems &problems)
{
    if (form.doctor.name.isEmpty())
        add(problems, SetupField::DoctorName, Texts::tr("Enter the doctor's name."));
    add(problems, SetupField::DoctorLogin, loginProblem(form.doctor.login, form));
    if (form.doctor.login == form.you.login
        || form.doctor.login == SetupChecks::administratorLogin(form))
        add(problems, SetupField::DoctorLogin,
            Texts::tr("You sign in with this name. Choose another one for the doctor."));
    add(problems, SetupField::DoctorPassword,
        PasswordModel::problem(form.doctor.password, form.doctor.login));
    if (form.licenceNumber.isEmpty())
        add(problems, SetupField::Licence, Texts::tr("Enter the doctor's licence number."));
}

void checkHours(const SetupForm &form, Problems &problems)
{
    if (form.weekdays.isEmpty())
        add(problems, SetupField::Weekdays, Texts::tr("Tick at least one day."));
    if (form.from.secsTo(form.to) < form.slotMinutes * 60)
        add(problems, SetupField::Hours,
            Texts::tr("The day must end after it begins, and hold one appointment."));
    if (form.hasLunch
        && (form.lunchFrom <= form.from || form.lunchTo >= form.to
            || form.lunchFrom >= form.lunchTo))
        add(problems, SetupField::Lunch, Texts::tr("The break must lie inside the day."));
}

QList<WeeklyHours> hoursOf(const SetupForm &form)
{
    QList<WeeklyHours> all;
    const auto span = [&](int day, QTime from, QTime to) {
        WeeklyHours hours;
        hours.weekday = day;
        hours.from = from;
        hours.to = to;
        hours.slotMinutes = form.slotMinutes;
        all.append(hours);
    };
    for (const int day : form.weekdays) {
        span(day, form.from, form.hasLunch ? form.lunchFrom : form.to);
        if (form.hasLunch)
            span(day, form.lunchTo, form.to);
    }
    return all;
}

} // namespace

Problems SetupChecks::problems(const SetupForm &form, SetupPage page)
{
    Problems problems;
    switch (page) {
    case SetupPage::Computer:
        if (form.deskName.isEmpty())
            add(problems, SetupField::DeskName,
                Texts::tr("Enter a name, such as \"Desk 2\": others see it."));
        break;
    case SetupPage::Clinic:
        if (form.clinic.name.isEmpty())
            add(problems, SetupField::ClinicName, Texts::tr("Enter the clinic's name."));
        if (form.folder.isEmpty())
            add(problems, SetupField::Folder, Texts::tr("Choose a folder."));
        break;
    case SetupPage::You:
        checkYou(form, problems);
        break;
    case SetupPage::Doctor:
        checkDoctor(form, problems);
        break;
    case SetupPage::Hours:
        checkHours(form, problems);
        break;
    }
    return problems;
}

QString SetupChecks::suggestedLogin(const QString &name)
{
    QStringList words = name.toLower().split(u' ', Qt::SkipEmptyParts);
    const bool isDoctor
        = !words.isEmpty() && (words.first() == u"dr"_s || words.first() == u"dr."_s);
    const QString word = words.isEmpty() ? QString() : isDoctor ? words.last() : words.first();
    QString login;
    for (const QChar letter : word.normalized(QString::NormalizationForm_D)) {
        if ((letter >= u'a' && letter <= u'z') || (!login.isEmpty() && letter.isDigit()))
            login += letter;
    }
    return isDoctor && words.size() == 1 ? QString() : login;
}

QString SetupChecks::administratorLogin(const SetupForm &form)
{
    return form.alsoAtReception ? QString(form.you.login + u".admin") : form.you.login;
}

NewClinic SetupChecks::clinicOf(const SetupForm &form)
{
    NewClinic clinic;
    clinic.folder = form.folder;
    clinic.clinic = form.clinic;
    clinic.sampleData = form.sampleData;
    clinic.administrator = form.you;
    clinic.administrator.login = administratorLogin(form);
    if (form.alsoAtReception)
        clinic.receptionist = form.you;
    clinic.doctor = form.doctor;
    clinic.specialisation = form.specialisation;
    clinic.licenceNumber = form.licenceNumber;
    clinic.hours = hoursOf(form);
    const auto type = [&clinic](const QString &name, int minutes, const QString &colour) {
        VisitType one;
        one.name = name;
        one.minutes = minutes;
        one.colour = colour;
        clinic.visitTypes.append(one);
    };
    type(Texts::tr("Consultation"), form.slotMinutes, u"#0b66b2"_s);
    type(Texts::tr("Check-up"), form.slotMinutes, u"#007f5f"_s);
    type(Texts::tr("First visit"), form.slotMinutes * 2, u"#6b3fc4"_s);
    return clinic;
}

} // namespace ClinicDesk
