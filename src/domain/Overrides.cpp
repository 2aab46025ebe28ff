#include "domain/Overrides.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

struct Overrides
{
    Q_DECLARE_TR_FUNCTIONS(Overrides)
};

QString words(QStringView rule)
{
    if (rule == "hours"_L1)
        return Overrides::tr("outside working hours");
    if (rule == "lead_time"_L1)
        return Overrides::tr("at shorter notice than the doctor asks for");
    if (rule == "horizon"_L1)
        return Overrides::tr("further ahead than the doctor's calendar is open");
    if (rule == "day_full"_L1)
        return Overrides::tr("above the doctor's most appointments a day");
    return rule.toString();
}

} // namespace

QString overrideWords(const QString &rules)
{
    QStringList all;
    for (const QString &rule : rules.split(u',', Qt::SkipEmptyParts))
        all << words(rule.trimmed());
    return all.join(u", "_s);
}

} // namespace ClinicDesk
