-- Hints for the other desks: "look again at row N". Channel appointment carries id/doctor/day, several in a
-- line; the others carry what changed. A listener re-reads and believes nothing of the payload.
CREATE FUNCTION app.appointment_notify() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
    payload text;
BEGIN
    FOR payload IN
        SELECT string_agg(item, ' ') FROM (
            SELECT c.id || '/' || c.doctor_id || '/' || app.clinic_day(c.starts_at) AS item,
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

CREATE FUNCTION app.row_notify() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    PERFORM pg_notify(TG_ARGV[0], TG_TABLE_NAME);
    RETURN NULL;
END
$$;
CREATE TRIGGER slot_hold_notify AFTER INSERT OR UPDATE OR DELETE ON app.slot_hold
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('hold');
CREATE TRIGGER weekly_hours_notify AFTER INSERT OR UPDATE ON app.weekly_hours
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');
CREATE TRIGGER schedule_exception_notify AFTER INSERT OR UPDATE ON app.schedule_exception
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');
CREATE TRIGGER closed_day_notify AFTER INSERT OR UPDATE ON app.closed_day
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');
CREATE TRIGGER doctor_notify AFTER INSERT OR UPDATE ON app.doctor
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');
CREATE TRIGGER room_notify AFTER INSERT OR UPDATE ON app.room
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');
CREATE TRIGGER visit_type_notify AFTER INSERT OR UPDATE ON app.visit_type
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');
CREATE TRIGGER setting_notify AFTER UPDATE ON app.setting
    FOR EACH STATEMENT EXECUTE FUNCTION app.row_notify('schedule');

CREATE FUNCTION app.patient_notify() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    PERFORM pg_notify('patient', NEW.id::text);
    RETURN NULL;
END
$$;
CREATE TRIGGER patient_notify AFTER UPDATE ON app.patient FOR EACH ROW EXECUTE FUNCTION app.patient_notify();
