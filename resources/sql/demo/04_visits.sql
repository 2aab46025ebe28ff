-- Which slots are visits, whose, and how far each has come. Past ones are final; at most one a doctor is
-- in progress; some slots of today stay free. On one day a doctor's patients are his alone, so no two
-- visits of a patient overlap.
CREATE TEMP TABLE demo_patient AS SELECT id, row_number() OVER (ORDER BY id) - 1 AS i FROM app.patient;
CREATE INDEX ON demo_patient(i);

CREATE TEMP TABLE demo_visit AS
WITH placed AS (
    SELECT s.*, (s.h >> 32 & 65535) * 100 / 65536 AS luck, (s.h >> 44 & 65535) * 100 / 65536 AS fate,
        row_number() OVER (PARTITION BY s.n, s.day = o.today AND s.starts > o.now_at ORDER BY s.starts) AS turn,
        CASE WHEN s.day = o.today THEN 1 WHEN s.day > o.today THEN 2 ELSE 3 END AS part
    FROM demo_slot s, demo_option o
), candidate AS (
    SELECT p.*, row_number() OVER (PARTITION BY p.part ORDER BY p.h) AS place
    FROM placed p, demo_option o
    WHERE CASE WHEN p.part = 3 THEN true
               WHEN p.part = 2 THEN p.luck < CASE WHEN p.day <= o.today + 5 THEN 45 WHEN p.day <= o.today + 14 THEN 25 ELSE 10 END
               WHEN p.ends <= o.now_at THEN p.luck < 75
               WHEN p.starts <= o.now_at THEN p.n % 3 <> 1
               ELSE p.luck < 60 AND p.turn NOT IN (2, 5) END
), share AS (
    SELECT ceil(o.wanted * 0.5) AS today, floor(o.wanted * 0.3) AS ahead,
        o.wanted - count(*) FILTER (WHERE c.part = 1 AND c.place <= ceil(o.wanted * 0.5))
                 - count(*) FILTER (WHERE c.part = 2 AND c.place <= floor(o.wanted * 0.3)) AS past
    FROM candidate c, demo_option o GROUP BY o.wanted
), chosen AS (
    SELECT c.*, d.needs, d.login, d.doctors,
        row_number() OVER (PARTITION BY c.n, c.day ORDER BY c.starts) AS k,
        (c.n + (c.day - date '2000-01-01')) % d.doctors AS class
    FROM candidate c JOIN demo_doctor d ON d.n = c.n CROSS JOIN share s
    WHERE c.place <= CASE c.part WHEN 1 THEN s.today WHEN 2 THEN s.ahead ELSE s.past END
), decided AS (
    SELECT c.*, o.now_at, c.day::timestamp AT TIME ZONE o.zone AS day_start,
        c.class + c.doctors * ((c.k + (hashint8extended(c.day - date '2000-01-01', o.seed + 3 + c.n) & 65535))
            % ((o.patients - 1 - c.class) / c.doctors + 1)) AS patient,
        CASE WHEN c.ends <= o.now_at THEN CASE WHEN c.fate < 5 THEN 'no_show' WHEN c.fate < 11 THEN 'cancelled'
                                               WHEN c.fate < 15 AND c.needs THEN 'rejected' ELSE 'completed' END
             WHEN c.starts <= o.now_at THEN 'in_progress'
             WHEN c.part = 1 AND c.turn = 1 THEN 'confirmed'
             WHEN c.fate < 5 THEN 'cancelled'
             WHEN c.needs AND c.fate < (CASE WHEN c.day <= o.today + 3 THEN 30 ELSE 8 END) THEN 'pending' ELSE 'confirmed' END AS status,
        least(c.starts, o.now_at) - (90 + (c.h >> 3 & 16383)) * interval '1 minute' AS requested_at
    FROM chosen c, demo_option o
), dated AS (
    SELECT d.*,
        CASE WHEN d.status IN ('pending', 'rejected') OR (d.needs AND d.status = 'cancelled' AND d.h & 1 = 0) THEN NULL
             WHEN d.needs THEN d.requested_at + (1 + (d.h >> 17 & 15)) * interval '1 minute'
             ELSE d.requested_at END AS confirmed_at,
        CASE WHEN d.status IN ('completed', 'in_progress')
                  THEN greatest(d.day_start, d.starts - (3 + (d.h >> 21 & 7)) * interval '1 minute')
             WHEN d.status = 'confirmed' AND d.part = 1 AND d.turn <= 3 AND d.starts < d.now_at + interval '90 minutes'
                  THEN greatest(d.day_start, d.now_at - (2 + (d.h >> 21 & 15)) * interval '1 minute') END AS checked_in_at,
        CASE WHEN d.status = 'no_show' THEN d.ends WHEN d.status IN ('cancelled', 'rejected')
             THEN d.requested_at + (30 + (d.h >> 29 & 31)) * interval '1 minute' END AS closed_at
    FROM decided d
)
SELECT row_number() OVER (ORDER BY d.starts, d.n) AS seq, d.n, d.doctor_id, p.id AS patient_id,
    CASE WHEN d.h >> 6 & 7 > 0 THEN r.id END AS room_id, t.id AS visit_type_id, d.starts, d.ends, d.status,
    d.needs, d.login AS doctor_login, CASE WHEN d.h >> 9 & 1 = 0 THEN 'ana' ELSE 'ben' END AS booker,
    d.requested_at, d.confirmed_at, d.checked_in_at, d.closed_at,
    CASE WHEN d.status = 'completed' THEN greatest(d.checked_in_at, d.starts + (d.h >> 25 & 3) * interval '1 minute')
         WHEN d.status = 'in_progress' THEN greatest(d.checked_in_at,
              least(d.starts + (d.h >> 25 & 3) * interval '1 minute', d.now_at - interval '1 minute')) END AS started_at,
    CASE WHEN d.status = 'completed' THEN d.ends - (d.h >> 27 & 3) * interval '1 minute' END AS ended_at,
    (ARRAY['Cough', 'Back pain', 'Blood pressure', 'Headache', 'Skin rash', 'Knee pain', 'Blood test results',
           'Tiredness', 'Travel advice', 'Allergy', 'Stomach ache', 'New prescription'])[1 + (d.h >> 10 & 1023) % 12] AS reason,
    CASE WHEN d.status = 'cancelled' THEN (ARRAY['Patient cannot come', 'Feels better', 'Booked twice'])[1 + (d.h >> 12 & 1023) % 3]
         WHEN d.status = 'rejected' THEN 'See a colleague' END AS status_note
