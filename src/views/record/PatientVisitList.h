#pragma once

#include "domain/Appointment.h"
#include "models/ClinicClock.h"

#include <QWidget>

class QTreeView;

namespace ClinicDesk {

class Catalogue;
class PatientVisitsModel;
class TextLabel;

/// All visits of a patient, newest first: when, with whom, what and its status. Enter goes to the
/// visit's day. GUI thread.
class PatientVisitList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientVisitList)
public:
    PatientVisitList(PatientVisitsModel &visits, Catalogue &catalogue, const ClinicClock &clock,
                     QWidget *parent = nullptr);

Q_SIGNALS:
    void activated(const ClinicDesk::AppointmentRow &visit);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void restyle();

    PatientVisitsModel &m_visits;
    ClinicClock m_clock;
    TextLabel *m_title;
    QTreeView *m_view;
    TextLabel *m_empty;
};

} // namespace ClinicDesk
