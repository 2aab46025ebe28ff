-- Patients demo.from to demo.to (from 0). The first few are those of the handbook's examples.
WITH origin(n, families, women, men) AS (VALUES
    (0, ARRAY['Kim', 'Park', 'Lee', 'Choi', 'Jung', 'Kang'], ARRAY['Soo', 'Ji-Won', 'Min-Ah', 'Hana', 'Yuna'],
        ARRAY['Min-Jun', 'Seo-Jun', 'Ji-Ho', 'Tae', 'Woo-Jin']),
    (1, ARRAY['Abe', 'Sato', 'Tanaka', 'Mori', 'Kimura', 'Ito'], ARRAY['Yuki', 'Aiko', 'Emi', 'Haruka', 'Naomi'],
        ARRAY['Tomo', 'Kenji', 'Hiro', 'Daiki', 'Sho']),
    (2, ARRAY['Díaz', 'García', 'Romero', 'Núñez', 'Ibáñez', 'Peña'], ARRAY['Mia', 'Lucía', 'Carmen', 'Sofía', 'Inés'],
        ARRAY['Javier', 'Pablo', 'Andrés', 'Hugo', 'Íñigo']),
    (3, ARRAY['Svensson', 'Lund', 'Åkesson', 'Öberg', 'Nyström', 'Berg'], ARRAY['Anna', 'Elsa', 'Maja', 'Åsa', 'Linnea'],
        ARRAY['Erik', 'Lars', 'Björn', 'Nils', 'Göran']),
    (4, ARRAY['Roy', 'Rao', 'Mehta', 'Singh', 'Iyer', 'Das'], ARRAY['Priya', 'Anjali', 'Meera', 'Kavya', 'Leela'],
        ARRAY['Paul', 'Arjun', 'Ravi', 'Vikram', 'Sanjay']),
    (5, ARRAY['Ba', 'Diallo', 'Keita', 'Traoré', 'Sow', 'Ndiaye'], ARRAY['Aminata', 'Fatou', 'Awa', 'Mariam', 'Khady'],
        ARRAY['Moussa', 'Ibrahima', 'Amadou', 'Cheikh', 'Ousmane']),
    (6, ARRAY['Müller', 'Schäfer', 'Weiß', 'Vogel', 'Krämer', 'Jäger', 'Braun', 'Lorenz'],
        ARRAY['Hannah', 'Greta', 'Jule', 'Katrin', 'Ursula'], ARRAY['Jonas', 'Felix', 'Jürgen', 'Lukas', 'Dieter']),
    (7, ARRAY['Yılmaz', 'Demir', 'Kaya', 'Çelik', 'Şahin', 'Aydın'], ARRAY['Elif', 'Zeynep', 'Ayşe', 'Defne', 'Selin'],
        ARRAY['Emre', 'Can', 'Mert', 'Onur', 'Kemal']),
    (8, ARRAY['Nowak', 'Wójcik', 'Kowalska', 'Zając', 'Lis', 'Dąbrowski'], ARRAY['Zofia', 'Maja', 'Ewa', 'Małgorzata', 'Ola'],
        ARRAY['Jan', 'Piotr', 'Tomasz', 'Paweł', 'Łukasz']),
    (9, ARRAY['Haddad', 'Nasser', 'Khoury', 'Saleh', 'Mansour', 'Aziz'], ARRAY['Layla', 'Nour', 'Rania', 'Salma', 'Huda'],
        ARRAY['Omar', 'Karim', 'Samir', 'Yusuf', 'Tariq']),
    (10, ARRAY['O''Brien', 'Walsh', 'Murphy', 'Clarke', 'Hughes', 'Mac Lean'], ARRAY['Aoife', 'Emma', 'Grace', 'Niamh', 'Ruth'],
        ARRAY['Liam', 'Sean', 'Owen', 'Conor', 'Harry']),
    (11, ARRAY['Li', 'Wang', 'Chen', 'Zhou', 'Wu', 'Nguyen'], ARRAY['Wei', 'Mei', 'Lan', 'Jing', 'Xia'],
        ARRAY['Jun', 'Bo', 'Hao', 'Minh', 'Quang'])
), fixed(i, family, given, born, sex) AS (VALUES
    (0, 'Kim', 'Soo', date '1985-05-03', 'female'), (1, 'Abe', 'Tomo', date '1992-08-19', 'male'),
    (2, 'Díaz', 'Mia', date '2001-02-11', 'female'), (3, 'Svensson', 'Anna', date '1958-12-30', 'female'),
    (4, 'Roy', 'Paul', date '1970-01-02', 'male'), (5, 'Kim', 'Su', date '1985-05-08', 'female'),
    (6, 'Li', 'Wei', date '1979-06-24', 'male')
), drawn AS (
    SELECT i, hashint8extended(i, o.seed) AS h, hashint8extended(i, o.seed + 1) AS g, o.today
    FROM demo_option o, generate_series(current_setting('demo.from')::bigint, current_setting('demo.to')::bigint) AS i
), named AS (
    SELECT d.i, d.h, d.g, d.today,
        coalesce(f.family, n.families[1 + (d.h >> 4 & 1023) % cardinality(n.families)]) AS family,
        coalesce(f.given, CASE WHEN d.h & 1 = 0 THEN n.women[1 + (d.h >> 14 & 1023) % 5]
                               ELSE n.men[1 + (d.h >> 14 & 1023) % 5] END) AS given,
        coalesce(f.born, d.today - 200 - ((d.h >> 24 & 65535) % 33000)::int) AS born,
        coalesce(f.sex, CASE WHEN d.h >> 40 & 127 = 0 THEN 'other' WHEN d.h & 1 = 0 THEN 'female' ELSE 'male' END) AS sex
    FROM drawn d JOIN origin n ON n.n = (d.h >> 41 & 65535) % 12 LEFT JOIN fixed f ON f.i = d.i
)
INSERT INTO app.patient(family_name, given_name, birth_date, sex, phone, email, address, emergency_contact, desk_notes, consent_on)
    SELECT family, given, born, sex,
        '+49 30 ' || lpad((g & 8388607)::text, 7, '0'),
        regexp_replace(app.norm(given || '.' || family), '[^a-z.]', '', 'g') || i || '@example.org',
        (ARRAY['Seestraße', 'Lindenweg', 'Am Ufer', 'Bergstraße', 'Gartenweg', 'Hafenplatz'])[1 + (g >> 24 & 255) % 6]
            || ' ' || 1 + (g >> 32 & 127) || ', ' || 10115 + (g >> 40 & 2047) || ' Berlin',
        CASE WHEN g >> 52 & 3 = 0 THEN 'Family, +49 30 ' || lpad((g >> 8 & 8388607)::text, 7, '0') END,
        CASE g >> 54 & 31 WHEN 0 THEN 'Needs a wheelchair ramp' WHEN 1 THEN 'Prefers mornings'
                          WHEN 2 THEN 'Speaks little English' WHEN 3 THEN 'Call before changes' END,
        today - (g >> 59 & 31)::int
    FROM named ORDER BY i;
