#include "services/schedules/CatalogueOperations.h"

#include "services/RecordState.h"
#include "services/RecordedWrite.h"
#include "services/schedules/CatalogueStore.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk::CatalogueOperations {

namespace {

// The version is no part: whoever read the row anew to ask again asks for the same.

QStringList parts(const Doctor &d)
{
    return partsOf(d.id, d.staffId, d.specialisation, d.licenceNumber, d.colour,
                   d.acceptsAppointments, d.needsConfirmation, d.verified, d.horizonDays,
                   d.leadMinutes, d.bufferMinutes, d.maxPerDay, d.endDate);
}

QStringList parts(const Room &room)
{
    return partsOf(room.id, room.name, room.active);
}

QStringList parts(const VisitType &type)
{
    return partsOf(type.id, type.name, type.minutes, type.colour, type.kioskBookable, type.active);
}

template<typename T> T updated(Transaction &t, const T &wanted, const QString &entity)
{
    if (std::optional<T> stored = CatalogueStore::update(t, wanted))
        return *std::move(stored);
    refuseUnwritten(t, entity, wanted.id.value, wanted.version);
}

} // namespace

Result<Doctor> addDoctor(TransactionManager &manager, const QUuid &id, const Doctor &doctor)
{
    return recordedWrite<Doctor>(
        manager, operationOf(id, u"doctor-add"_s, parts(doctor)),
        [&doctor](Transaction &t) { return CatalogueStore::insert(t, doctor); },
        &CatalogueStore::doctorOf);
}

Result<Doctor> setDoctor(TransactionManager &manager, const QUuid &id, const Doctor &doctor)
{
    return recordedWrite<Doctor>(
        manager, operationOf(id, u"doctor-set"_s, parts(doctor)),
        [&doctor](Transaction &t) {
            t.lockRow(LockRank::Doctor, doctor.id.value);
            return updated(t, doctor, u"doctor"_s);
        },
        &CatalogueStore::doctorOf);
}

Result<Room> saveRoom(TransactionManager &manager, const QUuid &id, const Room &room)
{
    return recordedWrite<Room>(
        manager, operationOf(id, u"room-save"_s, parts(room)),
        [&room](Transaction &t) {
            if (!room.id.isValid())
                return CatalogueStore::insert(t, room);
            t.lockRow(LockRank::Room, room.id.value);
            return updated(t, room, u"room"_s);
        },
        &CatalogueStore::roomOf);
}

Result<VisitType> saveVisitType(TransactionManager &manager, const QUuid &id, const VisitType &type)
{
    return recordedWrite<VisitType>(
        manager, operationOf(id, u"visit-type-save"_s, parts(type)),
        [&type](Transaction &t) {
            return type.id.isValid() ? updated(t, type, u"visit_type"_s)
                                     : CatalogueStore::insert(t, type);
        },
        &CatalogueStore::visitTypeOf);
}

Result<bool> setClinic(TransactionManager &manager, const QUuid &id, const Clinic &clinic)
{
    return manager.run<bool>(
        operationOf(id, u"clinic-set"_s,
                    partsOf(clinic.name, QString::fromLatin1(clinic.zone.id()))),
        [&clinic](Transaction &t) {
            if (!CatalogueStore::update(t, clinic))
                refuseUnwritten(t, u"setting"_s, 0, clinic.version);
            return true;
        },
        [](Transaction &) { return true; });
}

Doctor doctorByKey(Transaction &t, const QString &key)
{
    bool isId = false;
    const qint64 id = key.toLongLong(&isId);
    return theOne(CatalogueStore::doctors(t, true),
                  [&](const Doctor &d) { return isId ? d.id.value == id : d.login == key; });
}

} // namespace ClinicDesk::CatalogueOperations
