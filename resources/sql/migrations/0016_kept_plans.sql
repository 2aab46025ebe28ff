-- The rules that run in every booking, with the same answers, so that their plans are made once a session.
-- min-compatible: 15
-- PostgreSQL plans the body of an sql function anew at each call unless it can put it into the caller's query, which
-- it can neither for SECURITY DEFINER nor for SET; plpgsql keeps its plans. Inside them the planner is told to keep
-- the plan without values: each of these statements finds its few rows by an index, whatever is asked. Functions that
-- nobody may execute but these take their caller's rights and search_path; that spares a switch at each call. Their
-- callers have one and the same search_path: a plan that was made under another would be made anew.

CREATE OR REPLACE FUNCTION app.clinic_zone() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    RETURN (SELECT s.time_zone FROM setting s);
END
$$;

CREATE OR REPLACE FUNCTION app.my_staff() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    RETURN (SELECT s.id FROM staff s WHERE s.login = session_user AND s.active);
END
$$;

CREATE OR REPLACE FUNCTION app.my_doctor() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    RETURN (SELECT d.id FROM staff s JOIN doctor d ON d.staff_id = s.id
            WHERE s.login = session_user AND s.active AND s.role = 'doctor');
END
$$;

CREATE OR REPLACE FUNCTION app.require_active() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    IF app.loading() OR pg_has_role(session_user, 'clinic_kiosk', 'MEMBER') THEN
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT FROM staff s WHERE s.login = session_user AND s.active) THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'this login is not an active member of staff';
    END IF;
END
$$;

-- The two without STRICT: a strict function that is not strict in every part cannot be put into a query.
CREATE OR REPLACE FUNCTION app.span_from(at timestamp, zone text) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN ((at AT TIME ZONE zone) - interval '1 hour') AT TIME ZONE zone = at
            THEN (at AT TIME ZONE zone) - interval '1 hour' ELSE at AT TIME ZONE zone END;

CREATE OR REPLACE FUNCTION app.span_to(at timestamp, zone text) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN (at AT TIME ZONE zone) AT TIME ZONE zone > at
            THEN (at AT TIME ZONE zone) - ((at AT TIME ZONE zone) AT TIME ZONE zone - at)
            ELSE at AT TIME ZONE zone END;

-- hours_of and open_hours for those who know the clinic's zone.
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

CREATE OR REPLACE FUNCTION app.hours_of(doctor bigint, lo date, hi date)
RETURNS TABLE(span tstzrange, slot_minutes int)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    zone text := app.clinic_zone();
BEGIN
    RETURN QUERY SELECT h.span, h.slot_minutes FROM app.hours_in(doctor, lo, hi, zone) h;
END
$$;

CREATE OR REPLACE FUNCTION app.open_hours(doctor bigint, lo date, hi date) RETURNS tstzmultirange
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = app, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN app.open_in(doctor, lo, hi, app.clinic_zone());
END
$$;

-- Without SECURITY DEFINER, which it does not need, it becomes part of the caller's expression.
CREATE OR REPLACE FUNCTION app.overrides(rule text) RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce(rule = ANY (string_to_array(current_setting('clinic.override', true), ',')), false)
    AND coalesce(btrim(current_setting('clinic.because', true)), '') <> ''
    AND (pg_has_role(session_user, 'clinic_reception', 'MEMBER') OR pg_has_role(session_user, 'clinic_doctor', 'MEMBER'));

CREATE OR REPLACE FUNCTION app.slot_minutes_at(doctor bigint, at timestamptz) RETURNS int
LANGUAGE plpgsql STABLE AS $$
DECLARE
    zone text := app.clinic_zone();
    day date := (at AT TIME ZONE zone)::date;
BEGIN
    RETURN coalesce((SELECT h.slot_minutes FROM app.hours_in(doctor, day, day, zone) h
                     WHERE h.span @> at ORDER BY lower(h.span) DESC LIMIT 1), 15);
END
$$;

