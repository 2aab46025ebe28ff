#pragma once

#include "services/ClinicModel.h"

#include <QRandomGenerator>

#include <functional>

namespace ClinicDesk {

/// Makes steps up, the same for the same seed. Looks at the model so that most are about something:
/// times that collide, visits that exist, moves that are nearly allowed.
class StepGenerator
{
public:
    StepGenerator(const ModelClinic &clinic, quint32 seed);

    [[nodiscard]] Step next(const ClinicModel &model);

private:
    [[nodiscard]] bool percent(int chance);
    template<typename T> [[nodiscard]] T oneOf(const QList<T> &choices);
    [[nodiscard]] QString anyone();
    [[nodiscard]] DoctorId anyDoctor();
    [[nodiscard]] std::optional<RoomId> anyRoom();
    [[nodiscard]] QDateTime anyStart(const ClinicModel &model);
    [[nodiscard]] QDateTime anyEnd(const QDateTime &start);
    [[nodiscard]] std::optional<RuleOverride> anyOverride();

    /// A visit, and the version the person saw of it; mostly one of the latest.
    struct Target
    {
        AppointmentId id;
        std::optional<int> version;
        const ModelChange *last = nullptr; ///< null: there is no such visit
    };
    /// What a visit should have come to last; not insisted on.
    using Wish = std::function<bool(const ModelChange &last)>;
    [[nodiscard]] Target anyVisit(const ClinicModel &model, const Wish &wish);
    /// Mostly who has a right to it.
    [[nodiscard]] QString someoneFor(const Target &target);

    Step book(const ClinicModel &model);
    Step status(const ClinicModel &model);
    Step move(const ClinicModel &model);
    Step moveBack(const ClinicModel &model);
    Step checkIn(const ClinicModel &model);
    Step undo(const ClinicModel &model);
    Step hold(const ClinicModel &model);
    Step repeat(const ClinicModel &model);
    Step wait(const ClinicModel &model);

    ModelClinic m_clinic;
    QRandomGenerator m_random;
    int m_operations = 0;
    QList<Step> m_asked; ///< what may be repeated
    QList<QDateTime> m_starts; ///< what may be wanted by another, too
};

} // namespace ClinicDesk
