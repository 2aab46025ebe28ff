-- A believable clinic: settings, rooms, visit types, doctors' rules, hours and exceptions. Run as
-- clinic_owner in an empty clinic whose doctors have logins; the options are session settings demo.*.
UPDATE app.setting SET clinic_name = 'Lakeside Clinic', time_zone = current_setting('demo.zone');

CREATE TEMP TABLE demo_option AS
    SELECT current_setting('demo.seed')::bigint AS seed, current_setting('demo.patients')::int AS patients,
           current_setting('demo.appointments')::int AS wanted, app.clinic_now() AS now_at,
           app.clinic_zone() AS zone, app.clinic_day(app.clinic_now()) AS today;

INSERT INTO app.visit_type(name, minutes, colour, kiosk_bookable) VALUES
    ('Check-up', 20, '#0b66b2', true), ('Follow-up', 20, '#2e7d32', true),
    ('Vaccination', 10, '#8a5a00', true), ('Long consultation', 40, '#7b3fa0', false);

INSERT INTO app.doctor(staff_id, specialisation, licence_number, needs_confirmation, verified, colour, max_per_day)
    SELECT s.id, (ARRAY['General practice', 'Internal medicine', 'Paediatrics', 'Cardiology', 'Dermatology',
                        'Orthopaedics'])[1 + s.n % 6],
           'LC-' || lpad((4100 + s.n)::text, 6, '0'), s.n % 4 = 0, true,
           (ARRAY['#0b66b2', '#2e7d32', '#9c3d00', '#7b3fa0', '#00707a', '#a3255a'])[1 + s.n % 6], 60
    FROM (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS n FROM app.staff WHERE role = 'doctor') s;

CREATE TEMP TABLE demo_doctor AS
    SELECT d.id, (row_number() OVER (ORDER BY d.id) - 1)::int AS n, (count(*) OVER ())::int AS doctors,
           d.needs_confirmation AS needs, s.login
    FROM app.doctor d JOIN app.staff s ON s.id = d.staff_id;

INSERT INTO app.room(name) SELECT 'Room ' || (n + 1) FROM demo_doctor ORDER BY n;
CREATE TEMP TABLE demo_room AS SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS n FROM app.room;
CREATE TEMP TABLE demo_type AS SELECT id, name::text FROM app.visit_type;

-- Most work full weeks; from the third on every fourth comes later and every fourth works part-time.
INSERT INTO app.weekly_hours(doctor_id, weekday, from_time, to_time, slot_minutes)
    SELECT d.id, w.weekday, p.from_time, p.to_time, p.slot FROM demo_doctor d
    JOIN (VALUES (0, '{1,2,3,4,5}'::int[], time '08:00', time '12:00', 20), (0, '{1,2,3,4,5}', '13:00', '18:00', 20),
                 (1, '{1,2,3,4}', '09:00', '13:00', 20), (1, '{1,2,3,4}', '14:00', '18:00', 20),
                 (2, '{1,3,5}', '08:00', '14:00', 30), (2, '{2}', '13:00', '19:00', 30))
        AS p(pattern, days, from_time, to_time, slot)
        ON p.pattern = CASE WHEN d.n < 2 THEN 0 WHEN d.n % 4 = 2 THEN 1 WHEN d.n % 4 = 3 THEN 2 ELSE 0 END
    CROSS JOIN LATERAL unnest(p.days) AS w(weekday);

-- Holidays, but never today or beside it: a demo must be able to book at once.
INSERT INTO app.closed_day(day, name)
    SELECT h.day, h.name FROM demo_option o,
        generate_series(extract(year FROM o.today)::int - 4, extract(year FROM o.today)::int + 1) AS y,
        LATERAL (VALUES (make_date(y, 1, 1), 'New Year''s Day'), (make_date(y, 5, 1), 'Labour Day'),
                        (make_date(y, 12, 25), 'Christmas Day'), (make_date(y, 12, 26), 'Second day of Christmas'))
            AS h(day, name)
    WHERE abs(h.day - o.today) > 1;

INSERT INTO app.schedule_exception(doctor_id, kind, starts_at, ends_at, slot_minutes, reason)
    SELECT d.id, 'leave', app.day_start(o.today + 8), app.day_start(o.today + 10), 20, 'Training'
    FROM demo_doctor d, demo_option o WHERE d.n % 5 = 2;

-- At night, at the weekend and late in the day the doctors work extra hours around now.
INSERT INTO app.schedule_exception(doctor_id, kind, starts_at, ends_at, slot_minutes, reason)
    SELECT d.id, 'extra', date_trunc('hour', o.now_at, o.zone) - interval '2 hours',
           date_trunc('hour', o.now_at, o.zone) + interval '9 hours', coalesce(w.slot, 20), 'Extra hours'
    FROM demo_doctor d CROSS JOIN demo_option o
    LEFT JOIN LATERAL (SELECT min(x.slot_minutes) AS slot FROM app.weekly_hours x WHERE x.doctor_id = d.id) w ON true
    LEFT JOIN LATERAL (SELECT range_merge(app.open_hours(d.id, o.today, o.today)) AS span) h ON true
    WHERE h.span IS NULL OR isempty(h.span) OR o.now_at < lower(h.span)
       OR o.now_at > upper(h.span) - interval '2 hours';
