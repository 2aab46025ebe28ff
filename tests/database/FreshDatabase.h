#pragma once

#include "database/Connection.h"
#include "support/PostgresFixture.h"

#include <memory>

namespace ClinicDesk {

/// Each test also has a database without any schema, made anew by fresh().
class FreshDatabase : public PostgresFixture
{
protected:
    void SetUp() override
    {
        PostgresFixture::SetUp();
        fresh();
    }

    void TearDown() override
    {
        dropFresh();
        PostgresFixture::TearDown();
    }

    [[nodiscard]] QString freshName() const { return database() + QStringLiteral("_fresh"); }

    void dropFresh()
    {
        superuserSql(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(freshName()));
    }

    void fresh()
    {
        dropFresh();
        superuserSql(QStringLiteral("CREATE DATABASE %1 OWNER clinic_owner TEMPLATE template0 "
                                    "STRATEGY file_copy")
                         .arg(freshName()));
    }

    /// The owner's session in it.
    [[nodiscard]] std::unique_ptr<Connection> open() const { return openAs(ownerSettings()); }
    [[nodiscard]] std::unique_ptr<Connection> openAs(ConnectionSettings settings) const
    {
        settings.database = freshName();
        auto connection = std::make_unique<Connection>(settings);
        connection->open();
        return connection;
    }

    /// The first column of the first row, as text.
    [[nodiscard]] static QString ask(Connection &connection, const QString &sql)
    {
        return connection.runScript(sql).constFirst().constFirst().get<QString>(0);
    }
};

} // namespace ClinicDesk
