-- Loads the visits demo.from to demo.to with their whole history. The row triggers are off inside this
-- one message only; every constraint stays.
ALTER TABLE app.appointment DISABLE TRIGGER USER;

INSERT INTO app.operation(id, kind, args_hash, who, at)
    SELECT s.op_id, 'demo', '', s.who, s.at FROM demo_step s
    WHERE s.seq BETWEEN current_setting('demo.from')::bigint AND current_setting('demo.to')::bigint;

INSERT INTO app.appointment(id, doctor_id, patient_id, room_id, visit_type_id, starts_at, ends_at, doctor_free_at, status,
        reason, status_note, source, requested_at, confirmed_at, checked_in_at, started_at, ended_at, cancelled_at, op_id, version)
    OVERRIDING SYSTEM VALUE
    SELECT v.seq, v.doctor_id, v.patient_id, v.room_id, v.visit_type_id, v.starts, v.ends, v.ends, v.status,
        v.reason, v.status_note, 'desk', v.requested_at, v.confirmed_at, v.checked_in_at, v.started_at, v.ended_at,
        CASE WHEN v.status IN ('cancelled', 'rejected') THEN v.closed_at END,
        (lpad(to_hex(o.seed & 2147483647), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(v.seq * 8 + 1), 12, '0'))::uuid,
        1 + (v.needs AND v.confirmed_at IS NOT NULL)::int + (v.checked_in_at IS NOT NULL)::int
          + (v.started_at IS NOT NULL)::int + (v.ended_at IS NOT NULL)::int + (v.closed_at IS NOT NULL)::int
    FROM demo_visit v, demo_option o
    WHERE v.seq BETWEEN current_setting('demo.from')::bigint AND current_setting('demo.to')::bigint;

INSERT INTO app.appointment_event(appointment_id, version, kind, who, desk, at, old_status, new_status, old_starts_at,
        new_starts_at, old_ends_at, new_ends_at, old_doctor_id, new_doctor_id, reason, op_id)
    SELECT s.seq, s.version, s.kind, s.who, s.desk, s.at, s.old_status, s.new_status,
        CASE WHEN s.version > 1 THEN s.starts END, s.starts, CASE WHEN s.version > 1 THEN s.ends END, s.ends,
        CASE WHEN s.version > 1 THEN s.doctor_id END, s.doctor_id, s.reason, s.op_id
    FROM demo_step s
    WHERE s.seq BETWEEN current_setting('demo.from')::bigint AND current_setting('demo.to')::bigint;

ALTER TABLE app.appointment ENABLE TRIGGER USER;
SELECT setval(pg_get_serial_sequence('app.appointment', 'id'), current_setting('demo.to')::bigint);
