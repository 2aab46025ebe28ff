#pragma once

#include "ctl/Arguments.h"
#include "domain/Schedule.h"
#include "domain/Staff.h"

namespace ClinicDesk::Ctl {

/// A doctor's booking rules as typed; what is not named stays as it is.
struct TypedDoctor
{
    QUuid operation;
    QString key; ///< the login for "doctors add", else an id or login
    std::optional<QString> specialisation;
    std::optional<QString> licenceNumber;
    std::optional<QString> colour;
    std::optional<bool> acceptsAppointments;
    std::optional<bool> needsConfirmation;
    std::optional<bool> verified;
    std::optional<int> horizonDays;
    std::optional<int> leadMinutes;
    std::optional<int> bufferMinutes;
    std::optional<int> maxPerDay;
    std::optional<QDate> endDate;

    void applyTo(Doctor &doctor) const;
};

struct TypedRoom
{
    QUuid operation;
    RoomId id; ///< 0 adds
    std::optional<QString> name;
    std::optional<bool> active;
};

struct TypedVisitType
{
    QUuid operation;
    VisitTypeId id; ///< 0 adds
    std::optional<QString> name;
    std::optional<int> minutes;
    std::optional<QString> colour;
    std::optional<bool> kioskBookable;
    std::optional<bool> active;
};

struct TypedClinic
{
    QUuid operation;
    std::optional<QString> name;
    std::optional<QTimeZone> zone;
};

/// What a "list" shows.
struct Listing
{
    bool alsoInactive = false;
};

[[nodiscard]] Result<TypedDoctor> readNewDoctor(Arguments arguments);
[[nodiscard]] Result<TypedDoctor> readChangedDoctor(Arguments arguments);
[[nodiscard]] Result<TypedDoctor> readDoctorRemoval(Arguments arguments);
[[nodiscard]] Result<TypedRoom> readNewRoom(Arguments arguments);
[[nodiscard]] Result<TypedRoom> readChangedRoom(Arguments arguments);
[[nodiscard]] Result<TypedRoom> readRoomRemoval(Arguments arguments);
[[nodiscard]] Result<TypedVisitType> readNewVisitType(Arguments arguments);
[[nodiscard]] Result<TypedVisitType> readChangedVisitType(Arguments arguments);
[[nodiscard]] Result<TypedVisitType> readVisitTypeRemoval(Arguments arguments);
[[nodiscard]] Result<TypedClinic> readClinic(Arguments arguments);
[[nodiscard]] Result<Listing> readListing(Arguments arguments);

} // namespace ClinicDesk::Ctl
