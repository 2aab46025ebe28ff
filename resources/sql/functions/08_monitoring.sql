-- Who is in the way of a lock, and whether the database is sound.

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

GRANT EXECUTE ON FUNCTION app.lock_holder(text, bigint) TO clinic_reception, clinic_doctor, clinic_admin;
GRANT EXECUTE ON FUNCTION app.consistency() TO clinic_admin;
