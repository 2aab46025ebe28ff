-- The Bell of a doctor also tells who has been checked in: the rule of 0013, whole, with that line.
--   * the doctor, of the time before and the time after, hears of: booked, moved, checked in, cancelled, undone;
--   * whoever booked the appointment hears of: confirmed, rejected, moved, cancelled, undone;
--   * nobody hears of what they did themselves, and nobody who is not active staff hears anything.
-- An arrival that is taken back is "undone" and heard of; one that a move clears comes with the move.
CREATE OR REPLACE FUNCTION app.notify_concerned() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    IF app.loading() OR NEW.kind NOT IN ('booked', 'moved', 'confirmed', 'rejected', 'checked_in', 'cancelled', 'undone')
    THEN
        RETURN NULL;
    END IF;
    INSERT INTO notification(staff_id, appointment_id, event_id)
        SELECT s.id, NEW.appointment_id, NEW.id FROM staff s
        WHERE s.active AND s.login <> NEW.who
          AND ((NEW.kind IN ('booked', 'moved', 'checked_in', 'cancelled', 'undone')
                AND s.id IN (SELECT d.staff_id FROM doctor d WHERE d.id IN (NEW.new_doctor_id, NEW.old_doctor_id)))
            OR (NEW.kind NOT IN ('booked', 'checked_in')
                AND s.login = (SELECT b.who FROM appointment_event b
                               WHERE b.appointment_id = NEW.appointment_id AND b.version = 1)));
    RETURN NULL;
END
$$;
