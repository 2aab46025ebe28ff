-- Schemas, extensions, checked text, and the functions on which stored data depends. Such a function is never replaced
-- alone: what was stored or indexed by it would be stale. Whoever changes one rewrites that in the same migration.

ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;

CREATE SCHEMA ext;
CREATE EXTENSION btree_gist SCHEMA ext;
CREATE EXTENSION pg_trgm SCHEMA ext;
CREATE EXTENSION unaccent SCHEMA ext;
CREATE EXTENSION fuzzystrmatch SCHEMA ext;

-- One line a person reads: no control characters and none that turn the reading direction.
CREATE DOMAIN app.line AS text
    CHECK (char_length(VALUE) <= 200 AND VALUE !~ '[\x01-\x1f\x7f\u202a-\u202e\u2066-\u2069]');
CREATE DOMAIN app.name AS app.line
    CHECK (char_length(VALUE) BETWEEN 1 AND 100 AND VALUE = btrim(VALUE));
CREATE DOMAIN app.paragraph AS text
    CHECK (char_length(VALUE) <= 2000 AND VALUE !~ '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]');
CREATE DOMAIN app.colour AS text CHECK (VALUE ~ '^#[0-9a-f]{6}$');

-- Stored as patient.search.
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

CREATE FUNCTION app.minute_of_day(at time) RETURNS int
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (extract(epoch FROM at::interval) / 60)::int;

-- The rules' clock; only the owner of a test database replaces it.
-- The columns keep milliseconds. A finer clock would be rounded when it is stored: into the next day just before
-- midnight, and to the same time or another one than a rule has compared.
CREATE FUNCTION app.clinic_now() RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN date_trunc('milliseconds', now());

CREATE TABLE app.setting (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    clinic_name app.name NOT NULL DEFAULT 'Clinic',
    time_zone text NOT NULL DEFAULT 'UTC' CONSTRAINT setting_time_zone CHECK (app.is_time_zone(time_zone)),
    cancel_cutoff_minutes int NOT NULL DEFAULT 120 CHECK (cancel_cutoff_minutes BETWEEN 0 AND 10080),
    hold_seconds int NOT NULL DEFAULT 90 CHECK (hold_seconds BETWEEN 10 AND 600),
    undo_seconds int NOT NULL DEFAULT 30 CHECK (undo_seconds BETWEEN 0 AND 300),
    version int NOT NULL DEFAULT 1
);
INSERT INTO app.setting DEFAULT VALUES;
