#include "services/ServiceFixture.h"

#include "database/SqlError.h"

using namespace Qt::StringLiterals;

namespace ClinicDesk {

void ServiceFixture::SetUp()
{
    PostgresFixture::SetUp();
    readIds();
}

void ServiceFixture::readIds()
{
    m_doctors.clear();
    m_patients.clear();
    m_rooms.clear();
    const Rows rows = ownerSql(
        u"SELECT 'doctor', s.login, d.id FROM app.doctor d JOIN app.staff s ON s.id = d.staff_id "
        "UNION ALL SELECT 'patient', '', id FROM app.patient UNION ALL SELECT 'room', '', id FROM app.room ORDER BY 1, 3"_s);
    for (const Row &row : rows) {
        const QString kind = row.get<QString>(0);
        if (kind == "doctor"_L1)
            m_doctors.insert(row.get<QString>(1), row.get<qint64>(2));
        else
            (kind == "patient"_L1 ? m_patients : m_rooms).append(row.get<qint64>(2));
    }
}

QString ServiceFixture::literal(const QDateTime &time)
{
    return u"timestamptz '%1'"_s.arg(time.toUTC().toString(Qt::ISODateWithMs));
}

qint64 ServiceFixture::load(const QString &status, const Visit &visit) const
{
    return ownerSql(loadSql(status, visit)).value(0, Row({qint64(0)})).get<qint64>(0);
}

QString ServiceFixture::loadSql(const QString &status, const Visit &visit) const
{
    const QString sql
        = u"INSERT INTO app.appointment(doctor_id, patient_id, room_id, starts_at, ends_at, "
          u"status, "
          "source) VALUES (%1, %2, nullif(%3, 0), %4, %5, '%6', 'desk') RETURNING id"_s;
    return sql.arg(doctor(visit.doctor))
        .arg(patient(visit.patient))
        .arg(visit.room ? room(visit.room) : 0)
        .arg(literal(visit.start), literal(visit.start.addSecs(visit.minutes * 60)), status);
}

QString ServiceFixture::insertSql(const Visit &visit) const
{
    const QString sql
        = u"INSERT INTO app.appointment(doctor_id, patient_id, room_id, starts_at, ends_at) "
          "VALUES (%1, %2, nullif(%3, 0), %4, %5) RETURNING id, status, source"_s;
    return sql.arg(doctor(visit.doctor))
        .arg(patient(visit.patient))
        .arg(visit.room ? room(visit.room) : 0)
        .arg(literal(visit.start), literal(visit.start.addSecs(visit.minutes * 60)));
}

SqlOutcome ServiceFixture::insertAs(const QString &login, const Visit &visit) const
{
    return sqlAs(login, insertSql(visit));
}

qint64 ServiceFixture::bookAs(const QString &login, const Visit &visit) const
{
    const SqlOutcome outcome = insertAs(login, visit);
    EXPECT_TRUE(done(outcome));
    return outcome.rows.value(0, Row({qint64(0)})).get<qint64>(0);
}

SqlOutcome ServiceFixture::updateAs(const QString &login, qint64 id,
                                    const QString &assignments) const
{
    return sqlAs(
        login,
        u"UPDATE app.appointment SET %1 WHERE id = %2 RETURNING status"_s.arg(assignments).arg(id));
}

QString ServiceFixture::valueOf(qint64 id, const QString &column) const
{
    return textOf(u"SELECT (%1)::text FROM app.appointment WHERE id = %2"_s.arg(column).arg(id));
}

QString ServiceFixture::textOf(const QString &ownerQuery) const
{
    return ownerSql(ownerQuery).value(0, Row({QString()})).get<QString>(0);
}

void ServiceFixture::expectConsistent() const
{
    const Rows rows = ownerSql(u"SELECT rule, rows FROM app.consistency()"_s);
    EXPECT_GE(rows.size(), 14);
    for (const Row &row : rows)
        EXPECT_EQ(row.get<qint64>(1), 0) << qPrintable(row.get<QString>(0));
}

BookRequest ServiceFixture::request(const Visit &visit) const
{
    BookRequest request;
    request.operation = QUuid::createUuid();
    request.doctor = DoctorId {doctor(visit.doctor)};
    request.patient = PatientId {patient(visit.patient)};
    if (visit.room)
        request.room = RoomId {room(visit.room)};
    request.start = visit.start.toUTC();
    request.end = request.start.addSecs(visit.minutes * 60);
    return request;
}

ConnectionSettings ServiceFixture::deskSettings(const QString &login, int desk) const
{
    ConnectionSettings result = settings(login);
    result.deskName = u"Desk %1"_s.arg(desk);
    result.deskId = u"aaaaaaaa-0000-4000-8000-%1"_s.arg(desk, 12, 10, QChar(u'0'));
    return result;
}

OperationDesk::OperationDesk(const ConnectionSettings &settings)
    : m_connection(settings)
    , manager(m_connection, statistics)
{
    m_connection.open();
}

OpenSession::OpenSession(const ConnectionSettings &settings)
    : m_connection(settings)
{
    m_connection.open();
}

SqlOutcome OpenSession::run(const QString &sql)
{
    SqlOutcome outcome;
    try {
        const QList<Rows> results = m_connection.runScript(sql);
        if (!results.isEmpty())
            outcome.rows = results.constLast();
    } catch (const SqlError &error) {
        m_connection.rollback();
        outcome.sqlState = error.sqlState;
        outcome.constraint = error.constraint;
        outcome.message = error.message.isEmpty() ? u"failed"_s : error.message;
    }
    return outcome;
}

testing::AssertionResult refused(const SqlOutcome &outcome, const QString &sqlState,
                                 const QString &rule)
{
    if (outcome.sqlState == sqlState && (rule.isEmpty() || outcome.constraint == rule))
        return testing::AssertionSuccess();
    return testing::AssertionFailure()
        << "wanted " << qPrintable(sqlState) << ' ' << qPrintable(rule) << ", got "
        << (outcome.ok() ? "success" : qPrintable(outcome.sqlState)) << ' '
        << qPrintable(outcome.constraint) << ' ' << qPrintable(outcome.message);
}

testing::AssertionResult done(const SqlOutcome &outcome)
{
    if (!outcome.ok())
        return testing::AssertionFailure()
            << qPrintable(outcome.sqlState) << ' ' << qPrintable(outcome.constraint) << ' '
            << qPrintable(outcome.message);
    if (outcome.rows.isEmpty())
        return testing::AssertionFailure() << "no row was touched";
    return testing::AssertionSuccess();
}

} // namespace ClinicDesk
