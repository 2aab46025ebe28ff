#pragma once

#include "models/VisitWatch.h"

#include <QTimer>

namespace ClinicDesk {

class Services;

/// What a form shows of a visit, in the order of the screen.
enum class VisitField { Time, Doctor, Status, Room, VisitType, Reason };

/// In what two readings of one visit differ on a screen.
[[nodiscard]] QList<VisitField> differences(const AppointmentRow &before,
                                            const AppointmentRow &after);

/// A visit that a form shows while other desks may change it. What another desk commits makes it
/// stale within a second and stays so until accept(); an own change, and one that shows nowhere, is
/// taken over silently. GUI thread.
class OpenVisit final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenVisit)
public:
    OpenVisit(Services &services, const Session &session, QObject *parent = nullptr);

    /// As it is on the screen now; whether that is the last word is asked at once, of several
    /// opened within 200 ms for the first and the last.
    void open(const AppointmentRow &row);
    void close();
    [[nodiscard]] bool isOpen() const { return m_seen.appointment.id.isValid(); }

    /// As the person at the form knows it: what is done to it carries this version.
    [[nodiscard]] const AppointmentRow &seen() const { return m_seen; }
    /// As it is.
    [[nodiscard]] const AppointmentRow &now() const { return m_change.row; }
    [[nodiscard]] bool isStale() const { return m_isGone || !changed().isEmpty(); }
    /// No longer this person's to see.
    [[nodiscard]] bool isGone() const { return m_isGone; }
    [[nodiscard]] QList<VisitField> changed() const { return differences(m_seen, now()); }
    /// Who made it what it is; said of the last change only.
    [[nodiscard]] const VisitChange &lastChange() const { return m_change; }

    /// Asks what it is now without waiting for a hint.
    void look();
    /// The person has seen what it is now.
    void accept();
    /// What this window has just done to it, before the server's word of it arrives.
    void takeOwn(const Appointment &appointment);

Q_SIGNALS:
    void updated();

private:
    void onChanged(const VisitChange &change);

    VisitWatch m_watch;
    AppointmentRow m_seen;
    VisitChange m_change;
    bool m_isGone = false;
    QTimer m_rest;
    bool m_isLookDue = false; ///< once m_rest is over
};

} // namespace ClinicDesk
