-- How full each doctor's days are: visits, minutes kept for them, minutes open, and places of the grid
-- (no more than the doctor's most a day). Counts only, so every group of staff may ask for every doctor.
CREATE FUNCTION app.day_load(lo date, hi date)
RETURNS TABLE(day date, doctor_id bigint, visits int, kept_minutes int, open_minutes int, places int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
#variable_conflict use_column
DECLARE
    zone text := app.clinic_zone();
    last_day date := least(hi, lo + 400);
BEGIN
    PERFORM app.require_active();
    RETURN QUERY
    WITH works AS MATERIALIZED (
        SELECT d.id, d.end_date, d.max_per_day, app.open_hours(d.id, lo, last_day) AS open
        FROM doctor d JOIN staff s ON s.id = d.staff_id
        WHERE s.active AND d.verified AND d.accepts_appointments
    ), grid AS (
        -- Places that lie wholly in the open pieces of the hours they are counted from.
        SELECT w.id, (lower(p) AT TIME ZONE zone)::date AS day, min(h.slot_minutes) AS slot,
            sum(greatest(0, floor(extract(epoch FROM upper(p) - lower(h.span)) / (60 * h.slot_minutes))
                          - ceil(extract(epoch FROM lower(p) - lower(h.span)) / (60 * h.slot_minutes)))) AS places
        FROM works w CROSS JOIN LATERAL app.hours_of(w.id, lo, last_day) h
        CROSS JOIN LATERAL unnest(w.open * tstzmultirange(h.span)) AS p
        GROUP BY 1, 2
    ), hours AS (
        SELECT w.id, g.day, w.max_per_day, g.places, g.slot,
            (SELECT sum(extract(epoch FROM upper(p) - lower(p))) / 60
             FROM unnest(w.open * tstzmultirange(tstzrange(app.day_start(g.day), app.day_start(g.day + 1)))) AS p) AS minutes
        FROM works w JOIN grid g ON g.id = w.id
        WHERE g.day BETWEEN lo AND last_day AND (w.end_date IS NULL OR g.day <= w.end_date)
    ), booked AS (
        SELECT a.doctor_id AS id, (a.starts_at AT TIME ZONE zone)::date AS day, count(*) AS visits,
            sum(extract(epoch FROM a.doctor_free_at - a.starts_at)) / 60 AS minutes
        FROM appointment a
        WHERE a.starts_at >= app.day_start(lo) AND a.starts_at < app.day_start(last_day + 1)
          AND a.status NOT IN ('cancelled', 'rejected')
        GROUP BY 1, 2
    )
    SELECT coalesce(h.day, b.day), coalesce(h.id, b.id), coalesce(b.visits, 0)::int, coalesce(b.minutes, 0)::int,
        coalesce(h.minutes, 0)::int,
        -- Hours that lie over each other offer their time once.
        coalesce(least(h.places, h.max_per_day, floor(h.minutes / h.slot)), 0)::int
    FROM hours h FULL JOIN booked b ON b.id = h.id AND b.day = h.day
    ORDER BY 1, 2;
END
$$;

GRANT EXECUTE ON FUNCTION app.day_load(date, date) TO clinic_reception, clinic_doctor, clinic_admin;
