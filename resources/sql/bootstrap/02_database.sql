-- Rights on the database itself; a copy made from a template loses them, so this is repeated there.
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO clinic_reception, clinic_doctor, clinic_admin, '
                   'clinic_kiosk, clinic_display, clinic_migrate', current_database());
    EXECUTE format('GRANT CREATE ON DATABASE %I TO clinic_owner', current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
