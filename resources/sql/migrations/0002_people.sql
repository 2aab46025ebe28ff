-- Operations make a repeated request happen once; audit keeps before and after of master data. Staff, doctors, patients:
-- nobody is ever deleted, rows are made inactive.

CREATE TABLE app.operation (
    id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (char_length(kind) BETWEEN 1 AND 40),
    args_hash text NOT NULL CHECK (char_length(args_hash) <= 64),
    who name NOT NULL DEFAULT session_user,
    at timestamptz(3) NOT NULL DEFAULT app.clinic_now(),
    xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);

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

CREATE TABLE app.staff (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login text NOT NULL CONSTRAINT staff_login_key UNIQUE
        CONSTRAINT staff_login_format CHECK (login ~ '^[a-z][a-z0-9_.-]{0,62}$'),
    display_name app.name NOT NULL,
    role text NOT NULL CONSTRAINT staff_role CHECK (role IN ('receptionist', 'doctor', 'administrator')),
    active boolean NOT NULL DEFAULT true,
    last_sign_in timestamptz(3)
);

CREATE TABLE app.doctor (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    staff_id bigint NOT NULL UNIQUE REFERENCES app.staff ON DELETE RESTRICT,
    specialisation app.line NOT NULL DEFAULT '',
    licence_number app.name NOT NULL CONSTRAINT doctor_licence_key UNIQUE,
    accepts_appointments boolean NOT NULL DEFAULT true,
    needs_confirmation boolean NOT NULL DEFAULT true,
    verified boolean NOT NULL DEFAULT false,
    colour app.colour NOT NULL DEFAULT '#0b66b2',
    horizon_days int NOT NULL DEFAULT 30 CHECK (horizon_days BETWEEN 0 AND 730),
    lead_minutes int NOT NULL DEFAULT 0 CHECK (lead_minutes BETWEEN 0 AND 43200),
    buffer_minutes int NOT NULL DEFAULT 0 CHECK (buffer_minutes BETWEEN 0 AND 240),
    max_per_day int NOT NULL DEFAULT 20 CHECK (max_per_day BETWEEN 0 AND 500),
    end_date date,
    version int NOT NULL DEFAULT 1,
    row_lock int GENERATED ALWAYS AS (0) STORED
);

CREATE SEQUENCE app.patient_record_number;

CREATE TABLE app.patient (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    record_number text NOT NULL CONSTRAINT patient_record_number_key UNIQUE,
    family_name app.name NOT NULL,
    given_name app.name NOT NULL,
    birth_date date NOT NULL CONSTRAINT patient_birth_date CHECK (birth_date >= date '1850-01-01'),
    sex text NOT NULL DEFAULT 'unknown' CONSTRAINT patient_sex CHECK (sex IN ('unknown', 'female', 'male', 'other')),
    phone app.line,
    email app.line,
    address app.paragraph,
    national_id app.line CONSTRAINT patient_national_id_key UNIQUE,
    emergency_contact app.line,
    desk_notes app.paragraph,
    card_token_hash bytea CONSTRAINT patient_card_token_key UNIQUE CHECK (octet_length(card_token_hash) = 32),
    consent_on date,
    active boolean NOT NULL DEFAULT true,
    merged_into bigint REFERENCES app.patient ON DELETE RESTRICT CHECK (merged_into <> id),
    version int NOT NULL DEFAULT 1,
    op_id uuid REFERENCES app.operation,
    search text GENERATED ALWAYS AS (app.norm(family_name || ' ' || given_name)) STORED,
    phone_end text GENERATED ALWAYS AS (reverse(regexp_replace(phone, '[^0-9]', '', 'g'))) STORED,
    row_lock int GENERATED ALWAYS AS (0) STORED
);
CREATE INDEX patient_search_fragments ON app.patient USING gin (search ext.gin_trgm_ops);
CREATE INDEX patient_search_prefix ON app.patient (search text_pattern_ops);
CREATE INDEX patient_phone_end ON app.patient (phone_end text_pattern_ops);
CREATE INDEX patient_birth ON app.patient (birth_date);
CREATE INDEX patient_names ON app.patient (id) INCLUDE (family_name, given_name, birth_date);
CREATE INDEX patient_op ON app.patient (op_id);
CREATE INDEX patient_record_end ON app.patient (reverse(record_number) text_pattern_ops);
