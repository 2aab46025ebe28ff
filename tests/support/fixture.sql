-- A small clinic for tests. Run by a superuser in the template database.
DO $$
DECLARE
    login record;
BEGIN
    FOR login IN SELECT * FROM (VALUES
            ('ana', 'clinic_reception'), ('ben', 'clinic_reception'), ('osei', 'clinic_doctor'),
            ('lindqvist', 'clinic_doctor'), ('ba', 'clinic_doctor'), ('admin', 'clinic_admin'),
            ('kiosk', 'clinic_kiosk'), ('display', 'clinic_display')) AS l(name, member_of) LOOP
        EXECUTE format('CREATE ROLE %I LOGIN INHERIT PASSWORD %L', login.name, 'secret');
        EXECUTE format('GRANT %I TO %I', login.member_of, login.name);
    END LOOP;
END
$$;

SET ROLE clinic_owner;

-- A clock that tests set: seconds ahead of the server's.
CREATE TABLE app.test_clock (one boolean PRIMARY KEY DEFAULT true CHECK (one), ahead interval NOT NULL);
INSERT INTO app.test_clock (ahead) VALUES (timestamptz '2026-11-24 10:07 Europe/Berlin' - now());
CREATE OR REPLACE FUNCTION app.clinic_now() RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (SELECT date_trunc('milliseconds', now() + ahead) FROM app.test_clock);

UPDATE app.setting SET clinic_name = 'Lakeside Clinic', time_zone = 'Europe/Berlin';

INSERT INTO app.staff (login, display_name, role) VALUES
    ('ana', 'Ana Ruiz', 'receptionist'),
    ('ben', 'Ben Cole', 'receptionist'),
    ('osei', 'Dr Osei', 'doctor'),
    ('lindqvist', 'Dr Lindqvist', 'doctor'),
    ('ba', 'Dr Ba', 'doctor'),
    ('admin', 'Ada Admin', 'administrator');

INSERT INTO app.doctor (staff_id, specialisation, licence_number, needs_confirmation, verified)
    SELECT s.id, v.specialisation, v.licence, v.confirms, true
    FROM (VALUES ('osei', 'General practice', 'L-1001', true),
                 ('lindqvist', 'General practice', 'L-1002', false),
                 ('ba', 'Cardiology', 'L-1003', true)) AS v(login, specialisation, licence, confirms)
    JOIN app.staff s ON s.login = v.login ORDER BY v.licence;

INSERT INTO app.weekly_hours (doctor_id, weekday, from_time, to_time, slot_minutes)
    SELECT d.id, day, span.from_time, span.to_time, 20
    FROM app.doctor d, generate_series(1, 7) AS day,
        (VALUES (time '08:00', time '12:00'), (time '13:00', time '18:00')) AS span(from_time, to_time)
    ORDER BY d.id, day, span.from_time;

INSERT INTO app.room (name) VALUES ('Room 1'), ('Room 2'), ('Room 3'), ('Room 4');

INSERT INTO app.visit_type (name, minutes, colour, kiosk_bookable) VALUES
    ('Check-up', 20, '#2f855a', true), ('Long visit', 40, '#b7791f', false), ('Vaccination', 10, '#2b6cb0', true);

INSERT INTO app.patient (family_name, given_name, birth_date, sex, phone) VALUES
    ('Kim', 'Soo', '1985-05-03', 'female', '+49 30 5550 4417'),
    ('Diaz', 'Mia', '1990-02-14', 'female', '+49 30 5550 1122'),
    ('Svensson', 'Anna', '1978-11-30', 'female', '+49 30 5550 2233'),
    ('Roy', 'Paul', '1970-01-02', 'male', '+49 30 5550 3344'),
    ('Abe', 'Tomo', '2001-08-19', 'male', '+49 30 5550 4455'),
    ('Li', 'Wei', '1966-04-21', 'male', '+49 30 5550 5566'),
    ('O''Brien', 'Seán', '1959-12-24', 'male', '+49 30 5550 6677'),
    ('Müller', 'Jürgen', '1982-07-07', 'male', '+49 30 5550 7788'),
    ('Kim', 'Sue', '1985-05-03', 'female', '+49 30 5550 8899'),
    ('Okafor', 'Chidi', '1995-09-10', 'other', NULL);

ANALYZE;
RESET ROLE;
