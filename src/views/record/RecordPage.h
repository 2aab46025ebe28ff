#pragma once

#include "domain/Appointment.h"
#include "views/shell/Page.h"

namespace ClinicDesk {

struct Error;
class PatientActions;
class PatientRecordView;
class ReceptionModels;

/// One patient's record. Current is that patient, and no visit: nothing is done to one that cannot
/// be seen. What was changed and not saved is kept when it is left, and said. GUI thread.
class RecordPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordPage)
public:
    RecordPage(ReceptionModels &models, PatientActions &actions, QWidget *parent);

    void addMenus(QMenuBar &bar) override;
    void focusFirst() override;
    [[nodiscard]] bool namesCurrent() const override { return !current().isEmpty(); }

    /// opened() follows, or failed().
    void open(PatientId patient);
    /// Asked for and not here yet: gives that up. False: nothing was asked for.
    bool cancelOpening();
    /// Forgets the patient; the page is not shown any more.
    void left();
    /// Narrower than this, something would be cut.
    [[nodiscard]] int minimumPageWidth() const;

Q_SIGNALS:
    /// The record is here: the page is to be shown.
    void opened();
    void closeWanted();
    void visitWanted(const ClinicDesk::AppointmentRow &visit);
    void saved(const QString &text);
    /// What was typed is kept, but not saved.
    void kept(const QString &text);
    void failed(const ClinicDesk::Error &error);

private:
    void connectModel();
    void printCard();

    ReceptionModels &m_models;
    PatientActions &m_actions;
    PatientRecordView *m_view;
};

} // namespace ClinicDesk
