-- Operations make a repeated request happen once; audit keeps before and after of master data.

-- The running operation, or a row of kind 'direct' for a writer that brought none. A borrowed or stale
-- setting is not believed: the row must be this session's user's and of this transaction.
CREATE FUNCTION app.current_operation() RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
    op uuid;
    given text := nullif(current_setting('clinic.op', true), '');
BEGIN
    IF given ~ '^[0-9a-fA-F-]{36}$' THEN
        SELECT o.id INTO op FROM operation o
            WHERE o.id = given::uuid AND o.who = session_user AND o.xid = pg_current_xact_id();
    END IF;
    IF op IS NULL THEN
        INSERT INTO operation(id, kind, args_hash) VALUES (gen_random_uuid(), 'direct', '') RETURNING id INTO op;
        PERFORM set_config('clinic.op', op::text, true);
    END IF;
    RETURN op;
END
$$;

CREATE FUNCTION app.audit_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
BEGIN
    PERFORM app.require_active();
    -- Loading in bulk names no operation; an owner's single act does, and is kept.
    IF app.loading() AND TG_OP = 'INSERT' AND coalesce(current_setting('clinic.op', true), '') = '' THEN
        RETURN NULL;
    END IF;
    INSERT INTO audit(desk, op_id, entity, entity_id, before, after)
        VALUES (app.desk_name(), app.current_operation(), TG_TABLE_NAME,
                (coalesce(new_row, old_row) ->> 'id')::bigint, old_row, new_row);
    RETURN NULL;
END
$$;

CREATE TRIGGER setting_audit AFTER UPDATE ON app.setting FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER staff_audit AFTER INSERT OR UPDATE ON app.staff FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER doctor_audit AFTER INSERT OR UPDATE ON app.doctor FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER patient_audit AFTER INSERT OR UPDATE ON app.patient FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER room_audit AFTER INSERT OR UPDATE ON app.room FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER visit_type_audit AFTER INSERT OR UPDATE ON app.visit_type FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER weekly_hours_audit AFTER INSERT OR UPDATE ON app.weekly_hours FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER schedule_exception_audit AFTER INSERT OR UPDATE ON app.schedule_exception FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER closed_day_audit AFTER INSERT OR UPDATE ON app.closed_day FOR EACH ROW EXECUTE FUNCTION app.audit_row();

-- Hints for the other desks: "look again". The channel carries what changed; a listener re-reads and believes nothing of
-- the payload.
CREATE FUNCTION app.row_notify() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    PERFORM pg_notify(TG_ARGV[0], TG_TABLE_NAME);
    RETURN NULL;
END
$$;

CREATE TRIGGER slot_hold_notify AFTER INSERT OR UPDATE OR DELETE ON app.slot_hold
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('hold');
CREATE TRIGGER weekly_hours_notify AFTER INSERT OR UPDATE ON app.weekly_hours
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');
CREATE TRIGGER schedule_exception_notify AFTER INSERT OR UPDATE ON app.schedule_exception
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');
CREATE TRIGGER closed_day_notify AFTER INSERT OR UPDATE ON app.closed_day
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');
CREATE TRIGGER doctor_notify AFTER INSERT OR UPDATE ON app.doctor
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');
CREATE TRIGGER room_notify AFTER INSERT OR UPDATE ON app.room
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');
CREATE TRIGGER visit_type_notify AFTER INSERT OR UPDATE ON app.visit_type
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');
CREATE TRIGGER setting_notify AFTER UPDATE ON app.setting
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');

-- Master data carry a version: a change says which one was seen, so that nobody writes over what another has changed
-- meanwhile.

-- One more for each change; writing the same again is none.
CREATE FUNCTION app.count_version() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := CASE
        WHEN TG_OP = 'INSERT' THEN 1
        WHEN to_jsonb(NEW) - 'version' - 'row_lock' = to_jsonb(OLD) - 'version' - 'row_lock' THEN OLD.version
        ELSE OLD.version + 1 END;
    RETURN NEW;
