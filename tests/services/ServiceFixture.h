#pragma once

#include "database/Connection.h"
#include "database/TransactionManager.h"
#include "services/appointments/AppointmentRequests.h"
#include "support/PostgresFixture.h"

#include <QHash>
#include <QList>

namespace ClinicDesk {

/// A visit as a test wants it; `start` is today 11:00 and `room` 0 is none unless told.
struct Visit
{
    QString doctor = QStringLiteral("osei");
    int patient = 1; ///< 1 to 10
    int room = 0; ///< 1 to 4
    QDateTime start = PostgresFixture::at(11, 0);
    int minutes = 20;
};

/// What the suites of the services share: ids read once, visits made by the owner or as a person by
/// raw SQL.
class ServiceFixture : public PostgresFixture
{
protected:
    void SetUp() override;

    [[nodiscard]] qint64 doctor(const QString &login) const { return m_doctors.value(login); }
    [[nodiscard]] qint64 patient(int number) const { return m_patients.at(number - 1); }
    [[nodiscard]] qint64 room(int number) const { return m_rooms.at(number - 1); }

    /// Loaded by the owner, past the rules: any status, also in the past. The appointment's id.
    qint64 load(const QString &status, const Visit &visit = {}) const;
    /// INSERT ... RETURNING id, as load() writes it.
    [[nodiscard]] QString loadSql(const QString &status, const Visit &visit = {}) const;
    /// INSERT ... RETURNING id, status, source as a person writes it.
    [[nodiscard]] QString insertSql(const Visit &visit) const;
    [[nodiscard]] SqlOutcome insertAs(const QString &login, const Visit &visit) const;
    /// insertAs() that must succeed; the appointment's id.
    qint64 bookAs(const QString &login, const Visit &visit = {}) const;
    /// UPDATE app.appointment SET `assignments` of one row, returning its status.
    [[nodiscard]] SqlOutcome updateAs(const QString &login, qint64 id,
                                      const QString &assignments) const;
    /// `column` of one appointment, as text; empty for NULL.
    [[nodiscard]] QString valueOf(qint64 id, const QString &column) const;
    /// The first column of the first row as text.
    [[nodiscard]] QString textOf(const QString &ownerQuery) const;
    [[nodiscard]] BookRequest request(const Visit &visit = {}) const;
    /// As settings(), with a desk's id and name of its own: "Desk 1".
    [[nodiscard]] ConnectionSettings deskSettings(const QString &login, int desk) const;
    /// Every count of app.consistency() is zero.
    void expectConsistent() const;

    static QString literal(const QDateTime &time);
    /// Reads doctor(), patient() and room() again.
    void readIds();

private:
    QHash<QString, qint64> m_doctors;
    QList<qint64> m_patients;
    QList<qint64> m_rooms;
};

/// A session that stays open, for raw SQL; each run() is one transaction.
class OpenSession
{
public:
    explicit OpenSession(const ConnectionSettings &settings);
    [[nodiscard]] SqlOutcome run(const QString &sql);

private:
    Connection m_connection;
};

/// A desk's connection and transaction manager, for the synchronous operations; lives on one
/// thread.
class OperationDesk
{
public:
    explicit OperationDesk(const ConnectionSettings &settings);

private:
    Connection m_connection;

public:
    TransactionStatistics statistics;
    TransactionManager manager;
};

/// Refused with this SQLSTATE and, where given, this rule or constraint.
testing::AssertionResult refused(const SqlOutcome &outcome, const QString &sqlState,
                                 const QString &rule = {});
/// It worked and touched a row.
testing::AssertionResult done(const SqlOutcome &outcome);

} // namespace ClinicDesk
