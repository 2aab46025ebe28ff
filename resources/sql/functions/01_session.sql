-- Who is signed in and may go on, the clinic's day, and the settings a desk brings.

CREATE FUNCTION app.clinic_zone() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    RETURN (SELECT s.time_zone FROM setting s);
END
$$;

CREATE FUNCTION app.clinic_day(at timestamptz) RETURNS date
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (at AT TIME ZONE app.clinic_zone())::date;

-- The first instant of a clinic's day; also right where midnight does not exist.
CREATE FUNCTION app.day_start(day date) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN day::timestamp AT TIME ZONE app.clinic_zone();

-- Only SET ROLE clinic_owner (bootstrap, migrations, demo data) reads so; no person is a member of it.
CREATE FUNCTION app.loading() RETURNS boolean
LANGUAGE sql STABLE
RETURN coalesce(current_setting('role', true), '') = 'clinic_owner';

-- Refusals: CD001 a booking rule, CD002 a transition, CD003 too late; CONSTRAINT carries the code, DATATYPE the
-- rule that may be overridden.
CREATE FUNCTION app.refuse(state text, code text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = state, CONSTRAINT = code, DATATYPE = coalesce(app.override_of(code), ''),
        MESSAGE = 'refused: ' || code;
END
$$;

CREATE FUNCTION app.desk_name() RETURNS text
LANGUAGE sql STABLE
RETURN left(nullif(current_setting('clinic.desk', true), ''), 60);

CREATE FUNCTION app.desk_id() RETURNS uuid
LANGUAGE sql STABLE
RETURN CASE WHEN current_setting('clinic.desk_id', true) ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
            THEN current_setting('clinic.desk_id', true)::uuid END;

-- The desk's own name within a session's application name.
CREATE FUNCTION app.desk_of(application text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(application, '^ClinicDesk ', '');

-- The signed-in person, while active. Policies call these as (SELECT ...): once a statement.
CREATE FUNCTION app.my_staff() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    RETURN (SELECT s.id FROM staff s WHERE s.login = session_user AND s.active);
END
$$;

CREATE FUNCTION app.my_doctor() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    RETURN (SELECT d.id FROM staff s JOIN doctor d ON d.staff_id = s.id
            WHERE s.login = session_user AND s.active AND s.role = 'doctor');
END
$$;

-- A closed login may still have a session open; it can do nothing more.
CREATE FUNCTION app.require_active() RETURNS void
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

CREATE FUNCTION app.is_kiosk() RETURNS boolean
LANGUAGE sql STABLE
RETURN pg_has_role(session_user, 'clinic_kiosk', 'MEMBER')
    AND NOT pg_has_role(session_user, 'clinic_reception', 'MEMBER');

-- A session that may touch its own doctor's calendar only.
CREATE FUNCTION app.acts_as_doctor() RETURNS boolean
LANGUAGE sql STABLE
RETURN pg_has_role(session_user, 'clinic_doctor', 'MEMBER')
    AND NOT pg_has_role(session_user, 'clinic_reception', 'MEMBER');

-- Reception and administrators see every patient, a doctor own ones only.
CREATE FUNCTION app.sees_all_patients() RETURNS boolean
LANGUAGE sql STABLE
RETURN pg_has_role(session_user, 'clinic_reception', 'MEMBER') OR pg_has_role(session_user, 'clinic_admin', 'MEMBER');

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

-- Changes the caller's own password. Runs with the caller's rights: a role may change its own, and no other.
-- Only a verifier is taken, so the password itself is in no log and no statement that others can watch.
CREATE FUNCTION app.own_password(verifier text)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF app.my_staff() IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'this login is not an active member of staff';
    END IF;
    IF verifier IS NULL OR verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'staff_verifier', MESSAGE = 'not a SCRAM verifier';
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', session_user, verifier);
END
$$;

GRANT EXECUTE ON FUNCTION app.norm(text), app.is_time_zone(text), app.clinic_now(), app.minute_of_day(time), app.clinic_zone(),
    app.clinic_day(timestamptz), app.day_start(date), app.desk_name(), app.desk_id(), app.my_staff(), app.my_doctor(),
    app.sign_in(), app.own_password(text) TO clinic_reception, clinic_doctor, clinic_admin;
-- The functions that a superuser makes (bootstrap) ask these.
GRANT EXECUTE ON FUNCTION app.require_active() TO clinic_accounts;
GRANT EXECUTE ON FUNCTION app.desk_of(text) TO clinic_watch;
