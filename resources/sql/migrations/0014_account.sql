-- A person's own login.

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
REVOKE ALL ON FUNCTION app.own_password(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.own_password(text) TO clinic_reception, clinic_doctor, clinic_admin;
