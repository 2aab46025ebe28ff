-- Everything that the schema does, as against what it stores (migrations): functions, triggers, policies and grants,
-- a file a topic, in this order. `migrate` drops them all and runs the files again, in one transaction, when a text has
-- changed; so each statement is a plain CREATE or GRANT, and what stands in no file is gone.
-- The number rises with the first change after a release; a program with a lower one may sign in if it is not below
-- min-compatible.
-- number: 1
-- min-compatible: 1

GRANT USAGE ON SCHEMA app TO clinic_reception, clinic_doctor, clinic_admin, clinic_kiosk, clinic_display,
    clinic_accounts, clinic_watch;
GRANT USAGE ON SCHEMA ext TO clinic_reception, clinic_doctor, clinic_admin, clinic_kiosk;
GRANT USAGE ON TYPE app.line, app.name, app.paragraph, app.colour
    TO clinic_reception, clinic_doctor, clinic_admin, clinic_accounts;
