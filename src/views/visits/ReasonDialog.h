#pragma once

#include "views/visits/StaleNotice.h"

#include <QDialog>
#include <QStringList>

#include <memory>

class QButtonGroup;

namespace Ui {
class ReasonDialog;
}

namespace ClinicDesk {

class FieldError;
class VisitSending;

/// Asks why something is done to a visit: one of the reasons offered, own words, or both. What
/// somebody else changes of the visit meanwhile has to be looked at first; it closes when it is
/// done, so that what was typed outlasts a refusal. Shown by open(). GUI thread.
class ReasonDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReasonDialog)
public:
    /// What is asked, and of which visits it can be.
    struct Question
    {
        QString title; ///< of the window
        QString text; ///< "Reject the request of KIM, Soo?"
        QStringList reasons; ///< chosen by their digits; none: own words only
        QString words; ///< the label of the own words
        QString empty; ///< said when there is no reason yet
        QString act; ///< the acting button's label
        QString acting; ///< while the answer is awaited
        QString back; ///< of the button that changes nothing
        StaleNotice::Possible possible;
    };

    /// `visit` is open, and becomes the dialog's.
    ReasonDialog(const Question &question, OpenVisit &visit, const ClinicClock &clock,
                 const VisitTexts::DoctorName &doctorName, QWidget *parent);
    ~ReasonDialog() override;

    /// Gives the reason; reasonGiven() once, until refuse().
    void accept() override;

    [[nodiscard]] AppointmentId visit() const;
    /// Of this visit, and its answer is awaited.
    [[nodiscard]] bool isSending(AppointmentId id) const;
    /// It was not done, and why.
    void refuse(const QString &why);
    /// No connection, and since when; empty: there is one.
    void setReadOnly(const QString &why);

Q_SIGNALS:
    /// `seen` is the visit as it was looked at.
    void reasonGiven(const ClinicDesk::AppointmentRow &seen, const QString &reason);

private:
    void addReasons(const QStringList &reasons);
    [[nodiscard]] QString reason() const;

    std::unique_ptr<::Ui::ReasonDialog> m_ui;
    OpenVisit &m_visit;
    QButtonGroup *m_reasons;
    QString m_empty;
    FieldError *m_problem;
    VisitSending *m_sending;
};

} // namespace ClinicDesk
