#pragma once

#include "database/ConnectionSettings.h"
#include "database/Rows.h"

#include <gtest/gtest.h>

#include <QDateTime>
#include <QString>

namespace ClinicDesk {

/// What one message of raw SQL came to: the last statement's rows, or the error's codes.
struct SqlOutcome
{
    Rows rows;
    QString sqlState; ///< empty on success
    QString constraint; ///< the constraint's or rule's name
    QString message;

    [[nodiscard]] bool ok() const { return sqlState.isEmpty() && message.isEmpty(); }
};

/// A real PostgreSQL: one throw-away cluster a test process, started at the first use and ended
/// with it, and a database of its own for each test, cloned from a template (schema +
/// tests/support/fixture.sql).
///
/// Logins, all with the password "secret": ana, ben (receptionists), osei, lindqvist, ba (doctors),
/// admin (administrator), kiosk, display. It is Tuesday 24 November 2026, 10:07 in Europe/Berlin
/// when a test begins, and the clinic's clock goes on from there.
class PostgresFixture : public testing::Test
{
public:
    /// Made by the bootstrap, never connected to.
    static QString templateDatabase();
    static QString password();
    /// The moment at which each test begins.
    static QDateTime startOfTest();
    /// This clinic's local time of the test day, e.g. at(11, 20), or of another day.
    static QDateTime at(int hour, int minute, const QDate &day = QDate(2026, 11, 24));

    [[nodiscard]] QString database() const { return m_database; }
    [[nodiscard]] int port() const;

    /// As a person or device, through the socket.
    [[nodiscard]] ConnectionSettings settings(const QString &login) const;
    /// Acts as clinic_owner: may load what the rules would refuse (appointments in the past).
    [[nodiscard]] ConnectionSettings ownerSettings() const;
    [[nodiscard]] ConnectionSettings superuserSettings() const;

    /// Raw SQL in a session of its own; several statements are one transaction. A failure fails the
    /// test.
    Rows ownerSql(const QString &sql) const;
    Rows superuserSql(const QString &sql) const;
    /// The same as this person; a failure is the outcome.
    [[nodiscard]] SqlOutcome sqlAs(const QString &login, const QString &sql) const;

    [[nodiscard]] qint64 doctorId(const QString &login) const;
    [[nodiscard]] qint64 patientId(int number) const; ///< 1 to 10
    [[nodiscard]] qint64 roomId(int number) const; ///< 1 to 4
    [[nodiscard]] qint64 visitTypeId(int number) const; ///< 1 to 3

    void setClinicNow(const QDateTime &now) const;
    /// The clinic's clock stands still: each change from here on happens in the same millisecond.
    void freezeClinicNow(const QDateTime &now = startOfTest()) const;
    [[nodiscard]] QDateTime clinicNow() const;

protected:
    static void SetUpTestSuite();
    void SetUp() override;
    void TearDown() override;

private:
    [[nodiscard]] qint64 idOf(const QString &sql) const;

    QString m_database;
};

} // namespace ClinicDesk
