-- Cluster-wide roles. Run by a superuser in the maintenance database; safe to repeat.
-- People and devices are LOGIN roles that inherit exactly one of the five groups.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['clinic_owner', 'clinic_reception', 'clinic_doctor', 'clinic_admin',
                                'clinic_kiosk', 'clinic_display', 'clinic_accounts', 'clinic_watch',
                                'clinic_migrate'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', name);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL; -- another bootstrap on this cluster was faster
            END;
        END IF;
    END LOOP;
END
$$;

-- Migrates by SET ROLE clinic_owner only; cannot sign in until it is given a password.
ALTER ROLE clinic_migrate LOGIN NOINHERIT;
GRANT clinic_owner TO clinic_migrate;

-- Owns the functions that make and disable logins, and has no members: nobody can become it.
ALTER ROLE clinic_accounts CREATEROLE;

-- Owns the lock desk's functions.
GRANT pg_signal_backend, pg_read_all_stats TO clinic_watch;
