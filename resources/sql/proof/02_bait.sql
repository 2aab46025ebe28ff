-- How appointments are often kept: a free time is looked for, then taken; nothing stands in the way of two who
-- look at once. Run by a superuser in the scratch database of `clinicctl prove`.
CREATE SCHEMA bait;
CREATE TABLE bait.appointment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    doctor_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL
);
CREATE INDEX appointment_time ON bait.appointment(doctor_id, starts_at);
GRANT USAGE ON SCHEMA bait TO clinic_reception;
GRANT SELECT, INSERT ON bait.appointment TO clinic_reception;
