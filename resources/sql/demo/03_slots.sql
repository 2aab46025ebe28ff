-- The slots that visits may take, demo.days back and 30 days ahead: the doctors' hours cut by their grid,
-- some pairs joined for long consultations, without leave and closed days. `h` decides everything later.
DROP TABLE IF EXISTS demo_slot;
CREATE TEMP TABLE demo_slot AS
WITH every AS (
    SELECT DISTINCT ON (d.n, x.starts) d.n, d.id AS doctor_id, x.starts, s.slot_minutes,
        hashint8extended((extract(epoch FROM x.starts)::bigint / 60) * 2048 + d.n, o.seed + 2) AS h,
        (x.starts AT TIME ZONE o.zone)::date AS day,
        ((x.starts + interval '39 minutes') AT TIME ZONE o.zone)::date AS last_day
    FROM demo_option o CROSS JOIN demo_doctor d
    CROSS JOIN LATERAL app.hours_of(d.id, o.today - current_setting('demo.days')::int, o.today + 30) s
    CROSS JOIN LATERAL (SELECT lower(s.span) + i * s.slot_minutes * interval '1 minute' AS starts FROM
        generate_series(0, floor(extract(epoch FROM upper(s.span) - lower(s.span)) / 60 / s.slot_minutes)::int - 1) i) x
    ORDER BY d.n, x.starts
), open AS (
    SELECT e.* FROM every e
    WHERE NOT EXISTS (SELECT FROM app.closed_day c WHERE c.active AND c.day = e.day)
      AND NOT EXISTS (SELECT FROM app.schedule_exception x WHERE x.doctor_id = e.doctor_id AND x.kind = 'leave'
                      AND tstzrange(x.starts_at, x.ends_at) && tstzrange(e.starts, e.starts + interval '30 minutes'))
), paired AS (
    SELECT *, slot_minutes = 20 AND (extract(epoch FROM starts)::bigint / 1200) % 2 = 0 AND h >> 20 & 15 = 0
            AND last_day = day AND lead(starts) OVER doctors_day = starts + interval '20 minutes' AS long
    FROM open WINDOW doctors_day AS (PARTITION BY n ORDER BY starts)
), joined AS (
    SELECT *, lag(long) OVER (PARTITION BY n ORDER BY starts) AS after_long FROM paired
)
SELECT n, doctor_id, day, h, starts,
    starts + CASE WHEN long THEN 40 WHEN slot_minutes = 20 AND h >> 24 & 7 = 0 THEN 10 ELSE slot_minutes END
        * interval '1 minute' AS ends
FROM joined WHERE after_long IS NOT TRUE;

SELECT count(*) FILTER (WHERE s.day < o.today), count(*) FROM demo_slot s, demo_option o;
