-- What a clinic of a million patients meets: the millionth record number, and a search that looks at no more
-- patients than it shows.

-- Six digits and more: lpad() alone cuts the seventh off, and the number is then somebody else's.
CREATE FUNCTION app.record_digits(digits text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lpad(digits, greatest(6, length(digits)), '0');

CREATE OR REPLACE FUNCTION app.patient_guard() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, ext, pg_temp AS $$
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
        NEW.version := OLD.version + 1;
        NEW.op_id := OLD.op_id;
        NEW.record_number := OLD.record_number;
    END IF;
    RETURN NEW;
END
$$;

-- A record number is typed by its last digits, as a phone number is.
CREATE INDEX patient_record_end ON app.patient (reverse(record_number) text_pattern_ops);

-- As in 0009, but the end of a record number is found by an index, and a common name's patients are read in the order
-- of the list until it is full: only a name with fewer patients than the list has rows is looked for everywhere.
CREATE OR REPLACE FUNCTION app.patient_find(words text, max_rows int)
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
