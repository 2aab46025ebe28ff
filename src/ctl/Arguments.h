#pragma once

#include "ctl/ClinicTime.h"
#include "domain/Error.h"
#include "domain/Result.h"
#include "services/appointments/AppointmentRequests.h"

#include <QHash>
#include <QStringList>

namespace ClinicDesk::Ctl {

/// A command's options and words, read as what they mean. A value that cannot be read is remembered
/// and an empty one returned: read everything, then give checked() what was made of it.
class Arguments
{
public:
    Arguments() = default;
    Arguments(QHash<QString, QStringList> options, QStringList words);

    [[nodiscard]] bool has(const QString &option) const { return m_options.contains(option); }
    [[nodiscard]] QString text(const QString &option, const QString &otherwise = {}) const;
    [[nodiscard]] std::optional<QString> optionalText(const QString &option) const;
    [[nodiscard]] QStringList texts(const QString &option) const { return m_options.value(option); }
    [[nodiscard]] const QStringList &words() const { return m_words; }

    QString required(const QString &option);
    QString word(const QString &name); ///< the first word, required; `name` for the message
    int number(const QString &option, int least, int most, int otherwise);
    std::optional<int> optionalNumber(const QString &option, int least, int most);
    std::optional<bool> yesNo(const QString &option);
    QDate date(const QString &option); ///< required
    std::optional<QDate> optionalDate(const QString &option);
    /// HH:MM.
    std::optional<QTime> time(const QString &option);
    /// HH:MM to 24:00, which is an invalid QTime.
    std::optional<QTime> endTime(const QString &option);
    /// Which instant it is, the clinic's zone says later: TypedTime::at().
    TypedTime instant(const QString &option); ///< required
    std::optional<TypedTime> optionalInstant(const QString &option);
    QUuid operation(); ///< --operation, else a new one
    std::optional<int> version(); ///< --version: the one that was seen
    AppointmentId appointment();
    qint64 id(const QString &name); ///< the first word as a number
    std::optional<RuleOverride> ruleOverride();

    /// Of several complaints about one field the first stays.
    void complain(const QString &field, const QString &why);
    /// The request, or ValidationFailed with all complaints.
    template<typename Request> [[nodiscard]] Result<Request> checked(Request request) const
    {
        if (!m_complaints.isEmpty())
            return unexpected(
                Error {ErrorKind::ValidationFailed, {}, ValidationDetails {m_complaints}, {}});
        return request;
    }

private:
    QHash<QString, QStringList> m_options;
    QStringList m_words;
    QMap<QString, QString> m_complaints;
};

[[nodiscard]] Error validationError(const QString &field, const QString &why);

/// A typed value, if there is one, over what `field` holds.
template<typename T> void replace(T &field, const std::optional<T> &typed)
{
    if (typed)
        field = *typed;
}

/// The request of a command that takes no arguments of its own.
struct NoArguments
{
};
[[nodiscard]] Result<NoArguments> readNothing(Arguments arguments);

} // namespace ClinicDesk::Ctl
