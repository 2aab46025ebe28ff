-- Who may do what, column by column; everything not granted here is refused. Row security says which rows.
-- A row may be locked without the right to change it: UPDATE (row_lock) with a policy that refuses every new row.
REVOKE ALL ON ALL TABLES IN SCHEMA app
    FROM clinic_reception, clinic_doctor, clinic_admin, clinic_kiosk, clinic_display, clinic_accounts;

-- Whether a program fits is asked before anything else.
GRANT SELECT ON app.schema_migration, app.function_set
    TO clinic_reception, clinic_doctor, clinic_admin, clinic_kiosk, clinic_display;

-- Reading for all three groups of staff.
GRANT SELECT ON app.doctor, app.room, app.visit_type, app.weekly_hours, app.schedule_exception, app.closed_day,
    app.setting, app.status_move TO clinic_reception, clinic_doctor, clinic_admin;
GRANT SELECT (id, login, display_name, role, active) ON app.staff TO clinic_reception, clinic_doctor;
GRANT SELECT ON app.staff TO clinic_admin;
GRANT SELECT (who, desk_id, desk, doctor_id, during, expires_at) ON app.slot_hold TO clinic_reception, clinic_doctor, clinic_admin;

-- Locks.
GRANT UPDATE (row_lock) ON app.doctor, app.room TO clinic_reception, clinic_doctor;
GRANT UPDATE (row_lock) ON app.patient TO clinic_reception, clinic_doctor, clinic_admin;

-- Operations.
GRANT SELECT, INSERT (id, kind, args_hash) ON app.operation TO clinic_reception, clinic_doctor, clinic_admin;

-- Appointments.
GRANT SELECT ON app.appointment, app.appointment_event TO clinic_reception, clinic_doctor, clinic_admin;
GRANT INSERT (doctor_id, patient_id, room_id, visit_type_id, starts_at, ends_at, reason, op_id)
    ON app.appointment TO clinic_reception, clinic_doctor, clinic_admin;
GRANT UPDATE (doctor_id, patient_id, room_id, visit_type_id, starts_at, ends_at, reason, op_id, status, status_note, checked_in_at)
    ON app.appointment TO clinic_reception, clinic_admin;
GRANT UPDATE (status, status_note, starts_at, ends_at, room_id) ON app.appointment TO clinic_doctor;

-- Patients. Card tokens are written by card_renew alone and read by nobody.
GRANT SELECT (id, record_number, family_name, given_name, birth_date, sex, phone, email, address, national_id,
    emergency_contact, desk_notes, consent_on, active, merged_into, version, op_id, search, phone_end, row_lock)
    ON app.patient TO clinic_reception, clinic_admin;
GRANT SELECT (id, record_number, family_name, given_name, birth_date, sex, phone, email, desk_notes, active, merged_into, version, row_lock)
    ON app.patient TO clinic_doctor;
GRANT INSERT (family_name, given_name, birth_date, sex, phone, email, address, national_id, emergency_contact, desk_notes,
    consent_on, active) ON app.patient TO clinic_reception, clinic_admin;
GRANT UPDATE (family_name, given_name, birth_date, sex, phone, email, address, national_id, emergency_contact, desk_notes,
    consent_on, active) ON app.patient TO clinic_reception, clinic_admin;

-- The administrator's master data.
GRANT INSERT (staff_id, specialisation, licence_number, accepts_appointments, needs_confirmation, verified, colour,
        horizon_days, lead_minutes, buffer_minutes, max_per_day, end_date),
    UPDATE (specialisation, licence_number, accepts_appointments, needs_confirmation, verified, colour,
        horizon_days, lead_minutes, buffer_minutes, max_per_day, end_date, row_lock) ON app.doctor TO clinic_admin;
GRANT INSERT (name, active), UPDATE (name, active, row_lock) ON app.room TO clinic_admin;
GRANT INSERT (name, minutes, colour, kiosk_bookable, active), UPDATE (name, minutes, colour, kiosk_bookable, active)
    ON app.visit_type TO clinic_admin;
GRANT INSERT (doctor_id, weekday, from_time, to_time, slot_minutes, active),
    UPDATE (weekday, from_time, to_time, slot_minutes, active) ON app.weekly_hours TO clinic_admin;
GRANT INSERT (doctor_id, kind, starts_at, ends_at, slot_minutes, reason, active),
    UPDATE (kind, starts_at, ends_at, slot_minutes, reason, active) ON app.schedule_exception TO clinic_admin, clinic_doctor;
GRANT INSERT (day, name, active), UPDATE (name, active) ON app.closed_day TO clinic_admin;
GRANT UPDATE (clinic_name, time_zone, cancel_cutoff_minutes, hold_seconds, undo_seconds) ON app.setting TO clinic_admin;

-- The Bell: each their own.
GRANT SELECT, UPDATE (read_at) ON app.notification TO clinic_reception, clinic_doctor, clinic_admin;

-- The functions that make and close logins write the staff table as clinic_accounts.
GRANT SELECT, INSERT (login, display_name, role), UPDATE (active) ON app.staff TO clinic_accounts;

