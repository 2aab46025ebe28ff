#pragma once

#include "services/Services.h"

#include <QCoroTask>

#include <gtest/gtest.h>

namespace ClinicDesk {

/// A person's services with the connection open, as the desktop has them.
class SignedIn final : public Services
{
public:
    explicit SignedIn(const ConnectionSettings &settings)
    {
        EXPECT_TRUE(executor.open(settings).result().has_value());
    }
};

/// Runs the event loop until the service has answered.
template<typename T> T answer(QCoro::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

template<typename T> QString kindOf(const tl::expected<T, Error> &result)
{
    return result ? QStringLiteral("success") : toKey(result.error().kind);
}

/// The reason that a ValidationFailed gives for this field; empty for none.
template<typename T> QString whyOf(const tl::expected<T, Error> &result, const QString &field)
{
    const auto *details = result ? nullptr : result.error().template as<ValidationDetails>();
    return details ? details->fields.value(field) : QString();
}

} // namespace ClinicDesk
