#pragma once

#include "database/Transaction.h"
#include "domain/Clinic.h"
#include "domain/Load.h"
#include "domain/Schedule.h"
#include "domain/Staff.h"

#include <optional>

namespace ClinicDesk::ScheduleStore {

/// SQL and row mapping of doctors, hours, rooms and visit types; one statement each, on an open
/// Transaction.

QList<Doctor> doctors(Transaction &transaction, bool alsoInactive);
QList<Room> rooms(Transaction &transaction, bool alsoInactive);
QList<VisitType> visitTypes(Transaction &transaction, bool alsoInactive);
QList<WeeklyHours> weeklyHours(Transaction &transaction, DoctorId doctor);
QList<ScheduleException> exceptions(Transaction &transaction, DoctorId doctor, QDate from,
                                    QDate to);
QList<ClosedDay> closedDays(Transaction &transaction, QDate from, QDate to);
QList<OpenSpan> openSpans(Transaction &transaction, const QList<DoctorId> &doctors, QDate from,
                          QDate to);

QList<DoctorLoad> load(Transaction &transaction, QDate from, QDate to);
DoctorId insertDoctor(Transaction &transaction, const Doctor &doctor);
bool updateDoctor(Transaction &transaction, const Doctor &doctor);
RoomId insertRoom(Transaction &transaction, const Room &room);
bool updateRoom(Transaction &transaction, const Room &room);
VisitTypeId insertVisitType(Transaction &transaction, const VisitType &type);
bool updateVisitType(Transaction &transaction, const VisitType &type);
WeeklyHoursId insertWeeklyHours(Transaction &transaction, const WeeklyHours &hours);
bool removeWeeklyHours(Transaction &transaction, WeeklyHoursId id);
ScheduleExceptionId insertException(Transaction &transaction, const ScheduleException &exception);
bool removeException(Transaction &transaction, ScheduleExceptionId id);
void insertClosedDay(Transaction &transaction, const ClosedDay &day);
bool removeClosedDay(Transaction &transaction, QDate day);
bool updateClinic(Transaction &transaction, const Clinic &clinic);

} // namespace ClinicDesk::ScheduleStore