-- Row security. Staff of a group see what the group's grants name, doctors only what is theirs.
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['setting', 'staff', 'doctor', 'patient', 'room', 'visit_type', 'weekly_hours',
            'schedule_exception', 'closed_day', 'operation', 'audit', 'appointment', 'status_move',
            'appointment_event', 'slot_hold', 'notification'] LOOP
        EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['setting', 'staff', 'doctor', 'room', 'visit_type', 'weekly_hours',
            'schedule_exception', 'closed_day', 'status_move', 'slot_hold'] LOOP
        EXECUTE format('CREATE POLICY %I ON app.%I FOR SELECT TO clinic_reception, clinic_doctor, clinic_admin USING (true)',
                       t || '_read', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['doctor', 'room', 'visit_type', 'weekly_hours', 'schedule_exception', 'closed_day'] LOOP
        EXECUTE format('CREATE POLICY %I ON app.%I FOR INSERT TO clinic_admin WITH CHECK (true)', t || '_add', t);
        EXECUTE format('CREATE POLICY %I ON app.%I FOR UPDATE TO clinic_admin USING (true) WITH CHECK (true)', t || '_set', t);
    END LOOP;
    FOREACH t IN ARRAY ARRAY['doctor', 'room'] LOOP
        EXECUTE format('CREATE POLICY %I ON app.%I FOR UPDATE TO clinic_reception, clinic_doctor USING (true) WITH CHECK (false)',
                       t || '_lock', t);
    END LOOP;
END
$$;
CREATE POLICY staff_accounts ON app.staff TO clinic_accounts USING (true) WITH CHECK (true);
CREATE POLICY setting_set ON app.setting FOR UPDATE TO clinic_admin USING (true) WITH CHECK (true);
CREATE POLICY schedule_exception_own_add ON app.schedule_exception FOR INSERT TO clinic_doctor
    WITH CHECK (doctor_id = (SELECT app.my_doctor()));
CREATE POLICY schedule_exception_own_set ON app.schedule_exception FOR UPDATE TO clinic_doctor
    USING (doctor_id = (SELECT app.my_doctor())) WITH CHECK (doctor_id = (SELECT app.my_doctor()));

CREATE POLICY operation_own ON app.operation FOR SELECT TO clinic_reception, clinic_doctor USING (who = session_user);
CREATE POLICY operation_read ON app.operation FOR SELECT TO clinic_admin USING (true);
CREATE POLICY operation_add ON app.operation FOR INSERT TO clinic_reception, clinic_doctor, clinic_admin
    WITH CHECK (who = session_user);

-- A closed login's open session reads no person any more: asked once a statement.
CREATE POLICY patient_read ON app.patient FOR SELECT TO clinic_reception, clinic_admin USING ((SELECT app.my_staff()) IS NOT NULL);
CREATE POLICY patient_own ON app.patient FOR SELECT TO clinic_doctor USING (EXISTS
    (SELECT FROM app.appointment a WHERE a.patient_id = patient.id AND a.doctor_id = (SELECT app.my_doctor())));
CREATE POLICY patient_add ON app.patient FOR INSERT TO clinic_reception, clinic_admin WITH CHECK (true);
CREATE POLICY patient_set ON app.patient FOR UPDATE TO clinic_reception, clinic_admin USING (true) WITH CHECK (true);
CREATE POLICY patient_lock ON app.patient FOR UPDATE TO clinic_doctor USING (true) WITH CHECK (false);

CREATE POLICY appointment_read ON app.appointment FOR SELECT TO clinic_reception, clinic_admin USING ((SELECT app.my_staff()) IS NOT NULL);
CREATE POLICY appointment_add ON app.appointment FOR INSERT TO clinic_reception, clinic_admin WITH CHECK (true);
CREATE POLICY appointment_set ON app.appointment FOR UPDATE TO clinic_reception, clinic_admin USING (true) WITH CHECK (true);
CREATE POLICY appointment_own_read ON app.appointment FOR SELECT TO clinic_doctor USING (doctor_id = (SELECT app.my_doctor()));
CREATE POLICY appointment_own_add ON app.appointment FOR INSERT TO clinic_doctor WITH CHECK (doctor_id = (SELECT app.my_doctor()));
CREATE POLICY appointment_own_set ON app.appointment FOR UPDATE TO clinic_doctor
    USING (doctor_id = (SELECT app.my_doctor())) WITH CHECK (doctor_id = (SELECT app.my_doctor()));

CREATE POLICY event_read ON app.appointment_event FOR SELECT TO clinic_reception, clinic_admin USING ((SELECT app.my_staff()) IS NOT NULL);
CREATE POLICY event_own ON app.appointment_event FOR SELECT TO clinic_doctor
    USING (new_doctor_id = (SELECT app.my_doctor()) OR old_doctor_id = (SELECT app.my_doctor()));

CREATE POLICY notification_own ON app.notification FOR SELECT TO clinic_reception, clinic_doctor, clinic_admin
    USING (staff_id = (SELECT app.my_staff()));
CREATE POLICY notification_own_read ON app.notification FOR UPDATE TO clinic_reception, clinic_doctor, clinic_admin
    USING (staff_id = (SELECT app.my_staff())) WITH CHECK (staff_id = (SELECT app.my_staff()));