CREATE OR REPLACE FUNCTION app.overlap_check(doctor bigint, patient bigint, room bigint, starts timestamptz,
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

CREATE OR REPLACE FUNCTION app.held_by_other(doctor bigint, starts timestamptz, free_at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM app.slot_hold h JOIN app.doctor d ON d.id = h.doctor_id WHERE h.doctor_id = doctor
                   AND tstzrange(lower(h.during), upper(h.during) + d.buffer_minutes * interval '1 minute')
                       && tstzrange(starts, free_at)
                   AND h.expires_at > app.clinic_now()
                   AND NOT (h.who = session_user AND h.desk_id IS NOT DISTINCT FROM app.desk_id()));
END
$$;

-- As in 0006. The day's visits are counted by the doctor's index: with pages at their usual price the planner takes
-- the day's index and reads everybody's visits of that day.
CREATE OR REPLACE FUNCTION app.book_check(doctor bigint, patient bigint, room bigint, starts timestamptz,
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
    IF NOT app.overrides('hours')
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

-- As in 0006, but what is the same for all of a doctor's slots is not compared slot by slot.
-- Free times of these doctors on their grids from `from_at` over `days` clinic days, soonest first.
-- `minutes` NULL takes each grid's own slot. Times only: says nothing about who has the others.
CREATE OR REPLACE FUNCTION app.next_free(doctors bigint[], from_at timestamptz, days int, minutes int, max_rows int)
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

-- As in 0009, who is in the way of a refused booking.
CREATE OR REPLACE FUNCTION app.in_the_way(doctor bigint, patient bigint, room bigint, starts timestamptz,
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

CREATE OR REPLACE FUNCTION app.free_rooms(starts timestamptz, ends timestamptz, self bigint)
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

CREATE OR REPLACE FUNCTION app.lock_parents(doctors bigint[], patients bigint[], rooms bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM app.doctor d WHERE d.id = ANY (doctors) ORDER BY d.id FOR NO KEY UPDATE;
    PERFORM FROM app.patient p WHERE p.id = ANY (patients) ORDER BY p.id FOR NO KEY UPDATE;
    IF array_remove(rooms, NULL) <> '{}' THEN
        PERFORM FROM app.room r WHERE r.id = ANY (rooms) ORDER BY r.id FOR NO KEY UPDATE;
    END IF;
END
$$;

-- As in 0007; a new row's operation is the one the guard has found.
CREATE OR REPLACE FUNCTION app.appointment_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = app, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    e app.appointment_event;
    what text := 'booked';
    rules text := nullif(current_setting('clinic.override', true), '');
    because text := nullif(btrim(current_setting('clinic.because', true)), '');
BEGIN
    IF because IS NULL OR app.loading() OR NOT (pg_has_role(session_user, 'clinic_reception', 'MEMBER')
            OR pg_has_role(session_user, 'clinic_doctor', 'MEMBER')) THEN
        rules := NULL;
        because := NULL;
    END IF;
    IF TG_OP = 'INSERT' THEN
        INSERT INTO appointment_event(appointment_id, version, kind, desk, new_status, new_starts_at, new_ends_at,
                new_doctor_id, reason, override_rules, override_because, op_id)
            VALUES (NEW.id, NEW.version, what, app.desk_name(), NEW.status, NEW.starts_at, NEW.ends_at,
                NEW.doctor_id, NEW.status_note, rules, CASE WHEN rules IS NOT NULL THEN left(because, 500) END,
                NEW.op_id);
        RETURN NULL;
    END IF;
    SELECT * INTO e FROM appointment_event x WHERE x.appointment_id = OLD.id AND x.version = OLD.version;
    what := app.event_kind(OLD, NEW, e);
    INSERT INTO appointment_event(appointment_id, version, kind, desk, old_status, new_status,
            old_starts_at, new_starts_at, old_ends_at, new_ends_at, old_doctor_id, new_doctor_id,
            reason, override_rules, override_because, op_id, before)
        VALUES (NEW.id, NEW.version, what, app.desk_name(), OLD.status, NEW.status,
            OLD.starts_at, NEW.starts_at, OLD.ends_at, NEW.ends_at, OLD.doctor_id, NEW.doctor_id,
            NEW.status_note, rules, CASE WHEN rules IS NOT NULL THEN left(because, 500) END,
            app.current_operation(), to_jsonb(OLD));
    RETURN NULL;
END
$$;

-- The rule of 0015; whom it concerns is found first, so that not everyone has to be looked at.
CREATE OR REPLACE FUNCTION app.notify_concerned() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
    concerned bigint[];
BEGIN
    IF app.loading() OR NEW.kind NOT IN ('booked', 'moved', 'confirmed', 'rejected', 'checked_in', 'cancelled', 'undone')
    THEN
        RETURN NULL;
    END IF;
    IF NEW.kind NOT IN ('confirmed', 'rejected') THEN
        concerned := ARRAY(SELECT d.staff_id FROM doctor d WHERE d.id IN (NEW.new_doctor_id, NEW.old_doctor_id));
    END IF;
    IF NEW.kind NOT IN ('booked', 'checked_in') THEN
        concerned := concerned || (SELECT s.id FROM appointment_event booked JOIN staff s ON s.login = booked.who
                                   WHERE booked.appointment_id = NEW.appointment_id AND booked.version = 1);
    END IF;
    INSERT INTO notification(staff_id, appointment_id, event_id)
        SELECT s.id, NEW.appointment_id, NEW.id FROM staff s
        WHERE s.id = ANY (concerned) AND s.active AND s.login <> NEW.who;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION app.appointment_notify() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    zone text := (SELECT s.time_zone FROM setting s);
    payload text;
BEGIN
    FOR payload IN
        SELECT string_agg(item, ' ') FROM (
            SELECT c.id || '/' || c.doctor_id || '/' || (c.starts_at AT TIME ZONE zone)::date AS item,
                   (row_number() OVER () - 1) / 150 AS part FROM changed c) items
        GROUP BY part LIMIT 40
    LOOP
        PERFORM pg_notify('appointment', payload);
    END LOOP;
    RETURN NULL;
END
$$;

ALTER FUNCTION app.appointment_guard() SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION app.hold_take(bigint, timestamptz, timestamptz) SET plan_cache_mode = force_generic_plan;

-- Called by the triggers' functions only.
ALTER FUNCTION app.guard_insert(app.appointment) SECURITY INVOKER RESET ALL;
ALTER FUNCTION app.guard_undo(app.appointment, app.appointment, app.appointment_event) SECURITY INVOKER RESET ALL;
ALTER FUNCTION app.guard_move(app.appointment, app.appointment) SECURITY INVOKER RESET ALL;
ALTER FUNCTION app.guard_step(app.appointment, app.appointment) SECURITY INVOKER RESET ALL;
ALTER FUNCTION app.guard_check_in(app.appointment, app.appointment) SECURITY INVOKER RESET ALL;
ALTER FUNCTION app.is_undo(app.appointment, app.appointment, app.appointment_event) SECURITY INVOKER RESET ALL;
ALTER FUNCTION app.event_kind(app.appointment, app.appointment, app.appointment_event) SECURITY INVOKER RESET ALL;
