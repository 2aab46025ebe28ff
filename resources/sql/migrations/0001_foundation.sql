-- Schemas, extensions, checked text, the clinic's settings, clock and zone.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;

CREATE SCHEMA ext;
CREATE EXTENSION btree_gist SCHEMA ext;
CREATE EXTENSION pg_trgm SCHEMA ext;
CREATE EXTENSION unaccent SCHEMA ext;
CREATE EXTENSION fuzzystrmatch SCHEMA ext;

GRANT USAGE ON SCHEMA app TO clinic_reception, clinic_doctor, clinic_admin, clinic_kiosk, clinic_display;
GRANT USAGE ON SCHEMA ext TO clinic_reception, clinic_doctor, clinic_admin, clinic_kiosk;
GRANT SELECT ON app.schema_migration TO clinic_reception, clinic_doctor, clinic_admin, clinic_kiosk, clinic_display;

-- One line a person reads: no control characters and none that turn the reading direction.
CREATE DOMAIN app.line AS text
    CHECK (char_length(VALUE) <= 200 AND VALUE !~ '[\x01-\x1f\x7f\u202a-\u202e\u2066-\u2069]');
CREATE DOMAIN app.name AS app.line
    CHECK (char_length(VALUE) BETWEEN 1 AND 100 AND VALUE = btrim(VALUE));
CREATE DOMAIN app.paragraph AS text
    CHECK (char_length(VALUE) <= 2000 AND VALUE !~ '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]');
CREATE DOMAIN app.colour AS text CHECK (VALUE ~ '^#[0-9a-f]{6}$');
GRANT USAGE ON TYPE app.line, app.name, app.paragraph, app.colour
    TO clinic_reception, clinic_doctor, clinic_admin, clinic_accounts;

CREATE FUNCTION app.norm(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(ext.unaccent('ext.unaccent'::regdictionary, value));

CREATE FUNCTION app.is_time_zone(zone text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    PERFORM timestamptz '2000-01-01 00:00Z' AT TIME ZONE zone;
    RETURN true;
EXCEPTION WHEN invalid_parameter_value THEN
    RETURN false;
END
$$;

CREATE TABLE app.setting (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    clinic_name app.name NOT NULL DEFAULT 'Clinic',
    time_zone text NOT NULL DEFAULT 'UTC' CONSTRAINT setting_time_zone CHECK (app.is_time_zone(time_zone)),
    cancel_cutoff_minutes int NOT NULL DEFAULT 120 CHECK (cancel_cutoff_minutes BETWEEN 0 AND 10080),
    hold_seconds int NOT NULL DEFAULT 90 CHECK (hold_seconds BETWEEN 10 AND 600),
    undo_seconds int NOT NULL DEFAULT 30 CHECK (undo_seconds BETWEEN 0 AND 300)
);
INSERT INTO app.setting DEFAULT VALUES;

-- The rules' clock. Only the owner of a test database replaces it.
CREATE FUNCTION app.clinic_now() RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN now();

CREATE FUNCTION app.clinic_zone() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (SELECT time_zone FROM app.setting);

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

GRANT EXECUTE ON FUNCTION app.norm(text), app.clinic_now(), app.clinic_zone(), app.clinic_day(timestamptz),
    app.day_start(date), app.is_time_zone(text) TO clinic_reception, clinic_doctor, clinic_admin;
