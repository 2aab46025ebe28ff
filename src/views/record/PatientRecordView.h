#pragma once

#include "domain/Appointment.h"
#include "domain/PatientFields.h"

#include <QFrame>
#include <QTimer>

class QBoxLayout;
class QPushButton;

namespace ClinicDesk {

class Banner;
class IdentityLabel;
class PatientActions;
class PatientVisitList;
class ReceptionModels;
class RecordForm;
class Page;
class TextLabel;

/// A patient's record as a page beside the booking panel: who it is, the fields, all visits; what
/// another desk changes meanwhile is told in a bar above the fields. GUI thread.
class PatientRecordView final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientRecordView)
public:
    PatientRecordView(ReceptionModels &models, const PatientActions &actions, Page &page);

    void focusFirst();
    /// Empty: writable; else why nothing can be saved now.
    void setReadOnlyReason(const QString &why);
    /// Narrower than this, something would be cut.
    [[nodiscard]] int minimumPageWidth() const;

Q_SIGNALS:
    void closeWanted();
    void openWanted(ClinicDesk::PatientId patient);
    void visitWanted(const ClinicDesk::AppointmentRow &visit);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addHeader();
    void addBody();
    void addFooter(Page &page);
    void connectModel();
    QPushButton *buttonFor(QAction *action);
    void onOpened();
    void onLeft(PatientField field);
    void showProblems(const QMap<QString, QString> &problems);
    void onDuplicate(const Patient &existing);
    void refresh();
    void refreshIdentity();
    void refreshBanner();
    void onBannerAction();
    void compare();
    void restyle();

    ReceptionModels &m_models;
    const PatientActions &m_actions;
    IdentityLabel *m_identity = nullptr;
    QPushButton *m_close = nullptr;
    Banner *m_banner = nullptr;
    RecordForm *m_form = nullptr;
    PatientVisitList *m_visits = nullptr;
    QBoxLayout *m_columns = nullptr;
    QBoxLayout *m_buttons = nullptr;
    TextLabel *m_note = nullptr;
    QPushButton *m_openOther = nullptr;
    QTimer m_tick; ///< while the bar says how long ago it was
    PatientId m_other; ///< who has the national id that was typed
    QString m_whyReadOnly;
    int m_shownVersion = 0; ///< whose change the bar tells
    bool m_isConflict = false;
    QObject
        m_alive; ///< what is connected to it ends before the form goes, which loses the focus then
};

} // namespace ClinicDesk
