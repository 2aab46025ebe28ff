#include "bench/Report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

QString goalOf(const Samples &samples)
{
    if (!samples.limit)
        return {};
    const QString place = samples.share >= 1 ? u"max"_s : u"p%1"_s.arg(qRound(samples.share * 100));
    return u"%1 %2 %3"_s.arg(place, samples.isAtLeast ? u">="_s : u"<="_s).arg(*samples.limit);
}

QString verdictOf(const Samples &samples)
{
    return !samples.limit ? QString() : samples.isMet() ? u"met"_s : u"MISSED"_s;
}

} // namespace

double Samples::percentile(double wanted) const
{
    if (values.isEmpty())
        return 0;
    QList<double> sorted = values;
    std::ranges::sort(sorted);
    const auto rank = static_cast<qsizetype>(std::ceil(wanted * double(sorted.size())));
    return sorted.at(std::clamp<qsizetype>(rank - 1, 0, sorted.size() - 1));
}

QString Report::table() const
{
    const QString line = u"%1 %2 %3 %4 %5 %6 %7 %8  %9 "_s;
    QString text = m_notes.join(u'\n') + u"\n\n"_s;
    text += line.arg(u"bar"_s, -4)
                .arg(u"what"_s, -68)
                .arg(u"unit"_s, -10)
                .arg(u"n"_s, 6)
                .arg(u"p50"_s, 8)
                .arg(u"p95"_s, 8)
                .arg(u"p99"_s, 8)
                .arg(u"max"_s, 8)
                .arg(u"goal"_s, -11)
        + u"met\n"_s;
    for (const Samples &samples : m_samples) {
        text += line.arg(samples.bar, -4)
                    .arg(samples.what, -68)
                    .arg(samples.unit, -10)
                    .arg(samples.values.size(), 6)
                    .arg(number(samples.percentile(0.5)), 8)
                    .arg(number(samples.percentile(0.95)), 8)
                    .arg(number(samples.percentile(0.99)), 8)
                    .arg(number(samples.percentile(1)), 8)
                    .arg(goalOf(samples), -11)
            + verdictOf(samples) + u'\n';
    }
    return text;
}

QByteArray Report::json() const
{
    QJsonArray rows;
    for (const Samples &samples : m_samples) {
        rows.append(
            QJsonObject {{u"bar"_s, samples.bar},
                         {u"what"_s, samples.what},
                         {u"unit"_s, samples.unit},
                         {u"n"_s, samples.values.size()},
                         {u"p50"_s, samples.percentile(0.5)},
                         {u"p95"_s, samples.percentile(0.95)},
                         {u"p99"_s, samples.percentile(0.99)},
                         {u"max"_s, samples.percentile(1)},
                         {u"limit"_s, samples.limit ? QJsonValue(*samples.limit) : QJsonValue()},
                         {u"share"_s, samples.share},
                         {u"goal"_s, goalOf(samples)},
                         {u"met"_s, samples.isMet()}});
    }
    return QJsonDocument(
               QJsonObject {{u"notes"_s, QJsonArray::fromStringList(m_notes)}, {u"rows"_s, rows}})
        .toJson();
}

bool Report::areAllMet() const
{
    return std::ranges::all_of(m_samples, [](const Samples &samples) { return samples.isMet(); });
}

} // namespace ClinicDesk
