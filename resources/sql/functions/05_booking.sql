-- The booking rules, each once: book_check says why a time cannot be booked, next_free what can be.
-- Plans are kept as 04 says.

-- The rule that staff may override to have this refusal lifted; NULL: nobody may. A refusal carries it to the desk.
CREATE FUNCTION app.override_of(code text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN code IN ('outside_hours', 'on_leave') THEN 'hours'
            WHEN code IN ('lead_time', 'horizon', 'day_full') THEN code END;

-- Whether this transaction overrides what would be refused with `code`. Only reception and doctors may, only with a reason.
-- Without SECURITY DEFINER, which it does not need, it becomes part of the caller's expression.
CREATE FUNCTION app.overrides(code text) RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce(app.override_of(code) = ANY (string_to_array(current_setting('clinic.override', true), ',')), false)
    AND coalesce(btrim(current_setting('clinic.because', true)), '') <> ''
    AND (pg_has_role(session_user, 'clinic_reception', 'MEMBER') OR pg_has_role(session_user, 'clinic_doctor', 'MEMBER'));

-- Overlaps and holds only, in the order of requirements section 4; NULL when the time is free.
CREATE FUNCTION app.overlap_check(doctor bigint, patient bigint, room bigint, starts timestamptz,
                                  ends timestamptz, free_at timestamptz, self bigint) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF EXISTS (SELECT FROM app.appointment a WHERE a.doctor_id = doctor AND a.holds_slot
               AND tstzrange(a.starts_at, a.doctor_free_at) && tstzrange(starts, free_at)
               AND a.id IS DISTINCT FROM self) THEN
        RETURN 'doctor_busy';
    END IF;
    IF EXISTS (SELECT FROM app.appointment a WHERE a.patient_id = patient AND a.holds_slot
               AND tstzrange(a.starts_at, a.ends_at) && tstzrange(starts, ends)
               AND a.id IS DISTINCT FROM self) THEN
        RETURN 'patient_busy';
    END IF;
    IF room IS NOT NULL AND EXISTS (SELECT FROM app.appointment a WHERE a.room_id = room AND a.holds_slot
               AND tstzrange(a.starts_at, a.ends_at) && tstzrange(starts, ends)
               AND a.id IS DISTINCT FROM self) THEN
        RETURN 'room_busy';
    END IF;
    RETURN NULL;
END
$$;

-- A hold keeps the buffer after the visit as well, else the booking it is for could be refused.
CREATE FUNCTION app.held_by_other(doctor bigint, starts timestamptz, free_at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM app.slot_hold h JOIN app.doctor d ON d.id = h.doctor_id WHERE h.doctor_id = doctor
                   AND tstzrange(lower(h.during), upper(h.during) + d.buffer_minutes * interval '1 minute')
                       && tstzrange(starts, free_at)
                   AND h.expires_at > app.clinic_now()
                   AND NOT (h.who = session_user AND h.desk_id IS NOT DISTINCT FROM app.desk_id()));
END
$$;

-- Why this booking is refused, or NULL. Right only under the locks of doctor, patient and room, asked in
-- a statement after the one that took them. `self` is the appointment that moves, NULL for a new one.
-- The day's visits are counted by the doctor's index: with pages at their usual price the planner takes the day's index
-- and reads everybody's visits of that day.
CREATE FUNCTION app.book_check(doctor bigint, patient bigint, room bigint, starts timestamptz,
                               ends timestamptz, self bigint) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = app, ext, pg_temp SET plan_cache_mode = force_generic_plan
SET random_page_cost = 0.02 SET seq_page_cost = 0.02 AS $$
DECLARE
    d record;
    now_at timestamptz := app.clinic_now();
    zone text := (SELECT s.time_zone FROM setting s);
    today date := (now_at AT TIME ZONE zone)::date;
    first_day date := (starts AT TIME ZONE zone)::date;
    last_day date := ((ends - interval '1 millisecond') AT TIME ZONE zone)::date;
    free_at timestamptz;
    code text;
BEGIN
    IF NOT EXISTS (SELECT FROM patient p WHERE p.id = patient AND p.active AND p.merged_into IS NULL) THEN
        RETURN 'patient_unavailable';
    END IF;
    SELECT s.active, doc.verified, doc.accepts_appointments, doc.end_date, doc.lead_minutes, doc.horizon_days,
            doc.buffer_minutes, doc.max_per_day INTO d
        FROM doctor doc JOIN staff s ON s.id = doc.staff_id WHERE doc.id = doctor;
    IF NOT FOUND OR NOT d.active OR NOT d.verified OR NOT d.accepts_appointments OR d.end_date < last_day THEN
        RETURN 'doctor_unavailable';
    END IF;
    IF starts < now_at AND (app.is_kiosk()
            OR starts + app.slot_minutes_at(doctor, starts) * interval '1 minute' <= now_at) THEN
        RETURN 'past';
    END IF;
    IF d.lead_minutes > 0 AND starts < now_at + d.lead_minutes * interval '1 minute'
            AND NOT app.overrides('lead_time') THEN
        RETURN 'lead_time';
    END IF;
    IF first_day > today + d.horizon_days AND NOT app.overrides('horizon') THEN
        RETURN 'horizon';
    END IF;
    IF EXISTS (SELECT FROM closed_day c WHERE c.active AND c.day BETWEEN first_day AND last_day) THEN
        RETURN 'clinic_closed';
    END IF;
    IF NOT app.overrides('outside_hours')
            AND NOT app.open_in(doctor, first_day, last_day, zone) @> tstzrange(starts, ends) THEN
        RETURN CASE WHEN EXISTS (SELECT FROM schedule_exception e WHERE e.doctor_id = doctor AND e.active
                                 AND e.kind = 'leave' AND tstzrange(e.starts_at, e.ends_at) && tstzrange(starts, ends))
                    THEN 'on_leave' ELSE 'outside_hours' END;
    END IF;
    IF app.is_kiosk() AND NOT app.on_grid(doctor, starts) THEN
        RETURN 'off_grid';
    END IF;
    free_at := ends + d.buffer_minutes * interval '1 minute';
    code := app.overlap_check(doctor, patient, room, starts, ends, free_at, self);
    IF code IS NOT NULL THEN
        RETURN code;
    END IF;
    IF NOT app.overrides('day_full') AND (SELECT count(*) FROM appointment a
            WHERE a.doctor_id = doctor AND a.starts_at >= first_day::timestamp AT TIME ZONE zone
              AND a.starts_at < (first_day + 1)::timestamp AT TIME ZONE zone
              AND a.status NOT IN ('cancelled', 'rejected')
              AND a.id IS DISTINCT FROM self) >= d.max_per_day THEN
        RETURN 'day_full';
    END IF;
    IF app.held_by_other(doctor, starts, free_at) THEN
        RETURN 'held';
    END IF;
    RETURN NULL;
END
$$;

-- Free times of these doctors on their grids from `from_at` over `days` clinic days, soonest first.
-- `minutes` NULL takes each grid's own slot. Times only: says nothing about who has the others.
-- What is the same for all of a doctor's slots is not compared slot by slot.
CREATE FUNCTION app.next_free(doctors bigint[], from_at timestamptz, days int, minutes int, max_rows int)
RETURNS TABLE(doctor_id bigint, starts_at timestamptz, ends_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = app, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    now_at timestamptz := app.clinic_now();
    zone text := app.clinic_zone();
    lo date := (from_at AT TIME ZONE zone)::date;
    hi date := lo + least(greatest(days, 1), 400) - 1;
    today date := (now_at AT TIME ZONE zone)::date;
    window_span tstzrange := tstzrange(app.day_start(lo) - interval '1 day', app.day_start(hi + 2));
BEGIN
    RETURN QUERY
    WITH d AS MATERIALIZED (
        SELECT doc.*, app.open_hours(doc.id, lo, hi + 1) AS open,
            coalesce((SELECT range_agg(tstzrange(a.starts_at, a.doctor_free_at)) FROM appointment a
                      WHERE a.doctor_id = doc.id AND a.holds_slot
                        AND tstzrange(a.starts_at, a.doctor_free_at) && window_span), '{}'::tstzmultirange)
          + coalesce((SELECT range_agg(tstzrange(lower(h.during),
                                                   upper(h.during) + doc.buffer_minutes * interval '1 minute'))
                      FROM slot_hold h
                      WHERE h.doctor_id = doc.id AND h.expires_at > now_at
                        AND NOT (h.who = session_user AND h.desk_id IS NOT DISTINCT FROM app.desk_id())),
                     '{}'::tstzmultirange) AS busy
        FROM doctor doc JOIN staff s ON s.id = doc.staff_id
        WHERE doc.id = ANY (doctors) AND s.active AND doc.verified AND doc.accepts_appointments
    ), full_day AS MATERIALIZED (
        SELECT d.id AS doctor, (a.starts_at AT TIME ZONE zone)::date AS day
        FROM d JOIN appointment a ON a.doctor_id = d.id
            AND a.starts_at >= app.day_start(lo) AND a.starts_at < app.day_start(hi + 1)
            AND a.status NOT IN ('cancelled', 'rejected')
        GROUP BY d.id, d.max_per_day, 2 HAVING count(*) >= d.max_per_day
    ), slot AS (
        SELECT DISTINCT d.id AS doctor, c.starts,
            c.starts + coalesce(minutes, h.slot_minutes) * interval '1 minute' AS ends
        FROM d CROSS JOIN LATERAL app.hours_of(d.id, lo, hi) h
        CROSS JOIN LATERAL (
            SELECT lower(h.span) + n * h.slot_minutes * interval '1 minute' AS starts
            FROM generate_series(0, (extract(epoch FROM upper(h.span) - lower(h.span)) / 60 / h.slot_minutes)::int) n) c
        WHERE c.starts >= from_at AND c.starts < upper(h.span)
    )
    SELECT s.doctor, s.starts, s.ends FROM slot s JOIN d ON d.id = s.doctor
    WHERE d.open @> tstzrange(s.starts, s.ends)
      AND NOT d.busy && tstzrange(s.starts, s.ends + d.buffer_minutes * interval '1 minute')
      AND (s.starts >= now_at OR (NOT app.is_kiosk()
           AND s.starts + app.slot_minutes_at(s.doctor, s.starts) * interval '1 minute' > now_at))
      AND (d.lead_minutes = 0 OR s.starts >= now_at + d.lead_minutes * interval '1 minute')
      AND (s.starts AT TIME ZONE zone)::date <= least(hi, today + d.horizon_days)
      AND (d.end_date IS NULL OR ((s.ends - interval '1 millisecond') AT TIME ZONE zone)::date <= d.end_date)
      AND NOT EXISTS (SELECT FROM full_day f WHERE f.doctor = s.doctor AND f.day = (s.starts AT TIME ZONE zone)::date)
    ORDER BY s.starts, s.doctor
    LIMIT max_rows;
END
$$;

-- What stands in the way of a span: the visit of the doctor, patient or room, or another desk's hold.
-- Names who and when, never the other patient.
CREATE FUNCTION app.in_the_way(doctor bigint, patient bigint, room bigint, starts timestamptz,
                               ends timestamptz, self bigint)
RETURNS TABLE(what text, appointment_id bigint, starts_at timestamptz, ends_at timestamptz, doctor_name text,
              who text, desk text, since timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = app, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    span tstzrange := tstzrange(starts, ends);
    buffer int := (SELECT d.buffer_minutes FROM doctor d WHERE d.id = doctor);
    full_span tstzrange := tstzrange(starts, ends + coalesce(buffer, 0) * interval '1 minute');
BEGIN
    RETURN QUERY
    WITH visit AS (
        SELECT CASE WHEN a.doctor_id = doctor AND tstzrange(a.starts_at, a.doctor_free_at) && full_span THEN 'doctor'
                    WHEN a.patient_id = patient THEN 'patient' ELSE 'room' END AS what,
               a.id, a.starts_at, a.ends_at, a.doctor_id
        FROM appointment a
        WHERE a.holds_slot AND a.id IS DISTINCT FROM self
          AND ((a.doctor_id = doctor AND tstzrange(a.starts_at, a.doctor_free_at) && full_span)
            OR (a.patient_id = patient AND tstzrange(a.starts_at, a.ends_at) && span)
            OR (a.room_id = room AND tstzrange(a.starts_at, a.ends_at) && span))
    )
    SELECT v.what, v.id, v.starts_at, v.ends_at, ds.display_name::text, coalesce(s.display_name::text, e.who::text),
        e.desk, e.at::timestamptz
    FROM visit v JOIN doctor d ON d.id = v.doctor_id JOIN staff ds ON ds.id = d.staff_id
    LEFT JOIN LATERAL (SELECT x.who, x.desk, x.at FROM appointment_event x WHERE x.appointment_id = v.id
                       AND x.kind IN ('booked', 'moved', 'undone') ORDER BY x.version DESC LIMIT 1) e ON true
    LEFT JOIN staff s ON s.login = e.who
    UNION ALL
    SELECT 'hold', NULL, lower(h.during), upper(h.during), ds.display_name::text,
        coalesce(s.display_name::text, h.who::text), h.desk,
        (h.expires_at - (SELECT st.hold_seconds FROM setting st) * interval '1 second')::timestamptz
    FROM slot_hold h JOIN doctor d ON d.id = h.doctor_id JOIN staff ds ON ds.id = d.staff_id
    LEFT JOIN staff s ON s.login = h.who
    WHERE h.doctor_id = doctor AND h.during && full_span AND h.expires_at > app.clinic_now()
      AND NOT (h.who = session_user AND h.desk_id IS NOT DISTINCT FROM app.desk_id());
END
$$;

-- Active rooms that are free for a span.
CREATE FUNCTION app.free_rooms(starts timestamptz, ends timestamptz, self bigint)
RETURNS TABLE(id bigint, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = app, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY
    SELECT r.id, r.name::text FROM room r WHERE r.active AND NOT EXISTS (
        SELECT FROM appointment a WHERE a.room_id = r.id AND a.holds_slot AND a.id IS DISTINCT FROM self
          AND tstzrange(a.starts_at, a.ends_at) && tstzrange(starts, ends))
    ORDER BY r.name;
END
$$;

-- Keeps a slot for this person and desk, in place of the one it kept before; also renews. Refused with
-- doctor_busy or held, as a booking would be.
CREATE FUNCTION app.hold_take(doctor bigint, starts timestamptz, ends timestamptz) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = app, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    now_at timestamptz := app.clinic_now();
    until_at timestamptz;
    free_at timestamptz;
    code text;
BEGIN
    PERFORM app.require_active();
    IF app.desk_id() IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'desk_id', MESSAGE = 'the desk has no id';
    END IF;
    IF ends <= starts OR ends - starts > interval '12 hours' THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'appointment_span', MESSAGE = 'not a span';
    END IF;
    IF app.acts_as_doctor() AND doctor IS DISTINCT FROM app.my_doctor() THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'another doctor''s calendar';
    END IF;
    SELECT ends + d.buffer_minutes * interval '1 minute' INTO free_at FROM doctor d WHERE d.id = doctor FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'CD001', CONSTRAINT = 'doctor_unavailable', MESSAGE = 'no such doctor';
    END IF;
    code := app.overlap_check(doctor, NULL, NULL, starts, ends, free_at, NULL);
    IF code IS NULL AND app.held_by_other(doctor, starts, free_at) THEN
        code := 'held';
    END IF;
    IF code IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'CD001', CONSTRAINT = code, MESSAGE = 'the slot cannot be held';
    END IF;
    until_at := now_at + (SELECT hold_seconds FROM setting) * interval '1 second';
    DELETE FROM slot_hold h WHERE h.who = session_user AND h.desk_id = app.desk_id();
    DELETE FROM slot_hold h USING (SELECT e.who, e.desk_id FROM slot_hold e
                                   WHERE e.doctor_id = doctor AND e.expires_at <= now_at FOR UPDATE SKIP LOCKED) gone
        WHERE h.who = gone.who AND h.desk_id = gone.desk_id;
    IF (SELECT count(*) FROM slot_hold h WHERE h.who = session_user) >= 8 THEN
        RAISE EXCEPTION USING ERRCODE = 'CD001', CONSTRAINT = 'too_many_holds', MESSAGE = 'too many holds';
    END IF;
    INSERT INTO slot_hold(who, desk_id, desk, doctor_id, during, expires_at)
        VALUES (session_user, app.desk_id(), app.desk_name(), doctor, tstzrange(starts, ends), until_at);
    RETURN until_at;
END
$$;

CREATE FUNCTION app.hold_release() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    DELETE FROM slot_hold h WHERE h.who = session_user AND h.desk_id = app.desk_id();
    RETURN FOUND;
END
$$;

GRANT EXECUTE ON FUNCTION app.override_of(text), app.overrides(text),
    app.book_check(bigint, bigint, bigint, timestamptz, timestamptz, bigint),
    app.next_free(bigint[], timestamptz, int, int, int),
    app.in_the_way(bigint, bigint, bigint, timestamptz, timestamptz, bigint),
    app.free_rooms(timestamptz, timestamptz, bigint), app.hold_take(bigint, timestamptz, timestamptz), app.hold_release()
    TO clinic_reception, clinic_doctor, clinic_admin;
