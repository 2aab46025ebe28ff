#pragma once

#include "services/appointments/AppointmentRequests.h"

#include <QObject>

namespace ClinicDesk {

class AppointmentService;

/// Which rooms there are for a doctor's time, and which of them are free then. The last question
/// wins. GUI thread.
class RoomChoices final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoomChoices)
public:
    struct Question
    {
        DoctorId doctor;
        QDateTime start; ///< invalid: which rooms there are at all
        QDateTime end;
        std::optional<AppointmentId> self; ///< the visit that looks for a room

        bool operator==(const Question &) const = default;
    };

    explicit RoomChoices(AppointmentService &appointments, QObject *parent = nullptr);

    /// answered() follows unless another question comes first; the old list stays until then.
    /// Without an answer from the server the list stays too.
    void ask(const Question &question);
    [[nodiscard]] bool isAsking() const { return m_asking; }
    /// The list is the answer to this question.
    [[nodiscard]] bool isAbout(const Question &question) const;
    [[nodiscard]] const QList<RoomChoice> &list() const { return m_list; }
    /// Where the doctor works that day, if that room is free.
    [[nodiscard]] const RoomChoice *usual() const;
    [[nodiscard]] QString nameOf(RoomId room) const;

Q_SIGNALS:
    void answered();

private:
    AppointmentService &m_appointments;
    Question m_question;
    QList<RoomChoice> m_list;
    quint64 m_number = 0;
    bool m_asking = false;
    bool m_isCurrent = false;
};

} // namespace ClinicDesk
