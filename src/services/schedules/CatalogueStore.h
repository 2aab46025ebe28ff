#pragma once

#include "database/Transaction.h"
#include "domain/Clinic.h"
#include "domain/Schedule.h"
#include "domain/Staff.h"

#include <QUuid>

#include <optional>

/// SQL and row mapping of what every desk chooses from: doctors, rooms, visit types, and of the
/// clinic itself; one statement each, on an open Transaction. What is written is returned as it is
/// stored; nothing where there was no row of this id and version to write.
namespace ClinicDesk::CatalogueStore {

QList<Doctor> doctors(Transaction &transaction, bool alsoInactive);
QList<Room> rooms(Transaction &transaction, bool alsoInactive);
QList<VisitType> visitTypes(Transaction &transaction, bool alsoInactive);

/// As this person's operation left it.
std::optional<Doctor> doctorOf(Transaction &transaction, const QUuid &operation);
std::optional<Room> roomOf(Transaction &transaction, const QUuid &operation);
std::optional<VisitType> visitTypeOf(Transaction &transaction, const QUuid &operation);

Doctor insert(Transaction &transaction, const Doctor &doctor);
std::optional<Doctor> update(Transaction &transaction, const Doctor &doctor);
Room insert(Transaction &transaction, const Room &room);
std::optional<Room> update(Transaction &transaction, const Room &room);
VisitType insert(Transaction &transaction, const VisitType &type);
std::optional<VisitType> update(Transaction &transaction, const VisitType &type);
/// Whatever version it is for a clinic whose version is not known.
bool update(Transaction &transaction, const Clinic &clinic);

} // namespace ClinicDesk::CatalogueStore
