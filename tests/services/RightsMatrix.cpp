#include "services/RightsMatrix.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

/// The letters that a kind's cells may hold.
QString lettersOf(const QString &kind)
{
    if (kind == "table"_L1 || kind == "open"_L1)
        return u"DTGR"_s;
    if (kind == "column"_L1)
        return u"SIUR"_s;
    if (kind == "policy"_L1)
        return u"SIUDA"_s;
    return kind == "function"_L1 ? u"X"_s : QString();
}

bool isTable(const QString &kind)
{
    return kind == "table"_L1 || kind == "open"_L1;
}

/// A table keeps its place in the file whether row security is on or off.
QString keyOf(const RightsMatrix::Line &line)
{
    return (isTable(line.kind) ? u"table"_s : line.kind) + u' ' + line.object;
}

/// clinic_reception is "reception" in the file's head.
QString headingOf(const QString &role)
{
    return role.startsWith("clinic_"_L1) ? role.mid(7) : role;
}

QString roleOf(const QString &heading)
{
    return heading == "public"_L1 ? heading : u"clinic_"_s + heading;
}

/// %1 is the list of roles. One row a line of the matrix; cells in the order of the roles.
constexpr auto catalogueSql = R"sql(
WITH role AS (SELECT name, place FROM unnest('{%1}'::text[]) WITH ORDINALITY AS r(name, place)),
relation AS (SELECT oid, relname, relrowsecurity FROM pg_class
             WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f'))
SELECT CASE WHEN c.relrowsecurity THEN 'table' ELSE 'open' END AS kind, c.relname::text AS object,
       array_to_string(array_agg(
           CASE WHEN has_table_privilege(r.name, c.oid, 'DELETE') THEN 'D' ELSE '' END
        || CASE WHEN has_table_privilege(r.name, c.oid, 'TRUNCATE') THEN 'T' ELSE '' END
        || CASE WHEN has_table_privilege(r.name, c.oid, 'TRIGGER') THEN 'G' ELSE '' END
        || CASE WHEN has_table_privilege(r.name, c.oid, 'REFERENCES') THEN 'R' ELSE '' END
           ORDER BY r.place), ',') AS cells
  FROM relation c, role r GROUP BY c.oid, c.relname, c.relrowsecurity
UNION ALL
SELECT 'column', c.relname || '.' || a.attname,
       array_to_string(array_agg(
           CASE WHEN has_column_privilege(r.name, c.oid, a.attnum, 'SELECT') THEN 'S' ELSE '' END
        || CASE WHEN has_column_privilege(r.name, c.oid, a.attnum, 'INSERT') THEN 'I' ELSE '' END
        || CASE WHEN has_column_privilege(r.name, c.oid, a.attnum, 'UPDATE') THEN 'U' ELSE '' END
        || CASE WHEN has_column_privilege(r.name, c.oid, a.attnum, 'REFERENCES') THEN 'R' ELSE '' END
           ORDER BY r.place), ',')
  FROM relation c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped,
       role r GROUP BY c.relname, a.attname
UNION ALL
SELECT 'policy', c.relname || '.' || p.polname,
       array_to_string(array_agg(
           CASE WHEN p.polroles = '{0}' OR EXISTS (
                    SELECT FROM pg_roles m WHERE m.rolname = r.name AND m.oid = ANY (p.polroles))
                THEN translate(p.polcmd::text, 'rawd*', 'SIUDA') ELSE '' END
           ORDER BY r.place), ',')
  FROM pg_policy p JOIN relation c ON c.oid = p.polrelid, role r GROUP BY c.relname, p.polname
UNION ALL
SELECT 'function', replace(p.oid::regprocedure::text, 'app.', ''),
       array_to_string(array_agg(
           CASE WHEN has_function_privilege(r.name, p.oid, 'EXECUTE') THEN 'X' ELSE '' END
           ORDER BY r.place), ',')
  FROM pg_proc p, role r WHERE p.pronamespace = 'app'::regnamespace GROUP BY p.oid
)sql";

/// Rights of roles that have no cell: %1 are those that have one.
constexpr auto othersSql = R"sql(
WITH granted AS (
    SELECT c.relname::text AS object, c.relowner AS owner, g.grantee, g.privilege_type AS "right"
      FROM pg_class c, aclexplode(c.relacl) g WHERE c.relnamespace = 'app'::regnamespace
    UNION ALL
    SELECT c.relname || '.' || a.attname, c.relowner, g.grantee, g.privilege_type
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid, aclexplode(a.attacl) g
     WHERE c.relnamespace = 'app'::regnamespace
    UNION ALL
    SELECT p.oid::regprocedure::text, p.proowner, g.grantee, g.privilege_type
      FROM pg_proc p, aclexplode(p.proacl) g WHERE p.pronamespace = 'app'::regnamespace
    UNION ALL
    SELECT c.relname || '.' || p.polname, c.relowner, m.member, 'policy'
      FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid, unnest(p.polroles) AS m(member)
     WHERE c.relnamespace = 'app'::regnamespace)
SELECT object, "right", r.rolname::text AS role
  FROM granted JOIN pg_roles r ON r.oid = granted.grantee
 WHERE granted.grantee <> granted.owner AND r.rolname <> 'clinic_owner'
   AND r.rolname <> ALL ('{%1}'::text[]) ORDER BY 1, 2, 3
)sql";

} // namespace

