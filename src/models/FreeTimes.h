#pragma once

#include "domain/Error.h"
#include "domain/Schedule.h"

#include <QObject>

namespace ClinicDesk {

class AppointmentService;

/// A free time on offer.
struct Suggestion
{
    FreeSlot slot;
    bool sameTimeElsewhere = false; ///< the first one's time, with another doctor

    bool operator==(const Suggestion &) const = default;
};

/// The next free times of a doctor, then that time with others. The last question wins. GUI thread.
class FreeTimes final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FreeTimes)
public:
    struct Question
    {
        DoctorId doctor;
        QList<DoctorId> others;
        QDateTime from;
        /// The time that others are asked for; invalid: the first free one.
        QDateTime sameTime;
        int days = 30;
        int minutes = 20;
    };

    static constexpr int pageSize = 5;

    explicit FreeTimes(AppointmentService &appointments, QObject *parent = nullptr);

    /// answered() follows, unless another question comes first; the old list stays until then.
    void ask(const Question &question);
    /// The times after those on offer.
    void more();
    void clear();
    [[nodiscard]] const QList<Suggestion> &list() const { return m_list; }
    [[nodiscard]] bool isAsking() const { return m_asking; }

Q_SIGNALS:
    void answered();
    void failed(const ClinicDesk::Error &error);

private:
    void askOthers(const QList<FreeSlot> &own);
    void answer(QList<Suggestion> list);

    AppointmentService &m_appointments;
    Question m_question;
    QList<Suggestion> m_list;
    quint64 m_number = 0;
    bool m_asking = false;
};

} // namespace ClinicDesk
