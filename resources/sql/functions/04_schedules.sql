-- When a doctor works, and how full the days are.
-- PostgreSQL plans the body of an sql function anew at each call unless it can put it into the caller's query, which
-- it can neither for SECURITY DEFINER nor for SET; plpgsql keeps its plans. So what runs in every booking is plpgsql, told
-- to keep the plan without values: each of its statements finds its few rows by an index, whatever is asked. Functions
-- that nobody may execute but these take their caller's rights and search_path; that spares a switch at each call. Their
-- callers have one and the same search_path: a plan that was made under another would be made anew.

-- The instant at which a working span begins: the earlier one where the clock shows a time twice.
-- Not STRICT: a strict function that is not strict in every part cannot be put into a query.
CREATE FUNCTION app.span_from(at timestamp, zone text) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN ((at AT TIME ZONE zone) - interval '1 hour') AT TIME ZONE zone = at
            THEN (at AT TIME ZONE zone) - interval '1 hour' ELSE at AT TIME ZONE zone END;

-- The instant at which it ends: a time the clock skips ends before the gap, never after it.
CREATE FUNCTION app.span_to(at timestamp, zone text) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN (at AT TIME ZONE zone) AT TIME ZONE zone > at
            THEN (at AT TIME ZONE zone) - ((at AT TIME ZONE zone) AT TIME ZONE zone - at)
            ELSE at AT TIME ZONE zone END;

-- Weekly and extra hours of the clinic's days lo to hi, each with its grid; leave and closed days not yet
-- taken off. Days are counted as date + n: a series of timestamps would shift with the zone.
CREATE FUNCTION app.hours_in(doctor bigint, lo date, hi date, zone text)
RETURNS TABLE(span tstzrange, slot_minutes int)
LANGUAGE sql STABLE AS $$
    SELECT r.span, r.slot_minutes FROM (
        SELECT tstzrange(app.span_from((lo + n) + w.from_time::interval, zone),
                         greatest(app.span_from((lo + n) + w.from_time::interval, zone),
                                  app.span_to((lo + n) + w.to_time::interval, zone))) AS span, w.slot_minutes
        FROM app.weekly_hours w, generate_series((w.weekday - extract(isodow FROM lo)::int + 7) % 7, hi - lo, 7) AS n
        WHERE w.doctor_id = hours_in.doctor AND w.active
        UNION ALL
        SELECT tstzrange(e.starts_at, e.ends_at), e.slot_minutes
        FROM app.schedule_exception e
        WHERE e.doctor_id = hours_in.doctor AND e.active AND e.kind = 'extra'
          AND tstzrange(e.starts_at, e.ends_at)
              && tstzrange(lo::timestamp AT TIME ZONE zone, (hi + 1)::timestamp AT TIME ZONE zone)
    ) r WHERE NOT isempty(r.span)
$$;

-- When the doctor really works: hours less leave less closed days.
CREATE FUNCTION app.open_in(doctor bigint, lo date, hi date, zone text) RETURNS tstzmultirange
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN coalesce((SELECT range_agg(h.span) FROM app.hours_in(doctor, lo, hi, zone) h), '{}'::tstzmultirange)
        - coalesce((SELECT range_agg(tstzrange(e.starts_at, e.ends_at)) FROM app.schedule_exception e
                    WHERE e.doctor_id = open_in.doctor AND e.active AND e.kind = 'leave'
                      AND tstzrange(e.starts_at, e.ends_at)
                          && tstzrange(lo::timestamp AT TIME ZONE zone, (hi + 2)::timestamp AT TIME ZONE zone)),
                   '{}'::tstzmultirange)
        - coalesce((SELECT range_agg(tstzrange(c.day::timestamp AT TIME ZONE zone,
                                               (c.day + 1)::timestamp AT TIME ZONE zone))
                    FROM app.closed_day c WHERE c.active AND c.day BETWEEN lo AND hi + 1), '{}'::tstzmultirange);
END
$$;

-- The two for those who do not know the clinic's zone.
CREATE FUNCTION app.hours_of(doctor bigint, lo date, hi date)
RETURNS TABLE(span tstzrange, slot_minutes int)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    zone text := app.clinic_zone();
BEGIN
    RETURN QUERY SELECT h.span, h.slot_minutes FROM app.hours_in(doctor, lo, hi, zone) h;
END
$$;

CREATE FUNCTION app.open_hours(doctor bigint, lo date, hi date) RETURNS tstzmultirange
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = app, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN app.open_in(doctor, lo, hi, app.clinic_zone());
END
$$;

-- The grid of the working hours that a time lies in; 15 minutes outside them.
CREATE FUNCTION app.slot_minutes_at(doctor bigint, at timestamptz) RETURNS int
LANGUAGE plpgsql STABLE AS $$
DECLARE
    zone text := app.clinic_zone();
    day date := (at AT TIME ZONE zone)::date;
BEGIN
    RETURN coalesce((SELECT h.slot_minutes FROM app.hours_in(doctor, day, day, zone) h
                     WHERE h.span @> at ORDER BY lower(h.span) DESC LIMIT 1), 15);
END
$$;

CREATE FUNCTION app.on_grid(doctor bigint, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp
RETURN EXISTS (SELECT FROM app.hours_of(doctor, app.clinic_day(at), app.clinic_day(at)) h
               WHERE h.span @> at AND extract(epoch FROM at - lower(h.span))::bigint % (h.slot_minutes * 60) = 0);

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

GRANT EXECUTE ON FUNCTION app.hours_of(bigint, date, date), app.open_hours(bigint, date, date), app.day_load(date, date)
    TO clinic_reception, clinic_doctor, clinic_admin;
