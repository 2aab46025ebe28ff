#include "database/SqlValue.h"

#include <QChar>

using namespace Qt::StringLiterals;

namespace ClinicDesk {
namespace {

constexpr qsizetype longestText = 100'000;

bool isForbidden(QChar character)
{
    return character.category() == QChar::Other_Control && character != u'\t' && character != u'\n';
}

void checkText(const QString &text)
{
    if (text.size() > longestText)
        throw ValueError(u"too_long"_s);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        if (isForbidden(character))
            throw ValueError(u"control_character"_s);
        if (!character.isSurrogate())
            continue;
        const bool paired
            = character.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (!paired)
            throw ValueError(u"control_character"_s);
        ++i;
    }
}

QByteArray quoted(const QByteArray &utf8)
{
    // E'' reads the same whatever standard_conforming_strings says.
    const bool escape = utf8.contains('\\');
    QByteArray literal;
    literal.reserve(utf8.size() + 8);
    literal += escape ? " E'" : "'";
    for (const char byte : utf8) {
        if (byte == '\'' || byte == '\\')
            literal += byte;
        literal += byte;
    }
    literal += '\'';
    return literal;
}

/// ISO text has four-digit years only; Qt gives an empty string for any other year.
QByteArray quotedTime(const QString &iso)
{
    if (iso.isEmpty())
        throw ValueError(u"invalid_time"_s);
    return quoted(iso.toLatin1());
}

} // namespace

SqlValue::SqlValue(bool value)
    : m_literal(value ? "true" : "false")
{
}

SqlValue::SqlValue(int value)
    : SqlValue(qint64 {value})
{
}

SqlValue::SqlValue(qint64 value)
    : m_literal(QByteArray::number(value))
{
}

SqlValue::SqlValue(const QString &value)
{
    if (value.isNull()) {
        m_literal = "NULL";
        return;
    }
    checkText(value);
    m_literal = quoted(value.toUtf8());
}

SqlValue::SqlValue(const QUuid &value)
    : m_literal(quoted(value.toByteArray(QUuid::WithoutBraces)))
{
}

SqlValue::SqlValue(const QDate &value)
    : m_literal(quotedTime(value.isValid() ? value.toString(Qt::ISODate) : QString()))
{
}

SqlValue::SqlValue(const QTime &value)
    : m_literal(quotedTime(value.isValid() ? value.toString(Qt::ISODateWithMs) : QString()))
{
}

SqlValue::SqlValue(const QDateTime &value)
    : m_literal(quotedTime(value.isValid() ? value.toUTC().toString(Qt::ISODateWithMs) : QString()))
{
}

SqlValue::SqlValue(const QByteArray &bytes)
    : m_literal(quoted("\\x" + bytes.toHex()))
{
}

SqlValue::SqlValue(const QList<qint64> &values)
{
    QByteArray list;
    for (const qint64 value : values) {
        if (!list.isEmpty())
            list += ',';
        list += QByteArray::number(value);
    }
    m_literal = quoted('{' + list + '}');
}

} // namespace ClinicDesk
