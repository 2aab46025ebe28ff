-- Appointments, their moves, their history, holds and notices: the tables that carry the promise.

CREATE TABLE app.appointment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    doctor_id bigint NOT NULL REFERENCES app.doctor ON DELETE RESTRICT,
    patient_id bigint NOT NULL REFERENCES app.patient ON DELETE RESTRICT,
    room_id bigint REFERENCES app.room ON DELETE RESTRICT,
    visit_type_id bigint REFERENCES app.visit_type ON DELETE RESTRICT,
    starts_at timestamptz(3) NOT NULL,
    ends_at timestamptz(3) NOT NULL,
    doctor_free_at timestamptz(3) NOT NULL,
    status text NOT NULL CONSTRAINT appointment_status CHECK (status IN
        ('pending', 'confirmed', 'in_progress', 'completed', 'cancelled', 'rejected', 'no_show')),
    holds_slot boolean GENERATED ALWAYS AS (status IN ('pending', 'confirmed', 'in_progress')) STORED,
    reason app.paragraph,
    notes app.paragraph,
    status_note app.paragraph,
    source text NOT NULL CHECK (source IN ('desk', 'doctor', 'kiosk')),
    requested_at timestamptz(3) NOT NULL,
    confirmed_at timestamptz(3),
    checked_in_at timestamptz(3),
    started_at timestamptz(3),
    ended_at timestamptz(3),
    cancelled_at timestamptz(3),
    follow_up_of bigint REFERENCES app.appointment ON DELETE RESTRICT,
    op_id uuid NOT NULL REFERENCES app.operation,
    version int NOT NULL DEFAULT 1 CHECK (version >= 1),
    CONSTRAINT appointment_span CHECK (ends_at > starts_at AND ends_at - starts_at <= interval '12 hours'
        AND doctor_free_at >= ends_at),
    CONSTRAINT appointment_doctor_free EXCLUDE USING gist
        (doctor_id WITH =, tstzrange(starts_at, doctor_free_at) WITH &&) WHERE (holds_slot),
    CONSTRAINT appointment_patient_free EXCLUDE USING gist
        (patient_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (holds_slot),
    CONSTRAINT appointment_room_free EXCLUDE USING gist
        (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (holds_slot AND room_id IS NOT NULL)
);
CREATE UNIQUE INDEX appointment_one_in_progress ON app.appointment(doctor_id) WHERE status = 'in_progress';
CREATE INDEX appointment_day ON app.appointment(starts_at, doctor_id);
CREATE INDEX appointment_doctor ON app.appointment(doctor_id, starts_at);
CREATE INDEX appointment_patient ON app.appointment(patient_id, starts_at);
CREATE INDEX appointment_pending ON app.appointment(doctor_id, starts_at) WHERE status = 'pending';
CREATE INDEX appointment_op ON app.appointment(op_id);

-- The only copy of who may take an appointment from where to where; guard, programs and check read it.
CREATE TABLE app.status_move (
    from_status text NOT NULL,
    to_status text NOT NULL,
    role text NOT NULL CHECK (role IN ('clinic_doctor', 'clinic_reception', 'clinic_admin', 'clinic_kiosk')),
    needs_reason boolean NOT NULL DEFAULT false,
    by text NOT NULL CHECK (by IN ('step', 'move', 'undo')),
    PRIMARY KEY (from_status, to_status, role, by)
);
INSERT INTO app.status_move(from_status, to_status, role, needs_reason, by) VALUES
    ('pending', 'confirmed', 'clinic_doctor', false, 'step'),
    ('pending', 'rejected', 'clinic_doctor', true, 'step'),
    ('pending', 'cancelled', 'clinic_doctor', true, 'step'),
    ('confirmed', 'in_progress', 'clinic_doctor', false, 'step'),
    ('confirmed', 'cancelled', 'clinic_doctor', true, 'step'),
    ('confirmed', 'no_show', 'clinic_doctor', false, 'step'),
    ('in_progress', 'completed', 'clinic_doctor', false, 'step'),
    ('in_progress', 'cancelled', 'clinic_doctor', true, 'step'),
    ('pending', 'cancelled', 'clinic_reception', true, 'step'),
    ('confirmed', 'cancelled', 'clinic_reception', true, 'step'),
    ('confirmed', 'no_show', 'clinic_reception', false, 'step'),
    ('pending', 'cancelled', 'clinic_kiosk', false, 'step'),
    ('confirmed', 'cancelled', 'clinic_kiosk', false, 'step'),
    ('pending', 'confirmed', 'clinic_admin', false, 'step'),
    ('pending', 'rejected', 'clinic_admin', true, 'step'),
    ('pending', 'cancelled', 'clinic_admin', true, 'step'),
    ('confirmed', 'in_progress', 'clinic_admin', false, 'step'),
    ('confirmed', 'cancelled', 'clinic_admin', true, 'step'),
    ('confirmed', 'no_show', 'clinic_admin', false, 'step'),
    ('in_progress', 'completed', 'clinic_admin', false, 'step'),
    ('in_progress', 'cancelled', 'clinic_admin', true, 'step');
INSERT INTO app.status_move(from_status, to_status, role, by)
    SELECT f, t, r, 'move' FROM (VALUES ('pending', 'pending'), ('pending', 'confirmed'),
                                        ('confirmed', 'confirmed'), ('confirmed', 'pending')) AS m(f, t),
        unnest(ARRAY['clinic_reception', 'clinic_admin', 'clinic_doctor']) AS r;
-- Undo takes back a step, a move or an undo of the same role; the undo of a booking cancels it.
INSERT INTO app.status_move(from_status, to_status, role, by)
    SELECT to_status, from_status, role, 'undo' FROM app.status_move WHERE role <> 'clinic_kiosk'
    UNION SELECT from_status, to_status, role, 'undo' FROM app.status_move WHERE role <> 'clinic_kiosk'
    UNION SELECT s, 'cancelled', r, 'undo' FROM unnest(ARRAY['pending', 'confirmed']) AS s,
        unnest(ARRAY['clinic_reception', 'clinic_admin', 'clinic_doctor']) AS r
    UNION SELECT 'cancelled', s, r, 'undo' FROM unnest(ARRAY['pending', 'confirmed']) AS s,
        unnest(ARRAY['clinic_reception', 'clinic_admin', 'clinic_doctor']) AS r;

-- What happened: one row a version, append-only. `before` is the whole row as it was, for undo.
CREATE TABLE app.appointment_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    appointment_id bigint NOT NULL REFERENCES app.appointment ON DELETE RESTRICT,
    version int NOT NULL,
    kind text NOT NULL CHECK (kind IN ('booked', 'moved', 'confirmed', 'rejected', 'cancelled', 'started',
        'completed', 'no_show', 'checked_in', 'edited', 'undone')),
    who name NOT NULL DEFAULT session_user,
    desk text,
    at timestamptz(3) NOT NULL DEFAULT app.clinic_now(),
    old_status text,
    new_status text NOT NULL,
    old_starts_at timestamptz(3),
    new_starts_at timestamptz(3) NOT NULL,
    old_ends_at timestamptz(3),
    new_ends_at timestamptz(3) NOT NULL,
    old_doctor_id bigint,
    new_doctor_id bigint NOT NULL,
    reason text,
    override_rules text,
    override_because text,
    op_id uuid NOT NULL REFERENCES app.operation,
    before jsonb,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT appointment_event_version UNIQUE (appointment_id, version)
);
CREATE INDEX appointment_event_op ON app.appointment_event(op_id);
CREATE INDEX appointment_event_xid ON app.appointment_event(xid);

