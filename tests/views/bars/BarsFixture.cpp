#include "views/bars/BarsFixture.h"

#include "views/bars/EventWait.h"
#include "views/login/LoginDialog.h"
#include "views/reception/ReceptionDesk.h"

#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace ClinicDesk {

void BarsFixture::TearDown()
{
    endProgram();
    ServiceFixture::TearDown();
}

void BarsFixture::fillDay()
{
    ownerSql(uR"(
INSERT INTO app.staff(login, display_name, role)
    SELECT 'doc' || n, 'Dr Featherstonehaugh-' || n, 'doctor' FROM generate_series(1, %1) n;
INSERT INTO app.doctor(staff_id, licence_number, verified)
    SELECT id, login, true FROM app.staff WHERE login LIKE 'doc%';
INSERT INTO app.weekly_hours(doctor_id, weekday, from_time, to_time, slot_minutes)
    SELECT d.id, w, '08:00', '19:00', 15 FROM app.doctor d, generate_series(1, 7) w
    WHERE d.licence_number LIKE 'doc%';
INSERT INTO app.patient(family_name, given_name, birth_date)
    SELECT (ARRAY['Vandenberghe', 'Ng', 'Papadopoulou', 'Li'])[1 + n % 4] || '-' || n, 'Given' || n, '1980-01-01'
    FROM generate_series(0, %1 * %2 + 3 * %2 - 1) n;
WITH p AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM app.patient WHERE given_name LIKE 'Given%'),
     d AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM app.doctor),
     t AS (SELECT min(id) AS id FROM app.visit_type)
INSERT INTO app.appointment(doctor_id, patient_id, visit_type_id, starts_at, ends_at, status, source)
    SELECT d.id, p.id, t.id, begins, begins + interval '15 minutes',
           CASE WHEN v < 8 THEN (ARRAY['completed', 'no_show', 'completed'])[1 + v % 3]
                WHEN v = 8 THEN 'in_progress' ELSE (ARRAY['pending', 'confirmed', 'confirmed'])[1 + v % 3] END, 'desk'
    FROM d, generate_series(0, %2 - 1) v, t, p,
         LATERAL (SELECT timestamptz '2026-11-24 08:00 Europe/Berlin' + v * interval '15 minutes' AS begins) b
    WHERE p.n = d.n * %2 + v;
ANALYZE)"_s.arg(fullDoctors - 3)
                 .arg(fullVisits));
}

void BarsFixture::startProgram(const QString &host, int port)
{
    Options options;
    options.server = ConnectionSettings();
    options.server->host = host;
    options.server->port = QString::number(port);
    options.server->database = database();
    options.deskName = u"Desk 1"_s;
    m_program = std::make_unique<ClinicApplication>(options, m_settings);
    m_program->theme().applyTo(*qApp);
    ASSERT_TRUE(m_program->start());
}

QMainWindow *BarsFixture::signIn(const QString &login)
{
    if (!waitUntil([] { return shown<LoginDialog>() && shown<LoginDialog>()->isActiveWindow(); }))
        return nullptr;
    const auto isAt = [](const char *name) {
        return waitUntil([name] { return ReceptionDesk::focus() == QLatin1StringView(name); });
    };
    if (!isAt("nameEdit"))
        return nullptr;
    ReceptionDesk::type(login);
    ReceptionDesk::key(Qt::Key_Tab);
    if (!isAt("passwordEdit"))
        return nullptr;
    ReceptionDesk::type(password());
    ReceptionDesk::key(Qt::Key_Return);
    (void)waitUntil([] { return shown<QMainWindow>() && shown<QMainWindow>()->isActiveWindow(); });
    return shown<QMainWindow>();
}

void BarsFixture::endProgram()
{
    m_program.reset();
}

} // namespace ClinicDesk
