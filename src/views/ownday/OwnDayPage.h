#pragma once

#include "views/shell/Page.h"

class QLabel;

namespace ClinicDesk {

class DoctorModels;
class RowList;

/// The doctor's own appointments of today: starting, completing, no-show and cancelling the current
/// one. GUI thread.
class OwnDayPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OwnDayPage)
public:
    explicit OwnDayPage(DoctorModels &models, QWidget *parent = nullptr);

    void addMenus(QMenuBar &bar) override;
    void focusFirst() override;

    /// Selects the visit and takes the focus; false where it is not here.
    bool goTo(AppointmentId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeList();
    void makeActions();
    void connectModels();
    void showCurrent();
    void showCounts();
    void showEmptyText();
    void cancel(const Current &current);
    void restyle();

    DoctorModels &m_models;
    QLabel *m_title;
    QLabel *m_seen;
    RowList *m_list;
    QAction *m_next;
    QAction *m_noShow;
    QAction *m_cancel;
    bool m_opened = false; ///< the list has gone to the present visit of this day
    QString m_failure;
};

} // namespace ClinicDesk
