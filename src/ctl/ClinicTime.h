#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace ClinicDesk::Ctl {

/// The instant at which a wall clock of the zone shows this; nothing in a gap of the clock, the
/// first one where the clock shows it twice.
[[nodiscard]] std::optional<QDateTime> instantAt(QDate day, QTime time, const QTimeZone &zone);

/// The day's first instant, also where midnight does not exist.
[[nodiscard]] QDateTime startOfDay(QDate day, const QTimeZone &zone);

/// An ISO 8601 time as typed, before it is known which clinic's zone it is in.
struct TypedTime
{
    QDate day;
    QTime time;
    std::optional<int> offsetSeconds; ///< the one typed; none: the clinic's zone

    [[nodiscard]] static std::optional<TypedTime> parse(const QString &text);
    /// Nothing for a time that the zone's clock skips.
    [[nodiscard]] std::optional<QDateTime> at(const QTimeZone &zone) const;

    bool operator==(const TypedTime &) const = default;
};

/// With the zone's offset: "2026-11-24T10:20:00+01:00".
[[nodiscard]] QString isoText(const QDateTime &instant, const QTimeZone &zone);

} // namespace ClinicDesk::Ctl
