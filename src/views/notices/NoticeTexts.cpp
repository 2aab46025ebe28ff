#include "views/notices/NoticeTexts.h"

#include "domain/Patient.h"
#include "widgets/Format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ClinicDesk::NoticeTexts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(NoticeTexts)
};

QString moved(const Notification &news, const QString &whom, const ClinicClock &clock)
{
    const QString to = Format::dateTime(news.newStart, clock.zone());
    if (!news.sameDoctor)
        return Texts::tr("%1 moved %2 to %3, %4", "who, patient, time, doctor")
            .arg(news.who, whom, to, news.doctorName);
    if (news.oldStart && *news.oldStart == news.newStart)
        return Texts::tr("%1 changed the length or room of %2, %3", "who, patient, time")
            .arg(news.who, whom, to);
    return Texts::tr("%1 moved %2 to %3", "who, patient, time").arg(news.who, whom, to);
}

QString withReason(const QString &text, const QString &reason)
{
    return reason.isEmpty() ? text : Texts::tr("%1: %2", "what happened, reason").arg(text, reason);
}

} // namespace

QString of(const Notification &news, const ClinicClock &clock)
{
    const QString whom = news.familyName.isEmpty() ? Texts::tr("an appointment")
                                                   : listName(news.familyName, news.givenName);
    const QString when = Format::dateTime(news.newStart, clock.zone());
    const auto sentence = [&](const QString &pattern) { return pattern.arg(news.who, whom, when); };
    if (news.kind == "booked"_L1)
        return sentence(Texts::tr("%1 booked %2, %3", "who, patient, time"));
    if (news.kind == "moved"_L1)
        return moved(news, whom, clock);
    if (news.kind == "confirmed"_L1)
        return sentence(Texts::tr("%1 confirmed %2, %3", "who, patient, time"));
    if (news.kind == "rejected"_L1)
        return withReason(sentence(Texts::tr("%1 rejected %2, %3", "who, patient, time")),
                          news.reason);
    if (news.kind == "cancelled"_L1)
        return withReason(sentence(Texts::tr("%1 cancelled %2, %3", "who, patient, time")),
                          news.reason);
    if (news.kind == "checked_in"_L1)
        return sentence(Texts::tr("%1 checked %2 in, %3", "who, patient, time"));
    if (news.kind == "undone"_L1)
        return sentence(Texts::tr("%1 took a change of %2 back, %3", "who, patient, time"));
    return sentence(Texts::tr("%1 changed %2, %3", "who, patient, time"));
}

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
