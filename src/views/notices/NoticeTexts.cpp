#include "views/notices/NoticeTexts.h"

#include "domain/Patient.h"
#include "widgets/Format.h"

#include <QCoreApplication>

namespace ClinicDesk::NoticeTexts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(NoticeTexts)
};

} // namespace

QString request(const AppointmentRow &row, const QString &doctorName, const ClinicClock &clock)
{
    return Texts::tr("%1  %2, %3", "time, patient, doctor")
        .arg(Format::dateTime(row.appointment.start, clock.zone()),
             listName(row.familyName, row.givenName), doctorName);
}

QString ago(const QDateTime &at, const ClinicClock &clock)
{
    return Format::ago(at, clock.now(), clock.zone());
}

} // namespace ClinicDesk::NoticeTexts
