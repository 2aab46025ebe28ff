#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QString>

namespace ClinicDesk {

/// What was measured of one thing, in its unit.
struct Samples
{
    QString bar; ///< number in the interaction design's list, or empty
    QString what;
    QString unit = QStringLiteral("ms");
    /// The bar: `limit` holds for this share of the samples (0.5, 0.95, 0.99); 0: for reading only.
    double limit = 0;
    double share = 0.95;
    QList<double> values = {};

    void add(double value) { values.append(value); }
    void add(const QElapsedTimer &timer) { values.append(double(timer.nsecsElapsed()) / 1e6); }
    /// Nearest rank; 0 without values.
    [[nodiscard]] double percentile(double share) const;
    [[nodiscard]] bool isMet() const
    {
        return limit <= 0 || (!values.isEmpty() && percentile(share) <= limit);
    }
};

/// All samples of a run, as a table for people and as JSON for scripts.
class Report
{
public:
    void add(const Samples &samples) { m_samples.append(samples); }
    /// A line about the run itself: machine, sizes.
    void note(const QString &text) { m_notes.append(text); }
    [[nodiscard]] QString table() const;
    [[nodiscard]] QByteArray json() const;
    [[nodiscard]] bool areAllMet() const;

private:
    QList<Samples> m_samples;
    QStringList m_notes;
};

} // namespace ClinicDesk
