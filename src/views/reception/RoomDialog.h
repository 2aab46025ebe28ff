#pragma once

#include "models/RoomChange.h"
#include "views/visits/VisitTexts.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace ClinicDesk {

class FieldError;
class OpenVisit;
class StaleNotice;

/// Another room for a visit: arrows choose, Enter changes. Rooms that are taken at its time say so;
/// a refusal is said at the list and keeps the dialog open. What another desk changes meanwhile is
/// said above it and has to be looked at first. Open it with open().
class RoomDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoomDialog)
public:
    /// Takes `visit`, which is open; `change` has begun with it.
    RoomDialog(OpenVisit &visit, RoomChange &change, const AppointmentCommands &commands,
               const VisitTexts::DoctorName &doctorName, const ClinicClock &clock, QWidget *parent);

    void accept() override;

private:
    void refresh();
    void follow();
    void addRow(const QString &text, std::optional<RoomId> room);

    OpenVisit &m_visit;
    RoomChange &m_change;
    ClinicClock m_clock;
    QListWidget *m_rooms;
    FieldError *m_problem;
    StaleNotice *m_notice;
    QPushButton *m_ok;
};

} // namespace ClinicDesk
