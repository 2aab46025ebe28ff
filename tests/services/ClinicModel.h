#pragma once

#include "services/ModelSteps.h"

#include <QMap>

namespace ClinicDesk {

/// One version of an appointment: what made it so, and the row.
struct ModelChange
{
    QString kind; ///< as in the history: "booked", "moved", ...
    QString who;
    QDateTime at;
    Appointment after;
};

/// Requirements sections 3 and 4 in memory, written apart from the SQL: perform() says what must
/// come of a step, as describe() puts it, and takes it. First refusal wins, in the required order.
class ClinicModel
{
public:
    explicit ClinicModel(const ModelClinic &clinic);

    /// The row as it is then, "kept until ...", "released", the new time, or the refusal.
    [[nodiscard]] QString perform(const Step &step);

    /// All it holds, a line each: rows, their history, what each operation left, holds.
    [[nodiscard]] QStringList state() const;

    [[nodiscard]] QDateTime now() const { return m_now; }
    /// Each appointment's versions, oldest first.
    [[nodiscard]] const QMap<qint64, QList<ModelChange>> &visits() const { return m_visits; }

private:
    struct Hold
    {
        DoctorId doctor;
        Stretch kept;
        QDateTime until;
    };
    struct Recorded
    {
        Step request;
        QString result;
    };
    struct Refused
    {
        QString text;
    };

    [[noreturn]] static void refuse(ErrorKind kind, const QString &rule = {});

    QString perform(const QString &who, const BookRequest &request);
    QString perform(const QString &who, const StatusRequest &request);
    QString perform(const QString &who, const MoveRequest &request);
    QString perform(const QString &who, const CheckIn &step);
    QString perform(const QString &who, const Undo &step);
    QString perform(const QString &who, const TakeHold &step);
    QString perform(const QString &who, const ReleaseHold &step);
    QString perform(const QString &who, const Wait &step);

    [[nodiscard]] std::optional<QString> firstResult(const Step &step) const;
    [[nodiscard]] const Appointment &visible(const QString &who, AppointmentId id,
                                             std::optional<int> version) const;
    [[nodiscard]] bool takesBack(const QString &who, const Appointment &wanted) const;
    QString takeBack(const QString &who, AppointmentId id);
    QString change(const QString &kind, const QString &who, Appointment row);
    QString moveTo(const QString &who, const Appointment &row, Appointment wanted,
                   const std::optional<RuleOverride> &override);
    void setFacts(Appointment &row) const;

    [[nodiscard]] bool overrides(const QString &who, const std::optional<RuleOverride> &override,
                                 QLatin1StringView rule) const;
    void checkRules(const QString &who, const Appointment &wanted,
                    const std::optional<RuleOverride> &override) const;
    void checkHours(const Appointment &wanted) const;
    void checkOverlaps(DoctorId doctor, const Stretch &time, const Appointment *wanted) const;
    void checkHolds(const QString &who, DoctorId doctor, const Stretch &time) const;
    void checkOneInProgress(const Appointment &wanted) const;
    [[nodiscard]] bool isOver(const Appointment &wanted) const;
    [[nodiscard]] int visitsThatDay(const Appointment &wanted) const;

    ModelClinic m_clinic;
    QDateTime m_now;
    QMap<qint64, QList<ModelChange>> m_visits;
    QHash<QString, Hold> m_holds; ///< one a person: each has one desk
    QHash<int, Recorded> m_operations;
};

} // namespace ClinicDesk
