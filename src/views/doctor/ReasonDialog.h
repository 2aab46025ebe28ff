#pragma once

#include "views/visits/StaleNotice.h"

#include <QDialog>

#include <memory>

namespace Ui {
class DoctorReasonDialog;
}

namespace ClinicDesk {

class FieldError;

/// Asks for a reason in the doctor's own words. What somebody else changes of the visit meanwhile
/// has to be looked at first; what was typed stays. Shown by open().
class ReasonDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReasonDialog)
public:
    /// What is asked, and of which visits it can be.
    struct Question
    {
        QString text; ///< names the patient
        QString verb; ///< the acting button's label
        StaleNotice::Possible possible;
    };

    /// `visit` is open, and becomes the dialog's.
    ReasonDialog(const Question &question, OpenVisit &visit, const ClinicClock &clock,
                 const VisitTexts::DoctorName &doctorName, QWidget *parent);
    ~ReasonDialog() override;

Q_SIGNALS:
    void reasonGiven(const QString &reason);

private:
    void act();
    void follow();

    std::unique_ptr<::Ui::DoctorReasonDialog> m_ui;
    FieldError *m_error;
    OpenVisit &m_visit;
    StaleNotice *m_notice;
};

} // namespace ClinicDesk
