-- The Bell: who is told when somebody else changes an appointment that concerns them. The rule, in one place:
--   * the doctor, of the time before and the time after, hears of: booked, moved, cancelled, undone;
--   * whoever booked the appointment hears of: confirmed, rejected, moved, cancelled, undone;
--   * nobody hears of what they did themselves, and nobody who is not active staff hears anything.
-- A row says only who is told of which event; the words are in the event, so nothing is copied. Nothing prunes yet.
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

CREATE FUNCTION app.notify_concerned() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    IF app.loading() OR NEW.kind NOT IN ('booked', 'moved', 'confirmed', 'rejected', 'cancelled', 'undone') THEN
        RETURN NULL;
    END IF;
    INSERT INTO notification(staff_id, appointment_id, event_id)
        SELECT s.id, NEW.appointment_id, NEW.id FROM staff s
        WHERE s.active AND s.login <> NEW.who
          AND ((NEW.kind IN ('booked', 'moved', 'cancelled', 'undone')
                AND s.id IN (SELECT d.staff_id FROM doctor d WHERE d.id IN (NEW.new_doctor_id, NEW.old_doctor_id)))
            OR (NEW.kind <> 'booked'
                AND s.login = (SELECT b.who FROM appointment_event b
                               WHERE b.appointment_id = NEW.appointment_id AND b.version = 1)));
    RETURN NULL;
END
$$;
CREATE TRIGGER appointment_event_notify AFTER INSERT ON app.appointment_event
    FOR EACH ROW EXECUTE FUNCTION app.notify_concerned();

-- Read once, by the server's clock; there is no unread again.
CREATE FUNCTION app.notification_read() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.read_at := coalesce(OLD.read_at, app.clinic_now());
    RETURN NEW;
END
$$;
CREATE TRIGGER notification_read BEFORE UPDATE ON app.notification
    FOR EACH ROW EXECUTE FUNCTION app.notification_read();

GRANT SELECT, UPDATE (read_at) ON app.notification TO clinic_reception, clinic_doctor, clinic_admin;
ALTER TABLE app.notification ENABLE ROW LEVEL SECURITY;
CREATE POLICY notification_own ON app.notification FOR SELECT TO clinic_reception, clinic_doctor, clinic_admin
    USING (staff_id = (SELECT app.my_staff()));
CREATE POLICY notification_own_read ON app.notification FOR UPDATE TO clinic_reception, clinic_doctor, clinic_admin
    USING (staff_id = (SELECT app.my_staff())) WITH CHECK (staff_id = (SELECT app.my_staff()));
