#pragma once

#include "ctl/ClinicTime.h"
#include "domain/Error.h"
#include "services/appointments/AppointmentRequests.h"

#include <QHash>
#include <QStringList>

namespace ClinicDesk::Ctl {

/// A command's options and words, read as what they mean. A value that cannot be read is remembered
/// and an empty one returned: read everything, then ask problem() once.
class Arguments
{
public:
    Arguments() = default;
    Arguments(QHash<QString, QStringList> options, QStringList words);

    [[nodiscard]] bool has(const QString &option) const { return m_options.contains(option); }
    [[nodiscard]] QString text(const QString &option, const QString &otherwise = {}) const;
    [[nodiscard]] QStringList texts(const QString &option) const { return m_options.value(option); }
    [[nodiscard]] const QStringList &words() const { return m_words; }

    QString required(const QString &option);
    QString word(const QString &name); ///< the first word, required; `name` for the message
    int number(const QString &option, int least, int most, int otherwise);
    std::optional<int> optionalNumber(const QString &option, int least, int most);
    bool yesNo(const QString &option, bool otherwise);
    QDate date(const QString &option, QDate otherwise = {}); ///< required without `otherwise`
    QTime time(const QString &option); ///< required
    /// Without an offset in the clinic's zone.
    QDateTime instant(const QString &option, const QTimeZone &zone); ///< required
    std::optional<QDateTime> optionalInstant(const QString &option, const QTimeZone &zone);
    QUuid operation(); ///< --operation, else a new one
    AppointmentId appointment();
    qint64 id(const QString &name); ///< the first word as a number
    std::optional<RuleOverride> ruleOverride();

    void complain(const QString &field, const QString &why);
    /// ValidationFailed with all complaints; nothing when there is none.
    [[nodiscard]] std::optional<Error> problem() const;

private:
    QHash<QString, QStringList> m_options;
    QStringList m_words;
    QMap<QString, QString> m_complaints;
};

[[nodiscard]] Error validationError(const QString &field, const QString &why);

} // namespace ClinicDesk::Ctl