FROM dated d JOIN demo_patient p ON p.i = d.patient JOIN demo_room r ON r.n = d.n
JOIN demo_type t ON t.name = CASE WHEN d.ends - d.starts >= interval '40 minutes' THEN 'Long consultation'
    WHEN d.ends - d.starts <= interval '10 minutes' THEN 'Vaccination' WHEN d.h >> 15 & 1 = 0 THEN 'Check-up' ELSE 'Follow-up' END;
CREATE UNIQUE INDEX ON demo_visit(seq);
ANALYZE demo_visit;

-- Every change that led to a visit's present state, with its version and operation.
CREATE TEMP VIEW demo_step AS
SELECT v.seq, s.version, s.kind, s.old_status, s.new_status, s.at, s.who, v.starts, v.ends, v.doctor_id, s.reason,
    CASE s.who WHEN 'ana' THEN 'Front 1' WHEN 'ben' THEN 'Front 2' ELSE 'Room ' || (v.n + 1) END AS desk,
    (lpad(to_hex(o.seed & 2147483647), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(v.seq * 8 + s.version), 12, '0'))::uuid AS op_id
FROM demo_option o CROSS JOIN (
    SELECT *, (needs AND confirmed_at IS NOT NULL)::int AS c, (checked_in_at IS NOT NULL)::int AS k FROM demo_visit) v
CROSS JOIN LATERAL (VALUES
    (1, 'booked', NULL, CASE WHEN v.needs THEN 'pending' ELSE 'confirmed' END, v.requested_at, v.booker, NULL, true),
    (2, 'confirmed', 'pending', 'confirmed', v.confirmed_at, v.doctor_login, NULL, v.c = 1),
    (2 + v.c, 'checked_in', 'confirmed', 'confirmed', v.checked_in_at, v.booker, NULL, v.k = 1),
    (3 + v.c, 'started', 'confirmed', 'in_progress', v.started_at, v.doctor_login, NULL, v.started_at IS NOT NULL),
    (4 + v.c, 'completed', 'in_progress', 'completed', v.ended_at, v.doctor_login, NULL, v.ended_at IS NOT NULL),
    (2 + v.c, v.status, CASE WHEN v.needs AND v.c = 0 THEN 'pending' ELSE 'confirmed' END, v.status, v.closed_at,
     CASE WHEN v.status = 'rejected' THEN v.doctor_login ELSE v.booker END, v.status_note, v.closed_at IS NOT NULL)
) AS s(version, kind, old_status, new_status, at, who, reason, happened)
WHERE s.happened;

SELECT count(*) FROM demo_visit;
