#pragma once

#include "views/shell/Shell.h"

namespace ClinicDesk {

class DoctorHeader;
class DoctorModels;
class InboxPage;
class OwnDayPage;
class PatientBar;

/// A doctor's desk: the requests and the own day side by side, and below them who is current,
/// beside the messages. GUI thread.
class DoctorWindow final : public Shell
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoctorWindow)
public:
    explicit DoctorWindow(DoctorModels &models, QWidget *parent = nullptr);

private:
    void makeFooter();
    void showCurrent();
    void showNews(const BellEntry &entry);
    /// Where large text leaves little height, the rows get it.
    void fit();

    DoctorModels &m_models;
    DoctorHeader *m_header;
    InboxPage *m_inbox;
    OwnDayPage *m_day;
    QWidget *m_footer;
    PatientBar *m_patient;
    bool m_opened = false; ///< with the first requests read
    QWidget *m_messageRoom; ///< beside the patient: no row is under a message
};

} // namespace ClinicDesk