-- A slot kept while a desk books it; firm for every other desk until it expires. Worth nothing after a
-- crash, hence unlogged.
CREATE UNLOGGED TABLE app.slot_hold (
    who name NOT NULL DEFAULT session_user,
    desk_id uuid NOT NULL,
    desk text,
    doctor_id bigint NOT NULL,
    during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL AND upper(during) IS NOT NULL),
    expires_at timestamptz(3) NOT NULL,
    PRIMARY KEY (who, desk_id)
);
CREATE INDEX slot_hold_doctor ON app.slot_hold USING gist (doctor_id, during);

-- The Bell. A row says only who is told of which event; the words are in the event, so nothing is copied. Nothing prunes yet.
CREATE TABLE app.notification (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    staff_id bigint NOT NULL REFERENCES app.staff ON DELETE RESTRICT,
    appointment_id bigint NOT NULL REFERENCES app.appointment ON DELETE RESTRICT,
    event_id bigint NOT NULL REFERENCES app.appointment_event ON DELETE RESTRICT,
    read_at timestamptz(3),
    CONSTRAINT notification_once UNIQUE (staff_id, event_id)
);
CREATE INDEX notification_of ON app.notification(staff_id, id);
CREATE INDEX notification_event ON app.notification(event_id);
CREATE INDEX notification_appointment ON app.notification(appointment_id);
