-- Staff, doctors, patients. Nobody is ever deleted: rows are made inactive.
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
    row_lock int GENERATED ALWAYS AS (0) STORED
);

-- The signed-in person, while active. Policies call these as (SELECT ...): once a statement.
CREATE FUNCTION app.my_staff() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (SELECT s.id FROM app.staff s WHERE s.login = session_user AND s.active);

CREATE FUNCTION app.my_doctor() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (SELECT d.id FROM app.staff s JOIN app.doctor d ON d.staff_id = s.id
        WHERE s.login = session_user AND s.active AND s.role = 'doctor');

-- A closed login may still have a session open; it can do nothing more.
CREATE FUNCTION app.require_active() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    IF app.loading() OR pg_has_role(session_user, 'clinic_kiosk', 'MEMBER') THEN
        RETURN;
    END IF;
    IF app.my_staff() IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'this login is not an active member of staff';
    END IF;
END
$$;

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

CREATE FUNCTION app.patient_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, ext, pg_temp AS $$
BEGIN
    PERFORM app.require_active();
    IF NEW.birth_date > app.clinic_day(app.clinic_now()) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'patient_birth_date_past',
            MESSAGE = 'birth date is in the future';
    END IF;
    IF TG_OP = 'INSERT' THEN
        NEW.version := 1;
        IF NOT app.loading() OR NEW.record_number IS NULL THEN
            NEW.record_number := 'MR-' || to_char(app.clinic_now() AT TIME ZONE app.clinic_zone(), 'YYYY') || '-'
                || lpad(nextval('app.patient_record_number')::text, 6, '0');
        END IF;
        IF NOT app.loading() THEN
            NEW.op_id := app.current_operation();
        END IF;
    ELSE
        NEW.version := OLD.version + 1;
        NEW.op_id := OLD.op_id;
        NEW.record_number := OLD.record_number;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER patient_guard BEFORE INSERT OR UPDATE ON app.patient FOR EACH ROW EXECUTE FUNCTION app.patient_guard();

CREATE TRIGGER staff_audit AFTER INSERT OR UPDATE ON app.staff FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER doctor_audit AFTER INSERT OR UPDATE ON app.doctor FOR EACH ROW EXECUTE FUNCTION app.audit_row();
CREATE TRIGGER patient_audit AFTER INSERT OR UPDATE ON app.patient FOR EACH ROW EXECUTE FUNCTION app.audit_row();
