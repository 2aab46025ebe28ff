-- Rooms, visit types, weekly hours, exceptions and closed days. "Removed" rows are kept, inactive.
CREATE TABLE app.room (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name app.name NOT NULL CONSTRAINT room_name_key UNIQUE,
    active boolean NOT NULL DEFAULT true,
    row_lock int GENERATED ALWAYS AS (0) STORED
);

CREATE TABLE app.visit_type (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name app.name NOT NULL CONSTRAINT visit_type_name_key UNIQUE,
    minutes int NOT NULL CHECK (minutes BETWEEN 1 AND 720),
    colour app.colour NOT NULL DEFAULT '#6c757d',
    kiosk_bookable boolean NOT NULL DEFAULT false,
    active boolean NOT NULL DEFAULT true
);

CREATE FUNCTION app.minute_of_day(at time) RETURNS int
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (extract(epoch FROM at::interval) / 60)::int;

CREATE TABLE app.weekly_hours (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    doctor_id bigint NOT NULL REFERENCES app.doctor ON DELETE RESTRICT,
    weekday int NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    from_time time NOT NULL,
    to_time time NOT NULL,
    slot_minutes int NOT NULL DEFAULT 20 CHECK (slot_minutes BETWEEN 5 AND 240),
    active boolean NOT NULL DEFAULT true,
    CONSTRAINT weekly_hours_order CHECK (to_time > from_time),
    CONSTRAINT weekly_hours_apart EXCLUDE USING gist (doctor_id WITH =, weekday WITH =,
        int4range(app.minute_of_day(from_time), app.minute_of_day(to_time)) WITH &&) WHERE (active)
);
CREATE INDEX weekly_hours_doctor ON app.weekly_hours(doctor_id, weekday) WHERE active;

CREATE TABLE app.schedule_exception (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    doctor_id bigint NOT NULL REFERENCES app.doctor ON DELETE RESTRICT,
    kind text NOT NULL CHECK (kind IN ('leave', 'extra')),
    starts_at timestamptz(3) NOT NULL,
    ends_at timestamptz(3) NOT NULL,
    slot_minutes int NOT NULL DEFAULT 20 CHECK (slot_minutes BETWEEN 5 AND 240),
    reason app.line,
    active boolean NOT NULL DEFAULT true,
    CONSTRAINT schedule_exception_order CHECK (ends_at > starts_at AND ends_at - starts_at <= interval '400 days')
);
CREATE INDEX schedule_exception_doctor ON app.schedule_exception
    USING gist (doctor_id, tstzrange(starts_at, ends_at)) WHERE (active);

CREATE TABLE app.closed_day (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day date NOT NULL,
    name app.name NOT NULL,
    active boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX closed_day_key ON app.closed_day(day) WHERE active;

-- The instant at which a working span begins: the earlier one where the clock shows a time twice.
CREATE FUNCTION app.span_from(at timestamp, zone text) RETURNS timestamptz
LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN CASE WHEN ((at AT TIME ZONE zone) - interval '1 hour') AT TIME ZONE zone = at
            THEN (at AT TIME ZONE zone) - interval '1 hour' ELSE at AT TIME ZONE zone END;

-- The instant at which it ends: a time the clock skips ends before the gap, never after it.
CREATE FUNCTION app.span_to(at timestamp, zone text) RETURNS timestamptz
LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN CASE WHEN (at AT TIME ZONE zone) AT TIME ZONE zone > at
            THEN (at AT TIME ZONE zone) - ((at AT TIME ZONE zone) AT TIME ZONE zone - at)
            ELSE at AT TIME ZONE zone END;

-- Weekly and extra hours of the clinic's days lo to hi, each with its grid; leave and closed days not yet
-- taken off. Days are counted as date + n: a series of timestamps would shift with the zone.
CREATE FUNCTION app.hours_of(doctor bigint, lo date, hi date)
RETURNS TABLE(span tstzrange, slot_minutes int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
    WITH zone AS (SELECT time_zone AS z FROM setting)
    SELECT r.span, r.slot_minutes FROM (
        SELECT tstzrange(app.span_from((lo + n) + w.from_time::interval, z),
                         greatest(app.span_from((lo + n) + w.from_time::interval, z),
                                  app.span_to((lo + n) + w.to_time::interval, z))) AS span, w.slot_minutes
        FROM zone, generate_series(0, hi - lo) AS n
        JOIN weekly_hours w ON w.doctor_id = hours_of.doctor AND w.active
            AND w.weekday = extract(isodow FROM lo + n)
        UNION ALL
        SELECT tstzrange(e.starts_at, e.ends_at), e.slot_minutes
        FROM schedule_exception e, zone
        WHERE e.doctor_id = hours_of.doctor AND e.active AND e.kind = 'extra'
          AND tstzrange(e.starts_at, e.ends_at)
              && tstzrange(lo::timestamp AT TIME ZONE z, (hi + 1)::timestamp AT TIME ZONE z)
    ) r WHERE NOT isempty(r.span)
$$;

-- When the doctor really works: hours less leave less closed days.
CREATE FUNCTION app.open_hours(doctor bigint, lo date, hi date) RETURNS tstzmultirange
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
    SELECT coalesce((SELECT range_agg(h.span) FROM app.hours_of(open_hours.doctor, lo, hi) h), '{}'::tstzmultirange)
         - coalesce((SELECT range_agg(tstzrange(e.starts_at, e.ends_at)) FROM schedule_exception e
                     WHERE e.doctor_id = open_hours.doctor AND e.active AND e.kind = 'leave'
                       AND tstzrange(e.starts_at, e.ends_at) && tstzrange(app.day_start(lo), app.day_start(hi + 2))),
                    '{}'::tstzmultirange)
         - coalesce((SELECT range_agg(tstzrange(app.day_start(c.day), app.day_start(c.day + 1))) FROM closed_day c
                     WHERE c.active AND c.day BETWEEN lo AND hi + 1), '{}'::tstzmultirange)
$$;

CREATE TRIGGER room_audit AFTER INSERT OR UPDATE ON app.room FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER visit_type_audit AFTER INSERT OR UPDATE ON app.visit_type FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER weekly_hours_audit AFTER INSERT OR UPDATE ON app.weekly_hours FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER schedule_exception_audit AFTER INSERT OR UPDATE ON app.schedule_exception FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER closed_day_audit AFTER INSERT OR UPDATE ON app.closed_day FOR EACH ROW EXECUTE FUNCTION app.audit_row();