END
$$;
CREATE TRIGGER setting_version BEFORE UPDATE ON app.setting FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER doctor_version BEFORE INSERT OR UPDATE ON app.doctor FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER room_version BEFORE INSERT OR UPDATE ON app.room FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER visit_type_version BEFORE INSERT OR UPDATE ON app.visit_type
    FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER weekly_hours_version BEFORE INSERT OR UPDATE ON app.weekly_hours
    FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER schedule_exception_version BEFORE INSERT OR UPDATE ON app.schedule_exception
    FOR EACH ROW EXECUTE FUNCTION app.count_version();

-- A closed day is known by its date, whichever row holds it: one that comes again goes on counting. One after the other,
-- so that two that come at once do not count alike.
CREATE FUNCTION app.count_closed_day() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    PERFORM app.require_active();
    PERFORM FROM setting FOR NO KEY UPDATE;
    IF TG_OP = 'UPDATE' AND (NEW.day, NEW.name, NEW.active) IS NOT DISTINCT FROM (OLD.day, OLD.name, OLD.active) THEN
        NEW.version := OLD.version;
    ELSE
        NEW.version := 1 + coalesce((SELECT max(c.version) FROM closed_day c WHERE c.day = NEW.day), 0);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER closed_day_version BEFORE INSERT OR UPDATE ON app.closed_day
    FOR EACH ROW EXECUTE FUNCTION app.count_closed_day();

-- A row of master data as the caller's own operation left it: a repeated operation is answered with it.
CREATE FUNCTION app.written(op uuid, entity text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
    SELECT u.after FROM audit u
    WHERE u.op_id = written.op AND u.entity = written.entity AND u.who = session_user
      AND u.entity IN ('doctor', 'room', 'visit_type', 'weekly_hours', 'schedule_exception', 'closed_day')
      AND app.my_staff() IS NOT NULL
    ORDER BY u.id DESC LIMIT 1
$$;

-- The version of a row of master data, and who made it; nobody for one that was loaded. The setting is one
-- row, without an id.
CREATE FUNCTION app.record_state(entity text, row_id bigint)
RETURNS TABLE(version int, who text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
    SELECT s.version, c.who, c.at FROM (
        SELECT d.version FROM doctor d WHERE record_state.entity = 'doctor' AND d.id = row_id
        UNION ALL SELECT r.version FROM room r WHERE record_state.entity = 'room' AND r.id = row_id
        UNION ALL SELECT v.version FROM visit_type v WHERE record_state.entity = 'visit_type' AND v.id = row_id
        UNION ALL SELECT w.version FROM weekly_hours w
            WHERE record_state.entity = 'weekly_hours' AND w.id = row_id AND w.active
        UNION ALL SELECT e.version FROM schedule_exception e
            WHERE record_state.entity = 'schedule_exception' AND e.id = row_id AND e.active
        UNION ALL SELECT l.version FROM closed_day l
            WHERE record_state.entity = 'closed_day' AND l.id = row_id AND l.active
        UNION ALL SELECT k.version FROM setting k WHERE record_state.entity = 'setting') s
    LEFT JOIN LATERAL (
        SELECT coalesce(p.display_name::text, u.who::text) AS who, u.at
        FROM audit u LEFT JOIN staff p ON p.login = u.who
        WHERE u.entity = record_state.entity
          AND (u.entity_id = row_id OR record_state.entity = 'setting')
          AND u.before ->> 'version' IS DISTINCT FROM u.after ->> 'version'
        ORDER BY u.id DESC LIMIT 1) c ON true
    WHERE app.my_staff() IS NOT NULL
$$;

GRANT EXECUTE ON FUNCTION app.written(uuid, text), app.record_state(text, bigint)
    TO clinic_reception, clinic_doctor, clinic_admin;
