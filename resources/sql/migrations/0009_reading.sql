-- What the programs ask: sign-in, patient search, catch-up, who is in the way, consistency.

CREATE FUNCTION app.sign_in()
RETURNS TABLE(staff_id bigint, login text, display_name text, role text, doctor_id bigint,
              clinic_name text, time_zone text, server_now timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    PERFORM app.require_active();
    UPDATE staff s SET last_sign_in = app.clinic_now() WHERE s.login = session_user;
    RETURN QUERY SELECT s.id, s.login, s.display_name::text, s.role, d.id,
                        st.clinic_name::text, st.time_zone, clock_timestamp() + (app.clinic_now() - now())
        FROM setting st, staff s LEFT JOIN doctor d ON d.staff_id = s.id WHERE s.login = session_user;
END
$$;

-- Reception and administrators see every patient, a doctor own ones only.
CREATE FUNCTION app.sees_all_patients() RETURNS boolean
LANGUAGE sql STABLE
RETURN pg_has_role(session_user, 'clinic_reception', 'MEMBER') OR pg_has_role(session_user, 'clinic_admin', 'MEMBER');

-- Patients by parts of the name in any order, accents and small typos forgiven, and by birth date, birth
-- year (two digits too), phone end or record number; best first. A doctor finds own patients only.
-- Needs three letters, or two that begin a family name, or a number.
CREATE FUNCTION app.patient_find(words text, max_rows int)
RETURNS TABLE(id bigint, record_number text, family_name text, given_name text, birth_date date, sex text,
              phone text, active boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, ext, pg_temp AS $$
DECLARE
    parts text[] := regexp_split_to_array(btrim(app.norm(left(coalesce(words, ''), 200))), '[\s,;]+');
    part text;
    conditions text[] := '{}';
    fuzzy text[] := '{}';
    numbers text[] := '{}';
    letters text := '';
    digits text;
    day date;
    visible text := CASE WHEN app.sees_all_patients() THEN 'true' ELSE
        'EXISTS (SELECT FROM appointment a WHERE a.patient_id = p.id AND a.doctor_id = ' || coalesce(app.my_doctor(), 0) || ')' END;
BEGIN
    PERFORM app.require_active();
    FOREACH part IN ARRAY parts LOOP
        CONTINUE WHEN part = '';
        IF part ~ '[0-9]' THEN
            digits := regexp_replace(part, '[^0-9]', '', 'g');
            day := app.date_from_words(part);
            IF day IS NOT NULL THEN
                numbers := numbers || format('p.birth_date = %L', day);
            ELSIF part ~ '^mr-' THEN
                numbers := numbers || format('p.record_number = %L', upper(part));
            ELSIF length(digits) = 4 AND digits::int BETWEEN 1850 AND 2100 THEN
                numbers := numbers || format('(p.birth_date BETWEEN %L AND %L OR p.phone_end LIKE %L)',
                    make_date(digits::int, 1, 1), make_date(digits::int, 12, 31), reverse(digits) || '%');
            ELSIF length(digits) = 2 THEN
                numbers := numbers || format('extract(year FROM p.birth_date)::int %% 100 = %s', digits::int);
            ELSE
                numbers := numbers || format('(p.phone_end LIKE %L OR p.record_number LIKE %L)',
                    reverse(digits) || '%', '%-' || lpad(digits, 6, '0'));
            END IF;
        ELSE
            part := replace(replace(replace(part, '\', ''), '%', ''), '_', '');
            CONTINUE WHEN part = '';
            letters := letters || part;
            IF length(part) >= 3 THEN
                conditions := conditions || format('p.search LIKE %L', '%' || part || '%');
            ELSE
                conditions := conditions || format('(p.search LIKE %L OR p.search LIKE %L)', part || '%', '% ' || part || '%');
            END IF;
            fuzzy := fuzzy || format('%L <%% p.search', part);
        END IF;
    END LOOP;
    IF length(letters) < 2 AND cardinality(numbers) = 0 THEN
        RETURN;
    END IF;
    IF cardinality(conditions) = 1 AND length(letters) = 2 THEN
        conditions := ARRAY[format('p.search LIKE %L', letters || '%')];
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT p.id, p.record_number, p.family_name::text, p.given_name::text, p.birth_date, p.sex, p.phone::text, p.active
         FROM patient p WHERE p.merged_into IS NULL AND %s AND %s
         ORDER BY p.active DESC, (p.search LIKE %L) DESC, p.search, p.birth_date LIMIT %s',
        visible, array_to_string(conditions || numbers, ' AND '),
        coalesce((SELECT x FROM unnest(parts) x WHERE x !~ '[0-9]' LIMIT 1), '') || '%', least(max_rows, 100));
    IF FOUND OR length(letters) < 4 THEN
        RETURN;
    END IF;
    PERFORM set_config('pg_trgm.word_similarity_threshold', '0.3', true);
    RETURN QUERY EXECUTE format(
        'SELECT p.id, p.record_number, p.family_name::text, p.given_name::text, p.birth_date, p.sex, p.phone::text, p.active
         FROM patient p WHERE p.merged_into IS NULL AND %s AND %s
         ORDER BY p.active DESC, similarity(p.search, %L) DESC, p.search LIMIT %s',
        visible, array_to_string(fuzzy || numbers, ' AND '), array_to_string(parts, ' '), least(max_rows, 100));
END
$$;

-- A whole birth date as people type it: 1985-05-03, 3.5.1985, 03/05/1985, 03-05-85 (day first).
CREATE FUNCTION app.date_from_words(word text) RETURNS date
LANGUAGE plpgsql STABLE SET search_path = app, pg_temp AS $$
DECLARE
    m text[];
    year int;
BEGIN
    m := regexp_match(word, '^(\d{4})-(\d{1,2})-(\d{1,2})$');
    IF m IS NOT NULL THEN
        RETURN make_date(m[1]::int, m[2]::int, m[3]::int);
    END IF;
    m := regexp_match(word, '^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$');
    IF m IS NULL THEN
        RETURN NULL;
    END IF;
    year := m[3]::int;
    IF length(m[3]) = 2 THEN
        year := year + CASE WHEN 2000 + year > extract(year FROM app.clinic_now()) THEN 1900 ELSE 2000 END;
    END IF;
    RETURN make_date(year, m[2]::int, m[1]::int);
EXCEPTION WHEN datetime_field_overflow THEN
    RETURN NULL;
END
$$;

-- Who may already be this person: same birth date and similar sound, or the same phone.
CREATE FUNCTION app.patient_similar(family text, given text, born date, phone_number text)
RETURNS TABLE(id bigint, record_number text, family_name text, given_name text, birth_date date, sex text,
              phone text, active boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, ext, pg_temp AS $$
DECLARE
    wanted text := app.norm(coalesce(family, '') || ' ' || coalesce(given, ''));
    ending text := reverse(regexp_replace(coalesce(phone_number, ''), '[^0-9]', '', 'g'));
BEGIN
    PERFORM app.require_active();
    RETURN QUERY
    SELECT p.id, p.record_number, p.family_name::text, p.given_name::text, p.birth_date, p.sex, p.phone::text, p.active
    FROM patient p
    WHERE p.merged_into IS NULL
      AND (app.sees_all_patients() OR EXISTS (SELECT FROM appointment a
           WHERE a.patient_id = p.id AND a.doctor_id = app.my_doctor()))
      AND ((p.birth_date = born AND (similarity(p.search, wanted) >= 0.25
                OR dmetaphone(p.family_name) = dmetaphone(app.norm(family))))
           OR (length(ending) >= 6 AND p.phone_end LIKE left(ending, 8) || '%' AND similarity(p.search, wanted) >= 0.25)
           OR (length(ending) >= 6 AND p.phone_end = ending))
    ORDER BY (p.birth_date = born) DESC, similarity(p.search, wanted) DESC LIMIT 5;
END
$$;

-- Appointments changed by transactions that a reader at `since` may not have seen, and where the next
-- reading starts. Ids are drawn before commit, so transactions are compared, not ids.
CREATE FUNCTION app.changes_since(since xid8)
RETURNS TABLE(next_since xid8, appointment_id bigint)
LANGUAGE sql STABLE SET search_path = app, pg_temp AS $$
    SELECT pg_snapshot_xmin(pg_current_snapshot()), c.appointment_id
    FROM (SELECT 1) one LEFT JOIN
        (SELECT DISTINCT e.appointment_id FROM app.appointment_event e WHERE e.xid >= since) c ON true
$$;

-- The desk's own name within a session's application name.
CREATE FUNCTION app.desk_of(application text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(application, '^ClinicDesk ', '');

-- Which session holds the lock of a doctor's, patient's, room's or appointment's row: names only.
CREATE FUNCTION app.lock_holder(entity text, row_id bigint)
RETURNS TABLE(who text, desk text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_catalog, pg_temp AS $$
DECLARE
    locker xid;
BEGIN
    CASE entity
        WHEN 'doctor' THEN SELECT t.xmax INTO locker FROM doctor t WHERE t.id = row_id;
        WHEN 'patient' THEN SELECT t.xmax INTO locker FROM patient t WHERE t.id = row_id;
        WHEN 'room' THEN SELECT t.xmax INTO locker FROM room t WHERE t.id = row_id;
        WHEN 'appointment' THEN SELECT t.xmax INTO locker FROM appointment t WHERE t.id = row_id;
        ELSE RETURN;
    END CASE;
    RETURN QUERY SELECT coalesce(s.display_name::text, a.usename::text), app.desk_of(a.application_name)
        FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid LEFT JOIN staff s ON s.login = a.usename
        WHERE l.locktype = 'transactionid' AND l.granted AND l.transactionid = locker LIMIT 1;
END
$$;

-- What stands in the way of a span: the visit of the doctor, patient or room, or another desk's hold.
-- Names who and when, never the other patient.
CREATE FUNCTION app.in_the_way(doctor bigint, patient bigint, room bigint, starts timestamptz, ends timestamptz, self bigint)
RETURNS TABLE(what text, appointment_id bigint, starts_at timestamptz, ends_at timestamptz, doctor_name text,
              who text, desk text, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, ext, pg_temp AS $$
    WITH asked AS (
        SELECT tstzrange(starts, ends) AS span,
               tstzrange(starts, ends + coalesce((SELECT d.buffer_minutes FROM doctor d WHERE d.id = doctor), 0) * interval '1 minute') AS full_span
    ), visit AS (
        SELECT CASE WHEN a.doctor_id = doctor AND tstzrange(a.starts_at, a.doctor_free_at) && full_span THEN 'doctor'
                    WHEN a.patient_id = patient THEN 'patient' ELSE 'room' END AS what,
               a.id, a.starts_at, a.ends_at, a.doctor_id
        FROM appointment a, asked
        WHERE a.holds_slot AND a.id IS DISTINCT FROM self
          AND ((a.doctor_id = doctor AND tstzrange(a.starts_at, a.doctor_free_at) && full_span)
            OR (a.patient_id = patient AND tstzrange(a.starts_at, a.ends_at) && span)
            OR (a.room_id = room AND tstzrange(a.starts_at, a.ends_at) && span))
    )
    SELECT v.what, v.id, v.starts_at, v.ends_at, ds.display_name::text, coalesce(s.display_name::text, e.who::text), e.desk, e.at
    FROM visit v JOIN doctor d ON d.id = v.doctor_id JOIN staff ds ON ds.id = d.staff_id
    LEFT JOIN LATERAL (SELECT x.who, x.desk, x.at FROM appointment_event x WHERE x.appointment_id = v.id
                       AND x.kind IN ('booked', 'moved', 'undone') ORDER BY x.version DESC LIMIT 1) e ON true
    LEFT JOIN staff s ON s.login = e.who
    UNION ALL
    SELECT 'hold', NULL, lower(h.during), upper(h.during), ds.display_name::text, coalesce(s.display_name::text, h.who::text), h.desk,
           h.expires_at - (SELECT hold_seconds FROM setting) * interval '1 second'
    FROM slot_hold h JOIN doctor d ON d.id = h.doctor_id JOIN staff ds ON ds.id = d.staff_id
    LEFT JOIN staff s ON s.login = h.who, asked
    WHERE h.doctor_id = doctor AND h.during && full_span AND h.expires_at > app.clinic_now()
      AND NOT (h.who = session_user AND h.desk_id IS NOT DISTINCT FROM app.desk_id())
$$;

-- Active rooms that are free for a span.
CREATE FUNCTION app.free_rooms(starts timestamptz, ends timestamptz, self bigint)
RETURNS TABLE(id bigint, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, ext, pg_temp AS $$
    SELECT r.id, r.name::text FROM room r WHERE r.active AND NOT EXISTS (
        SELECT FROM appointment a WHERE a.room_id = r.id AND a.holds_slot AND a.id IS DISTINCT FROM self
          AND tstzrange(a.starts_at, a.ends_at) && tstzrange(starts, ends))
    ORDER BY r.name
$$;

-- Requirements section 7.6: every count is zero in a sound database.
CREATE FUNCTION app.consistency() RETURNS TABLE(rule text, rows bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, ext, pg_temp AS $$
    SELECT 'overlapping visits of one doctor', count(*) FROM appointment a JOIN appointment b
        ON a.doctor_id = b.doctor_id AND a.id < b.id AND a.holds_slot AND b.holds_slot
        AND tstzrange(a.starts_at, a.doctor_free_at) && tstzrange(b.starts_at, b.doctor_free_at)
    UNION ALL
    SELECT 'overlapping visits of one patient', count(*) FROM appointment a JOIN appointment b
        ON a.patient_id = b.patient_id AND a.id < b.id AND a.holds_slot AND b.holds_slot
        AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
    UNION ALL
    SELECT 'overlapping visits in one room', count(*) FROM appointment a JOIN appointment b
        ON a.room_id = b.room_id AND a.id < b.id AND a.holds_slot AND b.holds_slot
        AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
    UNION ALL
    SELECT 'status outside the table', count(*) FROM appointment a
        WHERE NOT EXISTS (SELECT FROM status_move m WHERE a.status IN (m.from_status, m.to_status))
    UNION ALL
    SELECT 'illegal step in the history', count(*) FROM appointment_event e
        WHERE e.old_status IS NOT NULL AND e.old_status <> e.new_status
          AND NOT EXISTS (SELECT FROM status_move m WHERE m.from_status = e.old_status AND m.to_status = e.new_status)
    UNION ALL
    SELECT 'history with a gap or a broken chain', count(*) FROM appointment_event e
        LEFT JOIN appointment_event p ON p.appointment_id = e.appointment_id AND p.version = e.version - 1
        WHERE (e.version > 1 AND (p.id IS NULL OR p.new_status IS DISTINCT FROM e.old_status
               OR p.new_starts_at IS DISTINCT FROM e.old_starts_at)) OR (e.version = 1 AND e.old_status IS NOT NULL)
    UNION ALL
    SELECT 'status differs from the last event', count(*) FROM appointment a
        LEFT JOIN appointment_event e ON e.appointment_id = a.id AND e.version = a.version
        WHERE e.new_status IS DISTINCT FROM a.status OR e.new_starts_at IS DISTINCT FROM a.starts_at
           OR e.new_doctor_id IS DISTINCT FROM a.doctor_id
    UNION ALL
    SELECT 'version differs from the number of events', count(*) FROM appointment a
        WHERE a.version <> (SELECT count(*) FROM appointment_event e WHERE e.appointment_id = a.id)
    UNION ALL
    SELECT 'ends before it starts', count(*) FROM appointment a WHERE a.ends_at <= a.starts_at
    UNION ALL
    SELECT 'checked in on another day', count(*) FROM appointment a
        WHERE app.clinic_day(a.checked_in_at) <> app.clinic_day(a.starts_at)
    UNION ALL
    SELECT 'more than one visit in progress for a doctor', count(*) FROM
        (SELECT FROM appointment WHERE status = 'in_progress' GROUP BY doctor_id HAVING count(*) > 1) twice
    UNION ALL
    SELECT 'orphans', (SELECT count(*) FROM appointment a WHERE NOT EXISTS (SELECT FROM doctor d WHERE d.id = a.doctor_id)
            OR NOT EXISTS (SELECT FROM patient p WHERE p.id = a.patient_id))
        + (SELECT count(*) FROM appointment_event e WHERE NOT EXISTS (SELECT FROM appointment a WHERE a.id = e.appointment_id))
    UNION ALL
    SELECT 'operation without its effect', count(*) FROM operation o
        WHERE NOT EXISTS (SELECT FROM appointment_event e WHERE e.op_id = o.id)
          AND NOT EXISTS (SELECT FROM audit u WHERE u.op_id = o.id)
          AND NOT EXISTS (SELECT FROM patient p WHERE p.op_id = o.id)
    UNION ALL
    SELECT 'effect without operation', (SELECT count(*) FROM appointment_event e
            WHERE NOT EXISTS (SELECT FROM operation o WHERE o.id = e.op_id))
        + (SELECT count(*) FROM appointment a WHERE NOT EXISTS (SELECT FROM operation o WHERE o.id = a.op_id))
$$;
