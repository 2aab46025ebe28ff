#pragma once

#include "support/PostgresFixture.h"

#include <QMap>
#include <QStringList>

namespace ClinicDesk {

/// Who may do what in the schema `app`: one line a table, column, policy or function, one cell a
/// role. Read from rights.txt, whose head explains the letters, or from a database's catalogue in
/// the same form, so that the two can be compared line by line.
class RightsMatrix
{
public:
    /// One line: its kind ("table", "open", "column", "policy", "function"), the letters of each
    /// role, and what it is about.
    struct Line
    {
        QString kind;
        QStringList cells;
        QString object;
        int number = 0; ///< in the file; 0: from the catalogue
    };

    static RightsMatrix ofFile(const QString &path);
    /// What the database of the running test grants these roles.
    static RightsMatrix ofDatabase(const PostgresFixture &fixture, const QStringList &roles);

    /// The database's names of the cells' roles: clinic_reception, ..., public.
    [[nodiscard]] const QStringList &roles() const { return m_roles; }
    /// Lines that cannot be read, rights of roles that have no cell.
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }
    [[nodiscard]] QStringList tables() const;
    /// Whether the table is meant to be under no row security.
    [[nodiscard]] bool isOpen(const QString &table) const;
    /// Whether the role has this right on the table or on one of its columns.
    [[nodiscard]] bool may(const QString &role, const QString &table, QChar right) const;

    /// A sentence for each difference: what is missing comes with the line to add.
    [[nodiscard]] QStringList differencesFrom(const RightsMatrix &database) const;

private:
    void readLine(const QString &text, int number);
    void add(Line line);
    void addRow(const Row &row);
    [[nodiscard]] QString textOf(const Line &line) const;
    [[nodiscard]] QString difference(const Line &mine, const Line &databases) const;

    QStringList m_roles;
    QMap<QString, Line> m_lines; ///< by what they are about
    QStringList m_complaints;
};

} // namespace ClinicDesk
