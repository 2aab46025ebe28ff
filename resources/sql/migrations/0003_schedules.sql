-- Rooms, visit types, weekly hours, exceptions and closed days. "Removed" rows are kept, inactive. The version counts a
-- row's changes (functions/02_operations.sql).

CREATE TABLE app.room (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name app.name NOT NULL CONSTRAINT room_name_key UNIQUE,
    active boolean NOT NULL DEFAULT true,
    version int NOT NULL DEFAULT 1,
    row_lock int GENERATED ALWAYS AS (0) STORED
);

CREATE TABLE app.visit_type (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name app.name NOT NULL CONSTRAINT visit_type_name_key UNIQUE,
    minutes int NOT NULL CHECK (minutes BETWEEN 1 AND 720),
    colour app.colour NOT NULL DEFAULT '#6c757d',
    kiosk_bookable boolean NOT NULL DEFAULT false,
    active boolean NOT NULL DEFAULT true,
    version int NOT NULL DEFAULT 1
);

CREATE TABLE app.weekly_hours (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    doctor_id bigint NOT NULL REFERENCES app.doctor ON DELETE RESTRICT,
    weekday int NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    from_time time NOT NULL,
    to_time time NOT NULL,
    slot_minutes int NOT NULL DEFAULT 20 CHECK (slot_minutes BETWEEN 5 AND 240),
    active boolean NOT NULL DEFAULT true,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT weekly_hours_order CHECK (to_time > from_time),
    CONSTRAINT weekly_hours_apart EXCLUDE USING gist (doctor_id WITH =, weekday WITH =,
        int4range(app.minute_of_day(from_time), app.minute_of_day(to_time)) WITH &&) WHERE (active)
);
CREATE INDEX weekly_hours_doctor ON app.weekly_hours(doctor_id, weekday) WHERE active;

CREATE TABLE app.schedule_exception (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    doctor_id bigint NOT NULL REFERENCES app.doctor ON DELETE RESTRICT,
    kind text NOT NULL CHECK (kind IN ('leave', 'extra')),
    starts_at timestamptz(3) NOT NULL,
    ends_at timestamptz(3) NOT NULL,
    slot_minutes int NOT NULL DEFAULT 20 CHECK (slot_minutes BETWEEN 5 AND 240),
    reason app.line,
    active boolean NOT NULL DEFAULT true,
    version int NOT NULL DEFAULT 1,
    CONSTRAINT schedule_exception_order CHECK (ends_at > starts_at AND ends_at - starts_at <= interval '400 days')
);
CREATE INDEX schedule_exception_doctor ON app.schedule_exception
    USING gist (doctor_id, tstzrange(starts_at, ends_at)) WHERE (active);

CREATE TABLE app.closed_day (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day date NOT NULL,
    name app.name NOT NULL,
    active boolean NOT NULL DEFAULT true,
    version int NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX closed_day_key ON app.closed_day(day) WHERE active;
