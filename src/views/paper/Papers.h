#pragma once

#include "domain/Patient.h"
#include "views/paper/CardDocument.h"
#include "views/paper/DayListDocument.h"

#include <functional>

namespace ClinicDesk {

struct AppointmentRow;
class Catalogue;
class ClinicClock;
class DayModel;

/// What is printed, made of what the models show just now. GUI thread.
namespace Papers {

/// What of a day or week is wanted on the list.
struct DayListChoice
{
    QString clinic;
    QDateTime asOf; ///< when the model's contents were true
    std::function<bool(DoctorId)> isShown; ///< asked of a day's doctors, not of a week's one
    bool withCancelled = false;
};

[[nodiscard]] DayList dayList(const DayModel &model, const ClinicClock &clock,
                              const DayListChoice &choice);
/// With those of `visits` that are to come; without a code.
[[nodiscard]] PatientCard card(const Patient &patient, const QList<AppointmentRow> &visits,
                               const Catalogue &catalogue, const ClinicClock &clock,
                               const QString &clinic);

} // namespace Papers

} // namespace ClinicDesk
