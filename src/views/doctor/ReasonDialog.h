#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class DoctorReasonDialog;
}

namespace ClinicDesk {

class FieldError;

/// Asks for a reason in the doctor's own words. Shown by open().
class ReasonDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReasonDialog)
public:
    /// `question` names the patient; `verb` is the acting button's label.
    ReasonDialog(const QString &question, const QString &verb, QWidget *parent);
    ~ReasonDialog() override;

Q_SIGNALS:
    void reasonGiven(const QString &reason);

private:
    void act();

    std::unique_ptr<::Ui::DoctorReasonDialog> m_ui;
    FieldError *m_error;
};

} // namespace ClinicDesk
