#pragma once

#include "domain/Error.h"
#include "domain/Result.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace ClinicDesk {

class AppointmentService;

/// This desk's one hold: taken, renewed while it lasts, released. The last take wins. GUI thread.
class SlotKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SlotKeeper)
public:
    /// `lifetime`: how long the clinic's holds last without a renewal.
    SlotKeeper(AppointmentService &appointments, std::chrono::seconds lifetime,
               QObject *parent = nullptr);

    /// held() or refused() follows; the desk's earlier hold is given up.
    void take(const FreeSlot &slot);
    void release();
    /// Asks for the same slot again, after a gap in the connection.
    void renew();

    [[nodiscard]] bool isAsking() const { return m_asking; }
    /// The server has said so, and the hold has not been refused since.
    [[nodiscard]] bool holds(const FreeSlot &slot) const { return m_held && m_slot == slot; }

Q_SIGNALS:
    void held(const ClinicDesk::FreeSlot &slot);
    /// Taken by somebody else, or no answer (Unreachable): then renewal goes on.
    void refused(const ClinicDesk::FreeSlot &slot, const ClinicDesk::Error &error);

private:
    void onAnswer(quint64 request, const Result<QDateTime> &until);

    AppointmentService &m_appointments;
    std::optional<FreeSlot> m_slot;
    quint64 m_request = 0;
    bool m_asking = false;
    bool m_held = false;
    QTimer m_renewal;
};

} // namespace ClinicDesk
