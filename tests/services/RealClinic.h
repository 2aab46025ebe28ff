#pragma once

#include "services/ModelSteps.h"
#include "services/ServiceFixture.h"

#include <map>
#include <memory>

namespace ClinicDesk {

/// The program and its database, asked as ClinicModel is: one desk a person, whose connection stays
/// open, and the owner's session for the clock and for looking. Most desks also say how they see
/// the appointment, some wrongly: it must make no difference. Lives on one thread.
class RealClinic
{
public:
    using Settings = std::function<ConnectionSettings(const QString &login, int desk)>;

    RealClinic(const ModelClinic &clinic, const Settings &desk, const ConnectionSettings &owner);

    /// No appointment, no operation, and the clock as at the first step.
    void reset();
    [[nodiscard]] QString perform(const Step &step);
    /// As ClinicModel::state(), from the tables; and what app.consistency() finds.
    [[nodiscard]] QStringList state();

private:
    QString perform(const QString &who, const BookRequest &request);
    QString perform(const QString &who, StatusRequest request);
    QString perform(const QString &who, MoveRequest request);
    QString perform(const QString &who, CheckIn step);
    QString perform(const QString &who, Undo step);
    QString perform(const QString &who, const TakeHold &step);
    QString perform(const QString &who, const ReleaseHold &step);
    QString perform(const QString &who, const Wait &step);

    [[nodiscard]] TransactionManager &desk(const QString &who) { return m_desks.at(who)->manager; }
    Rows owner(const QString &sql);
    void setClock();
    [[nodiscard]] AppointmentId stored(AppointmentId number) const;
    [[nodiscard]] QString told(Appointment row) const;
    QString told(const QString &who, const Result<Appointment> &result);
    /// What a desk shows of it and of its last change; nothing for some, and what it was before or
    /// never has been for others.
    [[nodiscard]] std::optional<SeenChange> seen(AppointmentId id);
    [[nodiscard]] QStringList rows();
    [[nodiscard]] QStringList events();
    [[nodiscard]] QStringList operations();
    [[nodiscard]] QStringList holds();
    [[nodiscard]] QStringList inconsistencies();

    ModelClinic m_clinic;
    std::map<QString, std::unique_ptr<OperationDesk>> m_desks;
    OpenSession m_owner;
    QDateTime m_now;
    QHash<qint64, AppointmentId> m_ids; ///< by the number of the operation that booked it
    QHash<qint64, qint64> m_numbers; ///< and back
    struct Known
    {
        QString who;
        Appointment row;
    };
    QHash<qint64, QList<Known>> m_known; ///< by id, what each change left
    int m_looks = 0;
};

} // namespace ClinicDesk
