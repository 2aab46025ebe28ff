#pragma once

#include "domain/Appointment.h"

#include <QFrame>

class QBoxLayout;
class QPushButton;

namespace ClinicDesk {

class IdentityLabel;
class ReceptionActions;
class ReceptionModels;
class StatusPill;
class TextLabel;

/// The open appointment below the day: who, when, with whom, and what can be done with it. GUI
/// thread.
class VisitStrip final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisitStrip)
public:
    VisitStrip(ReceptionModels &models, const ReceptionActions &actions, QWidget *parent = nullptr);

    /// Shows it and takes the focus; an id that is not on the shown day closes the strip.
    void openVisit(AppointmentId id);
    void close();
    /// One more button, beside who it is about: its icon and its key.
    void addCommand(QAction *action);
    [[nodiscard]] AppointmentId visit() const { return m_visit; }

Q_SIGNALS:
    void closed();

private:
    void refresh();
    QPushButton *buttonFor(QAction *action);

    ReceptionModels &m_models;
    AppointmentId m_visit;
    IdentityLabel *m_identity;
    StatusPill *m_status;
    TextLabel *m_when;
    TextLabel *m_details;
    QBoxLayout *m_top;
    QPushButton *m_first;
};

} // namespace ClinicDesk
