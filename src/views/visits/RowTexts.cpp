#include "views/visits/RowTexts.h"

#include "domain/Patient.h"
#include "widgets/Format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ClinicDesk::RowTexts {

namespace {

/// Gives the texts their translation context.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(RowTexts)
};

} // namespace

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString length(const AppointmentRow &row)
{
    return Format::duration(
        static_cast<int>(row.appointment.start.secsTo(row.appointment.end) / 60));
}

QString when(const QDateTime &start, const ClinicClock &clock)
{
    const QDate day = clock.dayOf(start);
    const qint64 ahead = clock.today().daysTo(day);
    const QString dayText = ahead == 0 ? Words::tr("Today")
        : ahead == 1                   ? Words::tr("Tomorrow")
                                       : Format::dayAndDate(day);
    return joined({dayText, Format::time(start, clock.zone())});
}

QString nameAndAge(const AppointmentRow &row, const ClinicClock &clock)
{
    //: A patient's name and age in years: "KIM, Soo (41y)"
    return Words::tr("%1 (%2y)")
        .arg(listName(row.familyName, row.givenName),
             Format::isolated(QString::number(ageInYears(row.birthDate, clock.today()))));
}

QString visitDetail(const AppointmentRow &row)
{
    return joined({row.visitTypeName, length(row), row.roomName});
}

} // namespace ClinicDesk::RowTexts
