#pragma once

#include "database/Connection.h"
#include "services/proof/BookingProof.h"

namespace ClinicDesk {

/// The scratch database of a proof and the login that books in it; both go with the object. Throws
/// SqlError and Refusal. Lives on one thread.
class ProofClinic
{
public:
    ProofClinic(const ConnectionSettings &superuser, const ProofOptions &options);
    ~ProofClinic();
    Q_DISABLE_COPY_MOVE(ProofClinic)

    /// As the login that books, from a desk of its own.
    [[nodiscard]] ConnectionSettings deskSettings(int desk) const;
    [[nodiscard]] const QList<DoctorId> &doctors() const { return m_doctors; }
    [[nodiscard]] const QList<PatientId> &patients() const { return m_patients; }
    [[nodiscard]] QString serverVersion();

    /// What is stored, and what is wrong with it, asked by the superuser.
    [[nodiscard]] QList<qint64> stored(const QString &table);
    [[nodiscard]] qint64 overlaps(const QString &table);
    [[nodiscard]] qint64 inconsistencies();
    /// The constraints, triggers, functions, policies and status table of the clinic's database
    /// that are not as they are here; nothing when there is no clinic.
    [[nodiscard]] std::optional<QStringList> differences();

private:
    void removeLeftovers();
    void requireRoom(int connections);
    void build(const ProofOptions &options);
    [[nodiscard]] ConnectionSettings inside() const;

    ConnectionSettings m_superuser;
    Connection m_maintenance;
    QString m_name; ///< of the database and the login
    QString m_password;
    std::unique_ptr<Connection> m_inside;
    QList<DoctorId> m_doctors;
    QList<PatientId> m_patients;
};

} // namespace ClinicDesk
