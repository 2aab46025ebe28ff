#pragma once

#include "domain/AgendaRole.h"
#include "domain/Schedule.h"

#include <QDate>
#include <QList>
#include <QString>

namespace ClinicDesk {

/// One column: a doctor's day.
struct AgendaColumn
{
    DoctorId doctor;
    QString title; ///< "Dr Osei"
    QString subtitle; ///< "3 free", "off", "Room 2"
    QList<OpenSpan> open; ///< of the shown day; anything else is closed
    bool off = false; ///< away the whole day: the header is dimmed
    QDate day = {}; ///< when columns are days of a week; invalid: the view's day

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
