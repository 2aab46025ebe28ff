#include "app/Desks.h"

#include "models/DoctorModels.h"
#include "models/ReceptionModels.h"
#include "views/doctor/DoctorWindow.h"
#include "views/reception/ReceptionWindow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

namespace {

OpenedDesk openReception(Services &services, const Session &session, QSettings &settings)
{
    auto models = std::make_unique<ReceptionModels>(services, session);
    models->deskView().attach(settings);
    OpenedDesk desk;
    desk.window = std::make_unique<ReceptionWindow>(*models);
    desk.start = [&models = *models] { models.start(); };
    desk.models = std::move(models);
    return desk;
}

OpenedDesk openPractice(Services &services, const Session &session, QSettings &)
{
    auto models = std::make_unique<DoctorModels>(services, session);
    OpenedDesk desk;
    desk.window = std::make_unique<DoctorWindow>(*models);
    desk.start = [&models = *models] { models.load(); };
    desk.models = std::move(models);
    return desk;
}

} // namespace

QList<Desk> allDesks()
{
    return {
        {.role = StaffRole::Receptionist, .key = u"reception"_s, .open = openReception},
        {.role = StaffRole::Doctor, .key = u"doctor"_s, .open = openPractice},
        {.role = StaffRole::Administrator, .key = u"reception"_s, .open = openReception},
    };
}

const Desk *findDesk(const QList<Desk> &desks, const Session &session)
{
    const auto desk = std::find_if(desks.cbegin(), desks.cend(), [&](const Desk &one) {
        const auto *role = std::get_if<StaffRole>(&one.role);
        return role ? session.staff() && session.staff()->role == *role
                    : session.device() && session.device()->kind == std::get<DeviceKind>(one.role);
    });
    return desk == desks.cend() ? nullptr : &*desk;
}

} // namespace ClinicDesk
