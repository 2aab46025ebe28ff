#pragma once

#include "ctl/Arguments.h"
#include "domain/Schedule.h"

namespace ClinicDesk::Ctl {

/// A range of a doctor's week as typed; what is not named stays as it is.
struct TypedHours
{
    QUuid operation;
    WeeklyHoursId id; ///< of "hours set"
    std::optional<int> version; ///< of "hours set": the one that was seen
    QString doctor; ///< of "hours add"
    std::optional<int> weekday;
    std::optional<QTime> from;
    std::optional<QTime> to; ///< 24:00 is an invalid QTime, as in WeeklyHours
    std::optional<int> slotMinutes;

    void applyTo(WeeklyHours &hours) const;
};

/// Leave or extra hours as typed; what is not named stays as it is.
struct TypedException
{
    QUuid operation;
    ScheduleExceptionId id; ///< of "exceptions set"
    std::optional<int> version; ///< of "exceptions set": the one that was seen
    QString doctor; ///< of "exceptions add"
    std::optional<ExceptionKind> kind;
    std::optional<TypedTime> start;
    std::optional<TypedTime> end;
    std::optional<int> slotMinutes;
    std::optional<QString> reason;

    /// ValidationFailed for a time that the zone's clock skips; `exception` may be half changed.
    [[nodiscard]] Result<bool> applyTo(ScheduleException &exception, const QTimeZone &zone) const;
};

struct TypedClosedDay
{
    QUuid operation;
    ClosedDay day;
    std::optional<int> version; ///< of "closed-days set": the one that was seen
};

/// A list's filter: days that are not named depend on today's.
struct ListRequest
{
    QString doctor; ///< empty: all
    std::optional<QDate> from;
    std::optional<QDate> to;
};

template<typename Key> struct Removal
{
    QUuid operation;
    Key key;
    std::optional<int> version; ///< the one that was seen
};

[[nodiscard]] Result<TypedHours> readNewHours(Arguments arguments);
[[nodiscard]] Result<TypedHours> readChangedHours(Arguments arguments);
[[nodiscard]] Result<Removal<WeeklyHoursId>> readHoursRemoval(Arguments arguments);
[[nodiscard]] Result<TypedException> readNewException(Arguments arguments);
[[nodiscard]] Result<TypedException> readChangedException(Arguments arguments);
[[nodiscard]] Result<Removal<ScheduleExceptionId>> readExceptionRemoval(Arguments arguments);
[[nodiscard]] Result<TypedClosedDay> readClosedDay(Arguments arguments);
[[nodiscard]] Result<Removal<QDate>> readClosedDayRemoval(Arguments arguments);
[[nodiscard]] Result<ListRequest> readList(Arguments arguments);

} // namespace ClinicDesk::Ctl
