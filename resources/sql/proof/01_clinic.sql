-- The scratch clinic of `clinicctl prove`: doctors who are always there, a patient for each desk. Run as
-- clinic_owner in a fresh database; proof.doctors and proof.patients are session settings.
UPDATE app.setting SET clinic_name = 'Proof', time_zone = 'UTC';

INSERT INTO app.staff(login, display_name, role)
    SELECT 'proof_doctor_' || n, 'Dr ' || n, 'doctor'
    FROM generate_series(1, current_setting('proof.doctors')::int) AS n;

INSERT INTO app.doctor(staff_id, licence_number, needs_confirmation, verified, horizon_days, max_per_day)
    SELECT id, login, false, true, 730, 500 FROM app.staff WHERE role = 'doctor' ORDER BY id;

INSERT INTO app.weekly_hours(doctor_id, weekday, from_time, to_time, slot_minutes)
    SELECT id, weekday, '00:00', '23:40', 20 FROM app.doctor, generate_series(1, 7) AS weekday;

INSERT INTO app.patient(family_name, given_name, birth_date)
    SELECT 'Proof', 'Patient ' || n, date '1980-01-01'
    FROM generate_series(1, current_setting('proof.patients')::int) AS n;

ANALYZE;
