-- Functions that need more than clinic_owner has. Run by a superuser after the migrations; safe to repeat: those that were
-- made before are dropped, so one that has changed its form or stands here no longer leaves nothing behind.
DO $$
DECLARE
    f regprocedure;
BEGIN
    FOR f IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
            AND p.proowner IN ('clinic_accounts'::regrole, 'clinic_watch'::regrole) LOOP
        EXECUTE format('DROP FUNCTION %s', f);
    END LOOP;
END
$$;

-- Makes a login with a SCRAM verifier (the password itself never reaches the server) and its staff row.
CREATE FUNCTION app.staff_create(login text, verifier text, display_name text, role text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    new_id bigint;
    group_name text := CASE role WHEN 'receptionist' THEN 'clinic_reception'
                                 WHEN 'doctor' THEN 'clinic_doctor'
                                 WHEN 'administrator' THEN 'clinic_admin' END;
BEGIN
    PERFORM app.require_active();
    IF login IS NULL OR login !~ '^[a-z][a-z0-9_.-]{0,62}$' OR login ~ '^(pg_|clinic_|clinicdesk|postgres|public$|none$)' THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'staff_login_format', MESSAGE = 'login name not allowed';
    END IF;
    IF group_name IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'staff_role', MESSAGE = 'unknown role';
    END IF;
    IF verifier IS NULL OR verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'staff_verifier', MESSAGE = 'not a SCRAM verifier';
    END IF;
    INSERT INTO app.staff(login, display_name, role)
        VALUES (staff_create.login, staff_create.display_name, staff_create.role) RETURNING id INTO new_id;
    BEGIN
        EXECUTE format('CREATE ROLE %I LOGIN INHERIT PASSWORD %L', login, verifier);
    EXCEPTION WHEN duplicate_object THEN
        RAISE EXCEPTION USING ERRCODE = '23505', CONSTRAINT = 'staff_login_key', MESSAGE = 'login name is taken';
    END;
    EXECUTE format('GRANT %I TO %I', group_name, login);
    RETURN new_id;
END
$$;

-- The verifier of a member of this clinic's staff is replaced.
CREATE FUNCTION app.staff_password(login text, verifier text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM app.require_active();
    IF verifier IS NULL OR verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'staff_verifier', MESSAGE = 'not a SCRAM verifier';
    END IF;
    IF NOT EXISTS (SELECT FROM app.staff s WHERE s.login = staff_password.login AND s.active) THEN
        RAISE EXCEPTION USING ERRCODE = '23503', CONSTRAINT = 'staff_login', MESSAGE = 'no such member of staff';
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', login, verifier);
END
$$;

-- Nobody is deleted: the login is closed and the staff row marked; what they did stays.
CREATE FUNCTION app.staff_disable(login text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM app.require_active();
    UPDATE app.staff s SET active = false WHERE s.login = staff_disable.login;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23503', CONSTRAINT = 'staff_login', MESSAGE = 'no such member of staff';
    END IF;
    EXECUTE format('ALTER ROLE %I NOLOGIN', login);
END
$$;

-- What a session's message does: the kind that it records as its operation, never another word of it.
CREATE FUNCTION app.action_of(message text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(substring(message FROM $re$EXECUTE op\([^,]+,'([a-z-]{1,40})'$re$), '')
$$;

-- Who waits for a lock and who is in the way.
CREATE FUNCTION app.locks()
RETURNS TABLE(pid int, who text, desk text, action text, waited_ms bigint,
              blocker_pid int, blocker text, blocker_desk text, blocker_action text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT w.pid, w.usename::text, app.desk_of(w.application_name), app.action_of(w.query),
           (extract(epoch FROM clock_timestamp() - w.query_start) * 1000)::bigint,
           b.pid, b.usename::text, app.desk_of(b.application_name), app.action_of(b.query)
    FROM pg_stat_activity w
    CROSS JOIN LATERAL unnest(pg_blocking_pids(w.pid)) AS blocking(pid)
    LEFT JOIN pg_stat_activity b ON b.pid = blocking.pid
    WHERE w.datname = current_database()
    ORDER BY 5 DESC
$$;

-- Connected desks, what they do and the locks they hold.
CREATE FUNCTION app.sessions()
RETURNS TABLE(pid int, who text, desk text, action text, since timestamptz, state text, locks bigint, transaction_ms bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT a.pid, a.usename::text, app.desk_of(a.application_name),
           CASE WHEN a.xact_start IS NULL THEN '' ELSE app.action_of(a.query) END, a.backend_start, a.state,
           (SELECT count(*) FROM pg_locks l WHERE l.pid = a.pid AND l.granted AND l.locktype IN ('tuple', 'transactionid')),
           (extract(epoch FROM clock_timestamp() - a.xact_start) * 1000)::bigint
    FROM pg_stat_activity a
    WHERE a.datname = current_database() AND a.backend_type = 'client backend'
    ORDER BY a.backend_start
$$;

-- Deadlocks the server has ended since its statistics began.
CREATE FUNCTION app.deadlocks()
RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()
$$;

DO $$
DECLARE
    f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['app.staff_create(text, text, text, text)', 'app.staff_password(text, text)',
                             'app.staff_disable(text)'] LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO clinic_accounts', f);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO clinic_admin, clinic_owner', f);
    END LOOP;
    FOREACH f IN ARRAY ARRAY['app.locks()', 'app.sessions()', 'app.deadlocks()'] LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO clinic_watch', f);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO clinic_admin, clinic_owner', f);
    END LOOP;
END
$$;
ALTER FUNCTION app.action_of(text) OWNER TO clinic_watch;
REVOKE ALL ON FUNCTION app.action_of(text) FROM PUBLIC;
