-- Operations make a repeated request happen once; audit keeps before and after of master data.
CREATE TABLE app.operation (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (char_length(kind) BETWEEN 1 AND 40),
    args_hash text NOT NULL CHECK (char_length(args_hash) <= 64),
    who name NOT NULL DEFAULT session_user,
    at timestamptz(3) NOT NULL DEFAULT app.clinic_now(),
    xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);

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

CREATE TABLE app.audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz(3) NOT NULL DEFAULT app.clinic_now(),
    who name NOT NULL DEFAULT session_user,
    desk text,
    op_id uuid NOT NULL REFERENCES app.operation,
    entity text NOT NULL,
    entity_id bigint,
    before jsonb,
    after jsonb
);
CREATE INDEX audit_entity ON app.audit(entity, entity_id, id);
CREATE INDEX audit_op ON app.audit(op_id);

CREATE FUNCTION app.desk_name() RETURNS text
LANGUAGE sql STABLE
RETURN left(nullif(current_setting('clinic.desk', true), ''), 60);

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
