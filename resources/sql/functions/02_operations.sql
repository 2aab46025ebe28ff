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
