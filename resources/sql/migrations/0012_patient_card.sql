-- The patient's appointment card, and who changed a record last.

-- Only card_renew writes the token.
REVOKE INSERT (card_token_hash), UPDATE (card_token_hash) ON app.patient FROM clinic_reception, clinic_admin;

-- A new card's code, told this once: 16 signs of 5 random bits, of an alphabet without I, L, O and U. What is
-- stored is the SHA-256 of the signs in capitals without spaces; the card before it stops working.
CREATE FUNCTION app.card_renew(patient bigint) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
    signs constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    random bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
    code text := '';
BEGIN
    PERFORM app.require_active();
    FOR i IN 0..15 LOOP
        code := code || substr(signs, (get_byte(random, i) & 31) + 1, 1);
    END LOOP;
    UPDATE patient p SET card_token_hash = sha256(convert_to(code, 'UTF8'))
        WHERE p.id = card_renew.patient AND p.active AND p.merged_into IS NULL;
    IF NOT FOUND THEN
        PERFORM app.refuse('CD001', 'patient_unavailable');
    END IF;
    RETURN code;
END
$$;

-- Who changed a patient's record last, where and when; nothing of what was written.
CREATE FUNCTION app.patient_change(patient bigint) RETURNS TABLE(who text, desk text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
    SELECT coalesce(s.display_name::text, u.who::text), u.desk, u.at
    FROM audit u LEFT JOIN staff s ON s.login = u.who
    WHERE u.entity = 'patient' AND u.entity_id = patient_change.patient AND app.my_staff() IS NOT NULL
    ORDER BY u.id DESC LIMIT 1
$$;

GRANT EXECUTE ON FUNCTION app.card_renew(bigint), app.patient_change(bigint) TO clinic_reception, clinic_admin;
