#include "models/PatientFormModel.h"

#include "domain/ErrorText.h"
#include "domain/PatientCheck.h"
#include "models/TaskRunner.h"
#include "services/patients/PatientService.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QMap<QString, QString> texts(const ValidationDetails &details)
{
    QMap<QString, QString> problems;
    for (auto field = details.fields.cbegin(); field != details.fields.cend(); ++field)
        problems.insert(field.key(), fieldErrorText(field.key(), field.value()));
    return problems;
}

int monthFromName(const QString &name)
{
    const QLocale languages[] = {QLocale(), QLocale::c()};
    for (const QLocale &locale : languages) {
        for (int month = 1; month <= 12; ++month) {
            if (locale.monthName(month).startsWith(name, Qt::CaseInsensitive))
                return month;
        }
    }
    return 0;
}

QDate dateOf(const QString &day, int month, const QString &year, QDate today)
{
    int fullYear = year.toInt();
    if (year.size() == 2)
        fullYear += today.year() / 100 * 100 - (fullYear > today.year() % 100 ? 100 : 0);
    return QDate(fullYear, month, day.toInt());
}

} // namespace

QDate birthDateFromText(const QString &text, QDate today)
{
    QString typed = text.simplified();
    // A date shown in a right-to-left window carries marks of direction.
    typed.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    const QDate iso = QDate::fromString(typed, Qt::ISODate);
    if (iso.isValid())
        return iso;
    static const QRegularExpression digits(uR"(^(\d{2})(\d{2})(\d{4}|\d{2})$)"_s);
    static const QRegularExpression numbers(
        uR"(^(\d{1,2})\s*[./ -]\s*(\d{1,2})\s*[./ -]\s*(\d{4}|\d{2})$)"_s);
    static const QRegularExpression words(
        uR"(^(\d{1,2})\.?[\s-]*(\p{L}{3,})\.?[\s-]*(\d{4}|\d{2})$)"_s);
    for (const QRegularExpression &pattern : {digits, numbers}) {
        if (const auto match = pattern.match(typed); match.hasMatch())
            return dateOf(match.captured(1), match.captured(2).toInt(), match.captured(3), today);
    }
    if (const auto match = words.match(typed); match.hasMatch()) {
        const int month = monthFromName(match.captured(2));
        return month > 0 ? dateOf(match.captured(1), month, match.captured(3), today) : QDate();
    }
    return {};
}

PatientFormModel::PatientFormModel(PatientService &patients, const ClinicClock &clock,
                                   QObject *parent)
    : QObject(parent)
    , m_patients(patients)
    , m_clock(clock)
{
}

void PatientFormModel::begin()
{
    m_operation = QUuid::createUuid();
    ++m_search;
    m_similar.clear();
    Q_EMIT looked();
}

QMap<QString, QString> PatientFormModel::problems(const Patient &patient) const
{
    return texts(checkPatient(patient, m_clock.today()));
}

void PatientFormModel::lookForSimilar(const Patient &patient)
{
    const quint64 search = ++m_search;
    if (patient.familyName.isEmpty() || (!patient.birthDate.isValid() && patient.phone.isEmpty())) {
        m_similar.clear();
        Q_EMIT looked();
        return;
    }
    runTask(
        this,
        m_patients.similar(patient.familyName, patient.givenName, patient.birthDate, patient.phone),
        [this, search](const Result<QList<PatientMatch>> &similar) {
            if (search != m_search)
                return;
            if (similar)
                m_similar = *similar;
            Q_EMIT looked();
        });
}

void PatientFormModel::add(const Patient &patient)
{
    if (m_saving)
        return;
    m_saving = true;
    Q_EMIT savingChanged();
    runTask(this, m_patients.add(m_operation, patient), [this](const Result<Patient> &answer) {
        m_saving = false;
        Q_EMIT savingChanged();
        if (!answer) {
            onAnswer(answer.error());
            return;
        }
        PatientMatch match;
        match.id = answer->id;
        match.recordNumber = answer->recordNumber;
        match.familyName = answer->familyName;
        match.givenName = answer->givenName;
        match.birthDate = answer->birthDate;
        match.sex = answer->sex;
        match.phone = answer->phone;
        Q_EMIT added(match);
    });
}

void PatientFormModel::onAnswer(const Error &error)
{
    const auto *const details = error.as<ValidationDetails>();
    if (details && !details->fields.isEmpty())
        Q_EMIT refused(texts(*details));
    else
        Q_EMIT failed(error);
}

} // namespace ClinicDesk
