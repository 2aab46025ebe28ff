#pragma once

#include <QStringList>

namespace ClinicDesk {

/// What a soak found wrong, and what it has to tell at the end.
class SoakReport
{
public:
    void fail(const QString &what)
    {
        if (m_failures.size() < most)
            m_failures << what;
        ++m_count;
    }
    void expect(bool holds, const QString &what)
    {
        if (!holds)
            fail(what);
    }
    void tell(const QString &line) { m_lines << line; }
    [[nodiscard]] const QStringList &failures() const { return m_failures; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] const QStringList &lines() const { return m_lines; }

private:
    static constexpr int most = 40;

    QStringList m_failures;
    QStringList m_lines;
    int m_count = 0;
};

} // namespace ClinicDesk
