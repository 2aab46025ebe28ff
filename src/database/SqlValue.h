#pragma once

#include "domain/Id.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace ClinicDesk {

/// One argument of a statement, already rendered as an SQL literal. The closed list of constructors
/// is the only way text reaches a statement, so nothing unquoted can: every other type fails to
/// compile. Throws ValueError for what cannot be stored faithfully: an invalid date or time (a DST
/// gap), control characters other than tab and newline, U+0000, lone surrogates, text over 100,000
/// characters.
class SqlValue
{
public:
    SqlValue(std::nullopt_t)
        : m_literal(QByteArrayLiteral("NULL"))
    {
    }
    SqlValue(bool value);
    SqlValue(int value);
    SqlValue(qint64 value);
    SqlValue(const QString &value); ///< a null QString is stored as NULL
    SqlValue(const QUuid &value);
    SqlValue(const QDate &value);
    SqlValue(const QTime &value);
    SqlValue(const QDateTime &value); ///< as an instant, to the millisecond
    SqlValue(const QByteArray &bytes); ///< bytea
    SqlValue(const QList<qint64> &values); ///< bigint[]
    template<typename Tag>
    SqlValue(Id<Tag> id)
        : SqlValue(id.value)
    {
    }
    template<typename T>
    SqlValue(const std::optional<T> &value)
        : SqlValue(value ? SqlValue(*value) : SqlValue(std::nullopt))
    {
    }
    template<typename T> SqlValue(T) = delete;

    [[nodiscard]] const QByteArray &literal() const { return m_literal; } ///< UTF-8

private:
    QByteArray m_literal;
};

/// A value no statement may carry. Becomes ValidationFailed.
class ValueError
{
public:
    explicit ValueError(QString why)
        : why(std::move(why))
    {
    }
    QString why; ///< "control_character", "invalid_time", "too_long"
};

} // namespace ClinicDesk
