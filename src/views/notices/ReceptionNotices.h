#pragma once

#include "domain/Appointment.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QPushButton;

namespace ClinicDesk {

class NoticePopup;
class ReceptionActions;
class ReceptionModels;

/// The button "Pending 3" and the list below it. Choosing a line asks for its visit. GUI thread.
class ReceptionNotices final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceptionNotices)
public:
    ReceptionNotices(ReceptionModels &models, const ReceptionActions &actions,
                     QPushButton &requests, QWidget *host);

Q_SIGNALS:
    void visitWanted(const ClinicDesk::AppointmentRow &visit);

private:
    void refreshRequests();
    void refreshTimes();
    void onRequestChosen(const QVariant &key);
    void speakPending();

    ReceptionModels &m_models;
    QPushButton &m_requests;
    NoticePopup *m_requestList;
    QElapsedTimer m_spoken; ///< the count is spoken once in 10 s
    QTimer m_speakLater;
    QTimer m_minute; ///< "4 min ago" grows older
    int m_spokenCount = 0;
};

} // namespace ClinicDesk
