-- Takes away what the files of functions/ have made: triggers, policies and functions of the owner. Run in the transaction
-- that runs the files again. A function on which stored data depends stands in a migration and stays; whatever else depends
-- on one that goes is a fault, which the server refuses.
DO $$
DECLARE
    o record;
    gone text;
BEGIN
    -- Each writing operation begins in this table: none is half done, and none holds a table that is wanted next.
    IF to_regclass('app.operation') IS NOT NULL THEN
        LOCK TABLE app.operation IN ACCESS EXCLUSIVE MODE;
    END IF;
    FOR o IN SELECT t.tgname AS name, t.tgrelid::regclass AS place FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = 'app'::regnamespace AND NOT t.tgisinternal LOOP
        EXECUTE format('DROP TRIGGER %I ON %s', o.name, o.place);
    END LOOP;
    FOR o IN SELECT p.polname AS name, p.polrelid::regclass AS place FROM pg_policy p
            JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = 'app'::regnamespace LOOP
        EXECUTE format('DROP POLICY %I ON %s', o.name, o.place);
    END LOOP;
    SELECT string_agg(p.oid::regprocedure::text, ', ') INTO gone FROM pg_proc p
        WHERE p.pronamespace = 'app'::regnamespace AND p.proowner = current_user::regrole
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid
                          AND d.classid <> 'pg_proc'::regclass);
    IF gone IS NOT NULL THEN
        EXECUTE 'DROP ROUTINE ' || gone;
    END IF;
END
$$;
