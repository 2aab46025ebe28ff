#pragma once

#include "views/visits/StaleNotice.h"

#include <QDialog>

#include <memory>

namespace Ui {
class DoctorReasonDialog;
}

namespace ClinicDesk {

class FieldError;
class VisitSending;

/// Asks for a reason in the doctor's own words. What somebody else changes of the visit meanwhile
/// has to be looked at first; it closes when it is done, so that what was typed outlasts a refusal.
/// Shown by open().
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
        QString acting; ///< while the answer is awaited
        StaleNotice::Possible possible;
    };

    /// `visit` is open, and becomes the dialog's.
    ReasonDialog(const Question &question, OpenVisit &visit, const ClinicClock &clock,
                 const VisitTexts::DoctorName &doctorName, QWidget *parent);
    ~ReasonDialog() override;

    /// Of this visit, and its answer is awaited.
    [[nodiscard]] bool isSending(AppointmentId id) const;
    /// It was not done, and why.
    void refuse(const QString &why);
    /// No connection, and since when; empty: there is one.
    void setReadOnly(const QString &why);

Q_SIGNALS:
    /// Once, until refuse(); `version` of the visit is the one that was looked at.
    void reasonGiven(const QString &reason, int version);

private:
    void act();

    std::unique_ptr<::Ui::DoctorReasonDialog> m_ui;
    FieldError *m_error;
    OpenVisit &m_visit;
    VisitSending *m_sending;
};

} // namespace ClinicDesk
