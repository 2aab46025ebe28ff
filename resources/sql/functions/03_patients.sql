-- Records, the search for them, who is like whom, and the appointment card.

-- Six digits and more: lpad() alone cuts the seventh off, and the number is then somebody else's.
CREATE FUNCTION app.record_digits(digits text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lpad(digits, greatest(6, length(digits)), '0');

CREATE FUNCTION app.patient_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, ext, pg_temp AS $$
DECLARE
    not_edited CONSTANT text[] := ARRAY['version', 'row_lock', 'search', 'phone_end', 'card_token_hash'];
BEGIN
    PERFORM app.require_active();
    IF NEW.birth_date > app.clinic_day(app.clinic_now()) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'patient_birth_date_past',
            MESSAGE = 'birth date is in the future';
    END IF;
    IF TG_OP = 'INSERT' THEN
        NEW.version := 1;
        IF NOT app.loading() OR NEW.record_number IS NULL THEN
            NEW.record_number := 'MR-' || to_char(app.clinic_now() AT TIME ZONE app.clinic_zone(), 'YYYY') || '-'
                || app.record_digits(nextval('app.patient_record_number')::text);
        END IF;
        IF NOT app.loading() THEN
            NEW.op_id := app.current_operation();
        END IF;
    ELSE
        NEW.op_id := OLD.op_id;
        NEW.record_number := OLD.record_number;
        -- A new card changes nothing that somebody else may be editing.
        NEW.version := OLD.version
            + (to_jsonb(NEW) - not_edited IS DISTINCT FROM to_jsonb(OLD) - not_edited)::int;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER patient_guard BEFORE INSERT OR UPDATE ON app.patient FOR EACH ROW EXECUTE FUNCTION app.patient_guard();

CREATE FUNCTION app.patient_notify() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
    PERFORM pg_notify('patient', NEW.id::text);
    RETURN NULL;
END
$$;
CREATE TRIGGER patient_notify AFTER UPDATE ON app.patient FOR EACH ROW EXECUTE FUNCTION app.patient_notify();

-- A whole birth date as people type it: 1985-05-03, 3.5.1985, 03/05/1985, 03-05-85 (day first).
CREATE FUNCTION app.date_from_words(word text) RETURNS date
LANGUAGE plpgsql STABLE SET search_path = app, pg_temp AS $$
DECLARE
    m text[];
    year int;
BEGIN
    m := regexp_match(word, '^(\d{4})-(\d{1,2})-(\d{1,2})$');
    IF m IS NOT NULL THEN
        RETURN make_date(m[1]::int, m[2]::int, m[3]::int);
    END IF;
    m := regexp_match(word, '^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$');
    IF m IS NULL THEN
        RETURN NULL;
    END IF;
    year := m[3]::int;
    IF length(m[3]) = 2 THEN
        year := year + CASE WHEN 2000 + year > extract(year FROM app.clinic_now()) THEN 1900 ELSE 2000 END;
    END IF;
    RETURN make_date(year, m[2]::int, m[1]::int);
EXCEPTION WHEN datetime_field_overflow THEN
    RETURN NULL;
END
$$;

-- Patients by parts of the name in any order, accents and small typos forgiven, and by birth date, birth
-- year (two digits too), phone end or record number; best first. A doctor finds own patients only.
-- Needs three letters, or two that begin a family name, or a number.
-- The end of a record number is found by an index, and a common name's patients are read in the order of the list
-- until it is full: only a name with fewer patients than the list has rows is looked for everywhere.
CREATE FUNCTION app.patient_find(words text, max_rows int)
RETURNS TABLE(id bigint, record_number text, family_name text, given_name text, birth_date date, sex text,
              phone text, active boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, ext, pg_temp AS $$
DECLARE
    parts text[] := regexp_split_to_array(btrim(app.norm(left(coalesce(words, ''), 200))), '[\s,;]+');
    part text;
    conditions text[] := '{}';
    fuzzy text[] := '{}';
    numbers text[] := '{}';
    letters text := '';
    digits text;
    day date;
    shown int := least(greatest(max_rows, 0), 100);
    -- What the family names begin with that lead the list.
    lead text;
    done int := 0;
    listed text := 'SELECT p.id, p.record_number, p.family_name::text, p.given_name::text, p.birth_date, p.sex,
                           p.phone::text, p.active FROM patient p WHERE p.merged_into IS NULL AND ';
    visible text := CASE WHEN app.sees_all_patients() THEN 'true' ELSE
        'EXISTS (SELECT FROM appointment a WHERE a.patient_id = p.id AND a.doctor_id = ' || coalesce(app.my_doctor(), 0) || ')' END;
BEGIN
    PERFORM app.require_active();
    FOREACH part IN ARRAY parts LOOP
        CONTINUE WHEN part = '';
        IF part ~ '[0-9]' THEN
            digits := regexp_replace(part, '[^0-9]', '', 'g');
            day := app.date_from_words(part);
            IF day IS NOT NULL THEN
                numbers := numbers || format('p.birth_date = %L', day);
            ELSIF part ~ '^mr-' THEN
                numbers := numbers || format('p.record_number = %L', upper(part));
            ELSIF length(digits) = 4 AND digits::int BETWEEN 1850 AND 2100 THEN
                numbers := numbers || format('(p.birth_date BETWEEN %L AND %L OR p.phone_end LIKE %L)',
                    make_date(digits::int, 1, 1), make_date(digits::int, 12, 31), reverse(digits) || '%');
            ELSIF length(digits) = 2 THEN
                numbers := numbers || format('extract(year FROM p.birth_date)::int %% 100 = %s', digits::int);
            ELSE
                numbers := numbers || format('(p.phone_end LIKE %L OR reverse(p.record_number) LIKE %L)',
                    reverse(digits) || '%', reverse('-' || app.record_digits(digits)) || '%');
            END IF;
        ELSE
            part := replace(replace(replace(part, '\', ''), '%', ''), '_', '');
            CONTINUE WHEN part = '';
            lead := coalesce(lead, part || '%');
            letters := letters || part;
            IF length(part) >= 3 THEN
                conditions := conditions || format('p.search LIKE %L', '%' || part || '%');
            ELSE
                conditions := conditions || format('(p.search LIKE %L OR p.search LIKE %L)', part || '%', '% ' || part || '%');
            END IF;
            fuzzy := fuzzy || format('%L <%% p.search', part);
        END IF;
    END LOOP;
    IF length(letters) < 2 AND cardinality(numbers) = 0 THEN
        RETURN;
    END IF;
    IF cardinality(conditions) = 1 AND length(letters) = 2 THEN
        conditions := ARRAY[format('p.search LIKE %L', letters || '%')];
    END IF;
    IF lead IS NOT NULL THEN
        -- Without the first word's own condition, which `lead` implies: the planner would count it twice.
        RETURN QUERY EXECUTE format(
            listed || 'p.active AND p.search LIKE %L AND %s ORDER BY p.search USING ~<~, p.birth_date LIMIT %s',
            lead, array_to_string(visible || conditions[2:] || numbers, ' AND '), shown);
        GET DIAGNOSTICS done = ROW_COUNT;
        IF done >= shown THEN
            RETURN;
        END IF;
        conditions := conditions || format('NOT (p.active AND p.search LIKE %L)', lead);
    END IF;
    RETURN QUERY EXECUTE format(
        listed || '%s ORDER BY p.active DESC, p.search LIKE %L DESC, p.search USING ~<~, p.birth_date LIMIT %s',
        array_to_string(visible || conditions || numbers, ' AND '), coalesce(lead, '%'), shown - done);
    IF FOUND OR done > 0 OR length(letters) < 4 THEN
        RETURN;
    END IF;
    PERFORM set_config('pg_trgm.word_similarity_threshold', '0.3', true);
    RETURN QUERY EXECUTE format(
        listed || '%s ORDER BY p.active DESC, similarity(p.search, %L) DESC, p.search LIMIT %s',
        array_to_string(visible || fuzzy || numbers, ' AND '), array_to_string(parts, ' '), shown);
END
$$;

-- Who may already be this person: same birth date and similar sound, or the same phone.
CREATE FUNCTION app.patient_similar(family text, given text, born date, phone_number text)
RETURNS TABLE(id bigint, record_number text, family_name text, given_name text, birth_date date, sex text,
              phone text, active boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, ext, pg_temp AS $$
DECLARE
    wanted text := app.norm(coalesce(family, '') || ' ' || coalesce(given, ''));
    ending text := reverse(regexp_replace(coalesce(phone_number, ''), '[^0-9]', '', 'g'));
BEGIN
    PERFORM app.require_active();
    RETURN QUERY
    SELECT p.id, p.record_number, p.family_name::text, p.given_name::text, p.birth_date, p.sex, p.phone::text, p.active
    FROM patient p
    WHERE p.merged_into IS NULL
      AND (app.sees_all_patients() OR EXISTS (SELECT FROM appointment a
           WHERE a.patient_id = p.id AND a.doctor_id = app.my_doctor()))
      AND ((p.birth_date = born AND (similarity(p.search, wanted) >= 0.25
                OR dmetaphone(p.family_name) = dmetaphone(app.norm(family))))
           OR (length(ending) >= 6 AND p.phone_end LIKE left(ending, 8) || '%' AND similarity(p.search, wanted) >= 0.25)
           OR (length(ending) >= 6 AND p.phone_end = ending))
    ORDER BY (p.birth_date = born) DESC, similarity(p.search, wanted) DESC LIMIT 5;
END
$$;

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
      AND u.before ->> 'version' IS DISTINCT FROM u.after ->> 'version'
    ORDER BY u.id DESC LIMIT 1
$$;

GRANT EXECUTE ON FUNCTION app.patient_find(text, int), app.patient_similar(text, text, date, text)
    TO clinic_reception, clinic_doctor, clinic_admin;
GRANT EXECUTE ON FUNCTION app.card_renew(bigint), app.patient_change(bigint) TO clinic_reception, clinic_admin;