RightsMatrix RightsMatrix::ofFile(const QString &path)
{
    RightsMatrix matrix;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        matrix.m_complaints.append(u"%1 cannot be read."_s.arg(path));
        return matrix;
    }
    int number = 0;
    while (!file.atEnd())
        matrix.readLine(QString::fromUtf8(file.readLine()).simplified(), ++number);
    return matrix;
}

RightsMatrix RightsMatrix::ofDatabase(const PostgresFixture &fixture, const QStringList &roles)
{
    RightsMatrix matrix;
    matrix.m_roles = roles;
    const QString list = roles.join(u',');
    for (const Row &row :
         fixture.superuserSql(QLatin1StringView(catalogueSql).toString().arg(list)))
        matrix.addRow(row);
    for (const Row &row : fixture.superuserSql(QLatin1StringView(othersSql).toString().arg(list)))
        matrix.m_complaints.append(u"%1 has no column in rights.txt and has %2 on %3."_s.arg(
            row.get<QString>("role"), row.get<QString>("right"), row.get<QString>("object")));
    return matrix;
}

QStringList RightsMatrix::tables() const
{
    QStringList names;
    for (const Line &line : m_lines) {
        if (isTable(line.kind))
            names.append(line.object);
    }
    return names;
}

bool RightsMatrix::isOpen(const QString &table) const
{
    return m_lines.value(u"table "_s + table).kind == "open"_L1;
}

bool RightsMatrix::may(const QString &role, const QString &table, QChar right) const
{
    const qsizetype place = m_roles.indexOf(role);
    for (const Line &line : m_lines) {
        const bool isOfTable = isTable(line.kind)
            ? line.object == table
            : line.kind == "column"_L1 && line.object.section(u'.', 0, 0) == table;
        if (isOfTable && line.cells.value(place).contains(right))
            return true;
    }
    return false;
}

QStringList RightsMatrix::differencesFrom(const RightsMatrix &database) const
{
    QStringList found = m_complaints + database.m_complaints;
    for (const Line &line : m_lines) {
        if (!database.m_lines.contains(keyOf(line)))
            found.append(
                u"rights.txt:%1 names the %2 %3, which does not exist. Take the line out."_s
                    .arg(line.number)
                    .arg(line.kind, line.object));
    }
    for (auto other = database.m_lines.cbegin(); other != database.m_lines.cend(); ++other) {
        const auto mine = m_lines.constFind(other.key());
        if (mine == m_lines.cend())
            found.append(
                u"The %1 %2 has no line in rights.txt. If these are its rights, add:\n%3"_s.arg(
                    other->kind, other->object, textOf(*other)));
        else if (mine->cells != other->cells || mine->kind != other->kind)
            found.append(difference(*mine, *other));
    }
    return found;
}

QString RightsMatrix::difference(const Line &mine, const Line &databases) const
{
    QStringList parts;
    if (mine.kind != databases.kind)
        parts.append(u"row security is %1"_s.arg(databases.kind == "open"_L1 ? u"off"_s : u"on"_s));
    for (qsizetype i = 0; i < m_roles.size(); ++i) {
        const QString has = databases.cells.value(i);
        const QString says = mine.cells.value(i);
        const auto orNothing
            = [](const QString &cell) { return cell.isEmpty() ? u"nothing"_s : cell; };
        if (has != says)
            parts.append(u"%1 has %2 and should have %3"_s.arg(m_roles.at(i), orNothing(has),
                                                               orNothing(says)));
    }
    return u"rights.txt:%1, %2 %3: %4. Change the grants, or the line to:\n%5"_s.arg(mine.number)
        .arg(mine.kind, mine.object, parts.join(u"; "_s), textOf(databases));
}

/// The kind, a cell a role ("-": nothing), and the rest is what the line is about.
void RightsMatrix::readLine(const QString &text, int number)
{
    if (text.isEmpty() || text.startsWith(u'#'))
        return;
    const QStringList words = text.split(u' ');
    if (words.constFirst() == "roles"_L1) {
        for (const QString &heading : words.mid(1))
            m_roles.append(roleOf(heading));
        return;
    }
    Line line {words.constFirst(), words.mid(1, m_roles.size()),
               words.mid(1 + m_roles.size()).join(u' '), number};
    const QString letters = lettersOf(line.kind);
    bool isReadable = !letters.isEmpty() && !line.object.isEmpty();
    for (QString &cell : line.cells) {
        if (cell == u'-')
            cell.clear();
        for (const QChar letter : cell)
            isReadable = isReadable && letters.contains(letter);
    }
    if (!isReadable)
        m_complaints.append(u"rights.txt:%1 cannot be read: \"%2\""_s.arg(number).arg(text));
    else
        add(line);
}

void RightsMatrix::add(Line line)
{
    const QString key = keyOf(line);
    if (m_lines.contains(key))
        m_complaints.append(u"rights.txt:%1 says again what the %2 %3 is."_s.arg(line.number)
                                .arg(line.kind, line.object));
    m_lines.insert(key, line);
}

void RightsMatrix::addRow(const Row &row)
{
    add({row.get<QString>("kind"), row.get<QString>("cells").split(u','),
         row.get<QString>("object"), 0});
}

QString RightsMatrix::textOf(const Line &line) const
{
    QString text = line.kind.leftJustified(9);
    for (qsizetype i = 0; i < m_roles.size(); ++i) {
        const QString cell = line.cells.value(i);
        text += (cell.isEmpty() ? u"-"_s : cell).leftJustified(headingOf(m_roles.at(i)).size() + 1);
    }
    return text + line.object;
}

} // namespace ClinicDesk
