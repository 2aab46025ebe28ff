#pragma once

#include "database/TransactionManager.h"
#include "support/PostgresFixture.h"

namespace ClinicDesk {

/// A scratch table that a receptionist may write, with a rule of each kind to break.
class NoteFixture : public PostgresFixture
{
protected:
    static constexpr Statement addNote {
        "test_add_note", "bigint, text",
        "INSERT INTO app.test_note (id, body) VALUES ($1, $2) RETURNING id, body"};
    static constexpr Statement readNote {"test_read_note", "bigint",
                                         "SELECT body FROM app.test_note WHERE id = $1"};
    static constexpr Statement lockNote {"test_lock_note", "bigint",
                                         "SELECT body FROM app.test_note WHERE id = $1 FOR UPDATE"};

    static constexpr Statement divide {"test_divide", "int", "SELECT 1 / $1"};

    void SetUp() override
    {
        PostgresFixture::SetUp();
        ownerSql(
            QStringLiteral("CREATE TABLE app.test_note (id bigint PRIMARY KEY, body text NOT NULL,"
                           " CONSTRAINT test_note_body CHECK (body <> 'bad'));"
                           "GRANT ALL ON app.test_note TO clinic_reception;"
                           "INSERT INTO app.test_note VALUES (1, 'one'), (2, 'two')"));
    }

    [[nodiscard]] qint64 count(const QString &condition) const
    {
        return ownerSql(QStringLiteral("SELECT count(*) FROM app.test_note WHERE ") + condition)
            .constFirst()
            .get<qint64>(0);
    }
    [[nodiscard]] qint64 countOperations(const QUuid &id) const
    {
        return ownerSql(QStringLiteral("SELECT count(*) FROM app.operation WHERE id = '%1'")
                            .arg(id.toString(QUuid::WithoutBraces)))
            .constFirst()
            .get<qint64>(0);
    }
    [[nodiscard]] static Operation newOperation(const QString &argument = QStringLiteral("a"))
    {
        return {QUuid::createUuid(), QStringLiteral("note"), Operation::hashOf({argument})};
    }
};

} // namespace ClinicDesk
