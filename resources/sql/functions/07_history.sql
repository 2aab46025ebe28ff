-- What becomes of a change: its event, the hint to other desks, and who is told.

-- Rows are compared, not their texts: those show the times in the zone of the session that wrote them.
CREATE FUNCTION app.event_kind(o app.appointment, n app.appointment, e app.appointment_event) RETURNS text
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

CREATE FUNCTION app.appointment_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = app, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    e app.appointment_event;
    what text := 'booked';
    rules text := nullif(current_setting('clinic.override', true), '');
    because text := nullif(btrim(current_setting('clinic.because', true)), '');
BEGIN
    IF because IS NULL OR app.loading() OR NOT (pg_has_role(session_user, 'clinic_reception', 'MEMBER')
            OR pg_has_role(session_user, 'clinic_doctor', 'MEMBER')) THEN
        rules := NULL;
        because := NULL;
    END IF;
    IF TG_OP = 'INSERT' THEN
        INSERT INTO appointment_event(appointment_id, version, kind, desk, new_status, new_starts_at, new_ends_at,
                new_doctor_id, reason, override_rules, override_because, op_id)
            VALUES (NEW.id, NEW.version, what, app.desk_name(), NEW.status, NEW.starts_at, NEW.ends_at,
                NEW.doctor_id, NEW.status_note, rules, CASE WHEN rules IS NOT NULL THEN left(because, 500) END,
                NEW.op_id);
        RETURN NULL;
    END IF;
    SELECT * INTO e FROM appointment_event x WHERE x.appointment_id = OLD.id AND x.version = OLD.version;
    what := app.event_kind(OLD, NEW, e);
    INSERT INTO appointment_event(appointment_id, version, kind, desk, old_status, new_status,
            old_starts_at, new_starts_at, old_ends_at, new_ends_at, old_doctor_id, new_doctor_id,
            reason, override_rules, override_because, op_id, before)
        VALUES (NEW.id, NEW.version, what, app.desk_name(), OLD.status, NEW.status,
            OLD.starts_at, NEW.starts_at, OLD.ends_at, NEW.ends_at, OLD.doctor_id, NEW.doctor_id,
            NEW.status_note, rules, CASE WHEN rules IS NOT NULL THEN left(because, 500) END,
            app.current_operation(), to_jsonb(OLD));
    RETURN NULL;
END
$$;
CREATE TRIGGER appointment_history AFTER INSERT OR UPDATE ON app.appointment
    FOR EACH ROW EXECUTE FUNCTION app.appointment_history();

-- Hints for the other desks: "look again at row N". Channel appointment carries id/doctor/day, several in a
-- line; the others carry what changed. A listener re-reads and believes nothing of the payload.
CREATE FUNCTION app.appointment_notify() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    zone text := (SELECT s.time_zone FROM setting s);
    payload text;
BEGIN
    FOR payload IN
        SELECT string_agg(item, ' ') FROM (
            SELECT c.id || '/' || c.doctor_id || '/' || (c.starts_at AT TIME ZONE zone)::date AS item,
                   (row_number() OVER () - 1) / 150 AS part FROM changed c) items
        GROUP BY part LIMIT 40
    LOOP
        PERFORM pg_notify('appointment', payload);
    END LOOP;
    RETURN NULL;
END
$$;
CREATE TRIGGER appointment_notify_insert AFTER INSERT ON app.appointment
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.appointment_notify();
CREATE TRIGGER appointment_notify_update AFTER UPDATE ON app.appointment
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.appointment_notify();

-- The Bell: who is told when somebody else changes an appointment that concerns them. The rule, in one place:
--   * the doctor, of the time before and the time after, hears of: booked, moved, checked in, cancelled, undone;
--   * whoever booked the appointment hears of: confirmed, rejected, moved, cancelled, undone;
--   * nobody hears of what they did themselves, and nobody who is not active staff hears anything.
-- An arrival that is taken back is "undone" and heard of; one that a move clears comes with the move.
-- Whom it concerns is found first, so that not everyone has to be looked at.
CREATE FUNCTION app.notify_concerned() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
    concerned bigint[];
BEGIN
    IF app.loading() OR NEW.kind NOT IN ('booked', 'moved', 'confirmed', 'rejected', 'checked_in', 'cancelled', 'undone')
    THEN
        RETURN NULL;
    END IF;
    IF NEW.kind NOT IN ('confirmed', 'rejected') THEN
        concerned := ARRAY(SELECT d.staff_id FROM doctor d WHERE d.id IN (NEW.new_doctor_id, NEW.old_doctor_id));
    END IF;
    IF NEW.kind NOT IN ('booked', 'checked_in') THEN
        concerned := concerned || (SELECT s.id FROM appointment_event booked JOIN staff s ON s.login = booked.who
                                   WHERE booked.appointment_id = NEW.appointment_id AND booked.version = 1);
    END IF;
    INSERT INTO notification(staff_id, appointment_id, event_id)
        SELECT s.id, NEW.appointment_id, NEW.id FROM staff s
        WHERE s.id = ANY (concerned) AND s.active AND s.login <> NEW.who;
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

-- Appointments changed by transactions that a reader at `since` may not have seen, and where the next
-- reading starts. Ids are drawn before commit, so transactions are compared, not ids.
CREATE FUNCTION app.changes_since(since xid8)
RETURNS TABLE(next_since xid8, appointment_id bigint)
LANGUAGE sql STABLE SET search_path = app, pg_temp AS $$
    SELECT pg_snapshot_xmin(pg_current_snapshot()), c.appointment_id
    FROM (SELECT 1) one LEFT JOIN
        (SELECT DISTINCT e.appointment_id FROM app.appointment_event e WHERE e.xid >= since) c ON true
$$;

GRANT EXECUTE ON FUNCTION app.changes_since(xid8) TO clinic_reception, clinic_doctor, clinic_admin;
