#pragma once

#include "models/AppointmentCommands.h"
#include "models/RoomChoices.h"

namespace ClinicDesk {

/// Another room for an existing visit, at its own time: its status stays. Sends the version the
/// person saw. GUI thread.
class RoomChange final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoomChange)
public:
    RoomChange(AppointmentService &appointments, const ClinicClock &clock,
               QObject *parent = nullptr);

    /// Asks which rooms are free for it; choices().answered() follows.
    void begin(const AppointmentRow &row);
    [[nodiscard]] const AppointmentRow &row() const { return m_row; }
    [[nodiscard]] RoomChoices &choices() { return m_choices; }
    /// Nothing: no room any more. done() or refused() follows; once at a time.
    void commit(std::optional<RoomId> room);
    [[nodiscard]] bool isSending() const { return m_sending; }

Q_SIGNALS:
    void done(const ClinicDesk::DoneCommand &command);
    /// The choices are asked for anew.
    void refused(const ClinicDesk::Error &error);

private:
    void ask();

    AppointmentService &m_appointments;
    ClinicClock m_clock;
    RoomChoices m_choices;
    AppointmentRow m_row;
    bool m_sending = false;
};

} // namespace ClinicDesk
