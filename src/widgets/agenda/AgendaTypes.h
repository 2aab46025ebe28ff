#pragma once

#include "domain/Schedule.h"

#include <QList>
#include <QString>

namespace ClinicDesk {

/// Roles an AgendaView reads from column 0 of its model, one row a visit. Times are instants.
namespace AgendaRole {
enum Role {
    Id = Qt::UserRole + 100, ///< AppointmentId
    Doctor, ///< DoctorId: the column it stands in
    Start, ///< QDateTime
    End, ///< QDateTime
    Title, ///< QString, as short as the slot: "KIM S"
    FullName, ///< QString, for the tooltip and for speech: "Kim Soo"
    Status, ///< int: AppointmentStatus
    CheckedInAt, ///< QDateTime, invalid when not checked in
    Detail, ///< QString, visit type: "Check-up"
    CornerColour, ///< QColor of the visit type; none if invalid
    Saving, ///< bool: sent, not yet committed
    Stale, ///< bool: changed while the connection was lost and not yet looked at
};
}

/// One column of the day: a doctor.
struct AgendaColumn
{
    DoctorId doctor;
    QString title; ///< "Dr Osei"
    QString subtitle; ///< "3 free", "off", "Room 2"
    QList<OpenSpan> open; ///< of the shown day; anything else is closed
    bool off = false; ///< away the whole day: the header is dimmed

    bool operator==(const AgendaColumn &) const = default;
};

/// One place of the grid as keyboard and screen reader see it.
struct AgendaCell
{
    enum class Kind { Free, Visit, Hold, Closed };

    Kind kind = Kind::Closed;
    QDateTime start;
    QDateTime end;
    AppointmentId visit; ///< Kind::Visit only
    bool mine = false; ///< Kind::Hold: held by this desk
    QString who; ///< Kind::Hold

    bool operator==(const AgendaCell &) const = default;
};

/// Where the grid's cursor stands. Invalid only while the view has no columns.
struct AgendaCursor
{
    DoctorId doctor;
    QDateTime start;
    int minutes = 0; ///< length of the cell, or of the lengthened free selection
    AppointmentId visit; ///< invalid on free, held and closed time
    AgendaCell::Kind kind = AgendaCell::Kind::Closed;

    [[nodiscard]] bool isValid() const { return doctor.isValid() && start.isValid(); }
    bool operator==(const AgendaCursor &) const = default;
};

} // namespace ClinicDesk
