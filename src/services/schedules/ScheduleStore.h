#pragma once

#include "database/Transaction.h"
#include "domain/Clinic.h"
#include "domain/Load.h"
#include "domain/Schedule.h"
#include "domain/Staff.h"

#include <QUuid>

#include <optional>

/// SQL and row mapping of hours, exceptions and closed days, and of what is worked out from them;
/// one statement each, on an open Transaction. What is written is returned as it is stored;
/// nothing where there was no row of this id and version to write.
namespace ClinicDesk::ScheduleStore {

QList<WeeklyHours> weeklyHours(Transaction &transaction, DoctorId doctor);
QList<ScheduleException> exceptions(Transaction &transaction, DoctorId doctor, QDate from,
                                    QDate to);
QList<ClosedDay> closedDays(Transaction &transaction, QDate from, QDate to);
QList<OpenSpan> openSpans(Transaction &transaction, const QList<DoctorId> &doctors, QDate from,
                          QDate to);
QList<DoctorLoad> load(Transaction &transaction, QDate from, QDate to);

/// As this person's operation left it.
std::optional<WeeklyHours> hoursOf(Transaction &transaction, const QUuid &operation);
std::optional<ScheduleException> exceptionOf(Transaction &transaction, const QUuid &operation);
std::optional<ClosedDay> closedDayOf(Transaction &transaction, const QUuid &operation);

WeeklyHours insert(Transaction &transaction, const WeeklyHours &hours);
std::optional<WeeklyHours> update(Transaction &transaction, const WeeklyHours &hours);
bool remove(Transaction &transaction, const WeeklyHours &seen);
ScheduleException insert(Transaction &transaction, const ScheduleException &exception);
std::optional<ScheduleException> update(Transaction &transaction,
                                        const ScheduleException &exception);
bool remove(Transaction &transaction, const ScheduleException &seen);
ClosedDay insert(Transaction &transaction, const ClosedDay &day);
/// Its name.
std::optional<ClosedDay> update(Transaction &transaction, const ClosedDay &day);
bool remove(Transaction &transaction, const ClosedDay &seen);
/// The row of a closed day; 0 when the clinic is open.
qint64 closedDayId(Transaction &transaction, QDate day);

} // namespace ClinicDesk::ScheduleStore
