-- A fact is set by the guard, once, whatever the clock says: no rule compares a time that two can have alike.
-- min-compatible: 15

-- The columns keep milliseconds. A finer clock would be rounded when it is stored: into the next day just before
-- midnight, and to the same time or another one than a rule has compared.
CREATE OR REPLACE FUNCTION app.clinic_now() RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN date_trunc('milliseconds', now());

-- A statement that names checked_in_at wants to check in, also when its time is the one that stands there: whoever
-- waited for the lock is told that the patient has been checked in already. An undo sets the place or status as well.
CREATE FUNCTION app.appointment_arrival() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    PERFORM app.require_active();
    IF NOT app.loading() THEN
        PERFORM app.refuse('CD002', 'check_in');
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER appointment_arrival BEFORE UPDATE OF checked_in_at ON app.appointment FOR EACH ROW
    WHEN (OLD.checked_in_at = NEW.checked_in_at AND OLD.status = NEW.status
        AND (OLD.doctor_id, OLD.patient_id, OLD.room_id, OLD.starts_at, OLD.ends_at)
            IS NOT DISTINCT FROM (NEW.doctor_id, NEW.patient_id, NEW.room_id, NEW.starts_at, NEW.ends_at))
    EXECUTE FUNCTION app.appointment_arrival();

-- Whether a change of this time may still be undone; with undo_seconds = 0 none may, not even in its own millisecond.
CREATE FUNCTION app.undo_open(at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    RETURN (SELECT s.undo_seconds > 0 AND at >= app.clinic_now() - s.undo_seconds * interval '1 second'
            FROM setting s);
END
$$;
GRANT EXECUTE ON FUNCTION app.undo_open(timestamptz) TO clinic_reception, clinic_doctor, clinic_admin;

CREATE OR REPLACE FUNCTION app.is_undo(o app.appointment, n app.appointment, e app.appointment_event) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
    b app.appointment;
BEGIN
    IF e.id IS NULL OR e.who <> session_user OR NOT app.undo_open(e.at) THEN
        RETURN false;
    END IF;
    IF e.before IS NULL THEN
        RETURN n.status = 'cancelled' AND n.status_note = 'undone'
            AND (n.doctor_id, n.patient_id, n.starts_at, n.ends_at) = (o.doctor_id, o.patient_id, o.starts_at, o.ends_at)
            AND n.room_id IS NOT DISTINCT FROM o.room_id;
    END IF;
    b := jsonb_populate_record(NULL::app.appointment, e.before);
    RETURN (n.status, n.doctor_id, n.patient_id, n.room_id, n.starts_at, n.ends_at)
            IS NOT DISTINCT FROM (b.status, b.doctor_id, b.patient_id, b.room_id, b.starts_at, b.ends_at)
       AND CASE WHEN (o.status, o.doctor_id, o.patient_id, o.room_id, o.starts_at, o.ends_at)
                     IS DISTINCT FROM (b.status, b.doctor_id, b.patient_id, b.room_id, b.starts_at, b.ends_at) THEN true
                ELSE o.checked_in_at IS DISTINCT FROM b.checked_in_at
                 AND n.checked_in_at IS NOT DISTINCT FROM b.checked_in_at END;
END
$$;

-- Rows are compared, not their texts: those show the times in the zone of the session that wrote them.
CREATE OR REPLACE FUNCTION app.event_kind(o app.appointment, n app.appointment, e app.appointment_event) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    b app.appointment := jsonb_populate_record(NULL::app.appointment, e.before);
BEGIN
    IF NOT app.loading() AND app.is_undo(o, n, e) THEN
        b.version := n.version;
        IF e.before IS NULL OR b IS NOT DISTINCT FROM n THEN
            RETURN 'undone';
        END IF;
    END IF;
    IF (o.doctor_id, o.patient_id, o.room_id, o.starts_at, o.ends_at)
            IS DISTINCT FROM (n.doctor_id, n.patient_id, n.room_id, n.starts_at, n.ends_at) THEN
        RETURN 'moved';
    END IF;
    IF n.status <> o.status THEN
        RETURN CASE n.status WHEN 'in_progress' THEN 'started' WHEN 'pending' THEN 'edited' ELSE n.status END;
    END IF;
    RETURN CASE WHEN n.checked_in_at IS DISTINCT FROM o.checked_in_at THEN 'checked_in' ELSE 'edited' END;
END
$$;
