#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QString>

#include <optional>

namespace ClinicDesk {

/// What was measured of one thing, in its unit.
struct Samples
{
    QString bar; ///< number in the interaction design's list, or empty
    QString what;
    QString unit = QStringLiteral("ms");
    /// The bar: `limit` holds for this share of the samples (0.5, 0.95, 0.99, 1); none: for reading
    /// only.
    std::optional<double> limit = {};
    double share = 0.95;
    QList<double> values = {};
    bool isAtLeast = false; ///< the limit is one from below

    void add(double value) { values.append(value); }
    void add(const QElapsedTimer &timer) { values.append(double(timer.nsecsElapsed()) / 1e6); }
    /// Nearest rank; 0 without values.
    [[nodiscard]] double percentile(double share) const;
    [[nodiscard]] bool isMet() const
    {
        if (!limit)
            return true;
        const double reached = percentile(share);
        return !values.isEmpty() && (isAtLeast ? reached >= *limit : reached <= *limit);
    }
};

/// All samples of a run, as a table for people and as JSON for scripts.
class Report
{
public:
    void add(const Samples &samples) { m_samples.append(samples); }
    /// Something counted once, that may be `limit` at most.
    void count(const QString &bar, const QString &what, const QString &unit, double value,
               std::optional<double> limit)
    {
        add({bar, what, unit, limit, 1, {value}});
    }
    /// A line about the run itself: machine, sizes, what a figure stands for.
    void note(const QString &text) { m_notes.append(text); }
    [[nodiscard]] QString table() const;
    [[nodiscard]] QByteArray json() const;
    [[nodiscard]] bool areAllMet() const;

private:
    QList<Samples> m_samples;
    QStringList m_notes;
};

} // namespace ClinicDesk
