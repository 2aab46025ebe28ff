-- The guard: whatever writes an appointment, psql included, meets the same rules here. The functions beneath the trigger's
-- take its rights and search_path (04).

-- Whether the session's person may take an appointment of this doctor from one status to another, and
-- whether a reason is asked for; no row when not.
CREATE FUNCTION app.allowed_move(from_state text, to_state text, kind text, doctor bigint)
RETURNS TABLE(needs_reason boolean, cut_off boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
    SELECT bool_and(m.needs_reason), bool_and(m.role = 'clinic_kiosk') FROM status_move m
    WHERE m.from_status = from_state AND m.to_status = to_state AND m.by = kind
      AND pg_has_role(session_user, m.role, 'MEMBER')
      AND (m.role <> 'clinic_doctor' OR doctor = app.my_doctor())
    HAVING count(*) > 0
$$;

-- Locks what a booking touches in the one order, weaker than the desks' FOR UPDATE so that it costs
-- nothing after it, and so that a writer who took no lock still queues instead of racing.
CREATE FUNCTION app.lock_parents(doctors bigint[], patients bigint[], rooms bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM app.doctor d WHERE d.id = ANY (doctors) ORDER BY d.id FOR NO KEY UPDATE;
    PERFORM FROM app.patient p WHERE p.id = ANY (patients) ORDER BY p.id FOR NO KEY UPDATE;
    IF array_remove(rooms, NULL) <> '{}' THEN
        PERFORM FROM app.room r WHERE r.id = ANY (rooms) ORDER BY r.id FOR NO KEY UPDATE;
    END IF;
END
$$;

-- Whether a change of this time may still be undone; with undo_seconds = 0 none may, not even in its own millisecond.
CREATE FUNCTION app.undo_open(at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    RETURN (SELECT s.undo_seconds > 0 AND at >= app.clinic_now() - s.undo_seconds * interval '1 second'
            FROM setting s);
END
$$;

-- Whether going from `o` to `n` takes back `o`'s last change, by the same person and in time.
CREATE FUNCTION app.is_undo(o app.appointment, n app.appointment, e app.appointment_event) RETURNS boolean
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

CREATE FUNCTION app.guard_insert(n app.appointment) RETURNS app.appointment
LANGUAGE plpgsql AS $$
DECLARE
    code text;
    doc record;
    own boolean := app.acts_as_doctor() AND n.doctor_id = app.my_doctor();
BEGIN
    -- Row security would refuse this too, but only after the rules have told whether the time is taken.
    IF app.acts_as_doctor() AND own IS NOT TRUE AND NOT app.loading() THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'another doctor''s calendar';
    END IF;
    PERFORM app.lock_parents(ARRAY[n.doctor_id], ARRAY[n.patient_id], ARRAY[n.room_id]);
    SELECT d.needs_confirmation, d.buffer_minutes INTO doc FROM doctor d WHERE d.id = n.doctor_id;
    n.version := 1;
    n.doctor_free_at := n.ends_at + coalesce(doc.buffer_minutes, 0) * interval '1 minute';
    n.op_id := app.current_operation();
    n.requested_at := coalesce(CASE WHEN app.loading() THEN n.requested_at END, app.clinic_now());
    IF app.loading() THEN
        n.source := coalesce(n.source, 'desk');
        n.status := coalesce(n.status, CASE WHEN doc.needs_confirmation THEN 'pending' ELSE 'confirmed' END);
        RETURN n;
    END IF;
    n.source := CASE WHEN app.is_kiosk() THEN 'kiosk' WHEN own THEN 'doctor' ELSE 'desk' END;
    n.status := CASE WHEN doc.needs_confirmation AND NOT own THEN 'pending' ELSE 'confirmed' END;
    n.confirmed_at := CASE WHEN n.status = 'confirmed' THEN app.clinic_now() END;
    n.checked_in_at := NULL;
    n.started_at := NULL;
    n.ended_at := NULL;
    n.cancelled_at := NULL;
    n.status_note := NULL;
    IF n.ends_at > n.starts_at THEN
        code := app.book_check(n.doctor_id, n.patient_id, n.room_id, n.starts_at, n.ends_at, NULL);
        IF code IS NOT NULL THEN
            PERFORM app.refuse('CD001', code);
        END IF;
    END IF;
    RETURN n;
END
$$;

-- Back to the row as it was before its last change. Asks overlaps and holds, not past, lead time or hours.
CREATE FUNCTION app.guard_undo(o app.appointment, n app.appointment, e app.appointment_event)
RETURNS app.appointment
LANGUAGE plpgsql AS $$
DECLARE
    b app.appointment := o;
    code text;
BEGIN
    IF e.before IS NULL THEN
        b.status := 'cancelled';
        b.status_note := 'undone';
        b.cancelled_at := app.clinic_now();
    ELSE
        b := jsonb_populate_record(o, e.before);
    END IF;
    IF NOT EXISTS (SELECT FROM app.allowed_move(o.status, b.status, 'undo', o.doctor_id)) THEN
        PERFORM app.refuse('CD002', 'undo');
    END IF;
    IF b.status IN ('pending', 'confirmed', 'in_progress')
            AND ((o.doctor_id, o.patient_id, o.room_id, o.starts_at, o.ends_at)
                 IS DISTINCT FROM (b.doctor_id, b.patient_id, b.room_id, b.starts_at, b.ends_at)
                 OR o.status NOT IN ('pending', 'confirmed', 'in_progress')) THEN
        PERFORM app.lock_parents(ARRAY[o.doctor_id, b.doctor_id], ARRAY[o.patient_id, b.patient_id],
                                 ARRAY[o.room_id, b.room_id]);
        code := app.overlap_check(b.doctor_id, b.patient_id, b.room_id, b.starts_at, b.ends_at, b.doctor_free_at, o.id);
        IF code IS NULL AND app.held_by_other(b.doctor_id, b.starts_at, b.doctor_free_at) THEN
            code := 'held';
        END IF;
        IF code IS NOT NULL THEN
            PERFORM app.refuse('CD001', code);
        END IF;
    END IF;
    RETURN b;
END
$$;

-- A new time, doctor, room, length or patient. Sets the status by the doctor's rule.
CREATE FUNCTION app.guard_move(o app.appointment, n app.appointment) RETURNS app.appointment
LANGUAGE plpgsql AS $$
DECLARE
    anew boolean := (o.doctor_id, o.patient_id, o.starts_at) IS DISTINCT FROM (n.doctor_id, n.patient_id, n.starts_at);
    doc record;
    code text;
BEGIN
    IF n.status <> o.status THEN
        PERFORM app.refuse('CD002', 'move');
    END IF;
    PERFORM app.lock_parents(ARRAY[o.doctor_id, n.doctor_id], ARRAY[o.patient_id, n.patient_id],
                             ARRAY[o.room_id, n.room_id]);
    SELECT d.needs_confirmation, d.buffer_minutes INTO doc FROM doctor d WHERE d.id = n.doctor_id;
    IF anew THEN
        n.status := CASE WHEN NOT doc.needs_confirmation THEN 'confirmed'
                         WHEN pg_has_role(session_user, 'clinic_doctor', 'MEMBER')
                              AND n.doctor_id = app.my_doctor() THEN o.status
                         ELSE 'pending' END;
    END IF;
    IF NOT EXISTS (SELECT FROM app.allowed_move(o.status, n.status, 'move', o.doctor_id)) THEN
        PERFORM app.refuse('CD002', 'move');
    END IF;
    n.doctor_free_at := n.ends_at + coalesce(doc.buffer_minutes, 0) * interval '1 minute';
    n.confirmed_at := CASE WHEN n.status = 'pending' THEN NULL
                           WHEN o.status = 'pending' THEN app.clinic_now() ELSE o.confirmed_at END;
    n.checked_in_at := CASE WHEN n.status = 'pending' OR app.clinic_day(n.starts_at) <> app.clinic_day(o.starts_at)
                            THEN NULL ELSE o.checked_in_at END;
    IF n.ends_at > n.starts_at THEN
        IF anew THEN
            code := app.book_check(n.doctor_id, n.patient_id, n.room_id, n.starts_at, n.ends_at, o.id);
        ELSE
            code := app.overlap_check(n.doctor_id, n.patient_id, n.room_id, n.starts_at, n.ends_at, n.doctor_free_at, o.id);
            IF code IS NULL AND app.held_by_other(n.doctor_id, n.starts_at, n.doctor_free_at) THEN
                code := 'held';
            END IF;
        END IF;
        IF code IS NOT NULL THEN
            PERFORM app.refuse('CD001', code);
        END IF;
    END IF;
    RETURN n;
END
$$;

-- A new status at the same time.
CREATE FUNCTION app.guard_step(o app.appointment, n app.appointment) RETURNS app.appointment
LANGUAGE plpgsql AS $$
DECLARE
    now_at timestamptz := app.clinic_now();
    allowed record;
BEGIN
    SELECT * INTO allowed FROM app.allowed_move(o.status, n.status, 'step', o.doctor_id);
    IF NOT FOUND THEN
        PERFORM app.refuse('CD002', 'step');
    END IF;
    -- An earlier step's note is no reason for this one.
    IF allowed.needs_reason AND (coalesce(btrim(n.status_note), '') = ''
            OR n.status_note IS NOT DISTINCT FROM o.status_note) THEN
        PERFORM app.refuse('CD002', 'reason_required');
    END IF;
    IF allowed.cut_off AND o.status = 'confirmed' AND now_at > o.starts_at
            - (SELECT cancel_cutoff_minutes FROM setting) * interval '1 minute' THEN
        PERFORM app.refuse('CD003', 'cut_off');
    END IF;
    CASE n.status
        WHEN 'confirmed' THEN
            IF o.starts_at <= now_at THEN
                PERFORM app.refuse('CD003', 'unanswered');
            END IF;
            n.confirmed_at := now_at;
        WHEN 'in_progress' THEN
            IF app.clinic_day(o.starts_at) <> app.clinic_day(now_at) THEN
                PERFORM app.refuse('CD001', 'not_today');
            END IF;
            PERFORM app.lock_parents(ARRAY[o.doctor_id], '{}', '{}');
            n.started_at := now_at;
        WHEN 'completed' THEN
            n.ended_at := now_at;
        WHEN 'no_show' THEN
            IF now_at < o.starts_at THEN
                PERFORM app.refuse('CD001', 'not_yet');
            END IF;
        ELSE -- cancelled, rejected
            n.cancelled_at := now_at;
    END CASE;
    RETURN n;
END
$$;

-- The arrival of a patient today.
CREATE FUNCTION app.guard_check_in(o app.appointment, n app.appointment) RETURNS app.appointment
LANGUAGE plpgsql AS $$
BEGIN
    IF o.checked_in_at IS NOT NULL OR n.checked_in_at IS NULL OR o.status <> 'confirmed' THEN
        PERFORM app.refuse('CD002', 'check_in');
    END IF;
    IF app.clinic_day(o.starts_at) <> app.clinic_day(app.clinic_now()) THEN
        PERFORM app.refuse('CD001', 'not_today');
    END IF;
    n.checked_in_at := app.clinic_now();
    RETURN n;
END
$$;

CREATE FUNCTION app.appointment_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = app, ext, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    e app.appointment_event;
    n app.appointment;
BEGIN
    PERFORM app.require_active();
    IF TG_OP = 'INSERT' THEN
        RETURN app.guard_insert(NEW);
    END IF;
    n := NEW;
    n.version := OLD.version + 1;
    n.id := OLD.id;
    n.op_id := OLD.op_id;
    IF app.loading() THEN
        RETURN n;
    END IF;
    SELECT * INTO e FROM appointment_event x WHERE x.appointment_id = OLD.id AND x.version = OLD.version;
    IF app.is_undo(OLD, n, e) THEN
        n := app.guard_undo(OLD, n, e);
        n.version := OLD.version + 1;
        RETURN n;
    END IF;
    -- Facts are the guard's to set.
    n.doctor_free_at := OLD.doctor_free_at;
    n.source := OLD.source;
    n.requested_at := OLD.requested_at;
    n.confirmed_at := OLD.confirmed_at;
    n.started_at := OLD.started_at;
    n.ended_at := OLD.ended_at;
    n.cancelled_at := OLD.cancelled_at;
    IF n.status = OLD.status THEN
        n.status_note := OLD.status_note;
    END IF;
    IF n.checked_in_at IS DISTINCT FROM OLD.checked_in_at
            AND (OLD.status, OLD.doctor_id, OLD.patient_id, OLD.room_id, OLD.starts_at, OLD.ends_at)
                IS DISTINCT FROM (n.status, n.doctor_id, n.patient_id, n.room_id, n.starts_at, n.ends_at) THEN
        PERFORM app.refuse('CD002', 'check_in'); -- beside another step it would be dropped without a word
    END IF;
    IF (OLD.doctor_id, OLD.patient_id, OLD.room_id, OLD.starts_at, OLD.ends_at)
            IS DISTINCT FROM (n.doctor_id, n.patient_id, n.room_id, n.starts_at, n.ends_at) THEN
        n := app.guard_move(OLD, n);
    ELSIF n.status <> OLD.status THEN
        n := app.guard_step(OLD, n);
    ELSIF n.checked_in_at IS DISTINCT FROM OLD.checked_in_at THEN
        n := app.guard_check_in(OLD, n);
    ELSIF NOT OLD.holds_slot THEN
        PERFORM app.refuse('CD002', 'edit');
    END IF;
    RETURN n;
END
$$;
CREATE TRIGGER appointment_guard BEFORE INSERT OR UPDATE ON app.appointment
    FOR EACH ROW EXECUTE FUNCTION app.appointment_guard();

-- A statement that names a status, a place or the check-in asks for that step, also when what it sets stands there already:
-- whoever waited for the lock is told that it has been done, and nobody is told "done" for a step he may not take.
CREATE FUNCTION app.appointment_again() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    PERFORM app.require_active();
    IF NOT app.loading() AND (OLD.status, OLD.checked_in_at, OLD.doctor_id, OLD.patient_id, OLD.room_id, OLD.starts_at,
                              OLD.ends_at)
            IS NOT DISTINCT FROM (NEW.status, NEW.checked_in_at, NEW.doctor_id, NEW.patient_id, NEW.room_id, NEW.starts_at,
                                  NEW.ends_at) THEN
        PERFORM app.refuse('CD002', TG_ARGV[0]);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER appointment_again_check_in BEFORE UPDATE OF checked_in_at ON app.appointment
    FOR EACH ROW EXECUTE FUNCTION app.appointment_again('check_in');
CREATE TRIGGER appointment_again_move BEFORE UPDATE OF doctor_id, patient_id, room_id, starts_at, ends_at ON app.appointment
    FOR EACH ROW EXECUTE FUNCTION app.appointment_again('unchanged');
CREATE TRIGGER appointment_again_step BEFORE UPDATE OF status ON app.appointment
    FOR EACH ROW EXECUTE FUNCTION app.appointment_again('step');

GRANT EXECUTE ON FUNCTION app.undo_open(timestamptz) TO clinic_reception, clinic_doctor, clinic_admin;
