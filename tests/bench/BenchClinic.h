#pragma once

#include "database/Connection.h"
#include "database/PrivateServer.h"
#include "domain/Id.h"

#include <QDate>
#include <QTemporaryDir>

#include <memory>

namespace ClinicDesk {

/// A clinic of 20 doctors on a private server of its own, thrown away at the end: demo patients and
/// history, open from 6:00 to 20:00 each day in slots of 15 minutes. Its clock says 9:35 of a day
/// with 40 visits a doctor, from 6:00 to 16:00 in all statuses; the next day is as full, the later
/// ones are empty. Durable (fsync) like a real one. Blocks; lives on the main thread.
class BenchClinic
{
public:
    static constexpr int doctorCount = 20;
    static constexpr int visitsADoctor = 40;
    static constexpr int requestCount = 60;

    /// Throws std::runtime_error or SqlError.
    BenchClinic(int patients, int history);
    Q_DISABLE_COPY_MOVE(BenchClinic)

    /// This login from a desk of its own.
    [[nodiscard]] ConnectionSettings settings(const QString &login) const;
    /// As the clinic's owner, past the rules.
    Rows ownerSql(const QString &sql);
    /// That many completed visits before today, as full days, without their history: for its size
    /// only. Past all rules, so in minutes even for millions.
    void addPast(int appointments);
    /// The clinic's present day; it and the next one are full.
    [[nodiscard]] QDate today() const { return m_today; }
    /// Nothing is booked from here on.
    [[nodiscard]] QDate emptyDay() const { return m_today.addDays(60); }
    /// Where visits() end: doctors are free from here to 20:00.
    [[nodiscard]] QDateTime afternoon() const { return slot(m_today, visitsADoctor); }
    /// 06:00 and so many slots of 15 minutes later, going on the next day after 20:00.
    [[nodiscard]] QDateTime slot(QDate from, int number) const;
    [[nodiscard]] const QList<DoctorId> &doctors() const { return m_doctors; }
    /// The first of them, 2000 at most; `doctorCount * visitsADoctor` have a visit today and
    /// tomorrow.
    [[nodiscard]] const QList<PatientId> &patients() const { return m_patients; }
    /// Rules of app.consistency() that rows break, with how many.
    [[nodiscard]] QStringList inconsistencies();
    /// New people with names of their own, to be searched for: "Quellaa Bench".
    [[nodiscard]] QString searchablePatient(int number) const;

private:
    void setClock();
    void openHours();
    void fillDays();
    void addRequests();
    void addSearchable();

    QTemporaryDir m_folder;
    std::unique_ptr<PrivateServer> m_server;
    std::unique_ptr<Connection> m_owner;
    QDate m_today;
    QList<DoctorId> m_doctors;
    QList<PatientId> m_patients;
};

} // namespace ClinicDesk
