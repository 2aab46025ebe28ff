#pragma once

#include <QDialog>

#include <memory>

class QPushButton;
class QVBoxLayout;

namespace ClinicDesk {

class FieldError;
class PasswordEdit;
class PasswordModel;
enum class PasswordField;
class TextLabel;

/// Changes one's own password; accepted when it is changed. Owns its model. GUI thread.
class PasswordDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasswordDialog)
public:
    explicit PasswordDialog(std::unique_ptr<PasswordModel> model, QWidget *parent = nullptr);
    ~PasswordDialog() override;

protected:
    bool event(QEvent *event) override;

private:
    struct Field
    {
        PasswordEdit *edit = nullptr;
        FieldError *problem = nullptr;
    };
    Field addField(QVBoxLayout &column, const QString &label, const QString &name);
    void change();
    void clearProblems();
    void showRefusal(PasswordField field, const QString &text);

    std::unique_ptr<PasswordModel> m_model;
    Field m_current;
    Field m_new;
    Field m_repeat;
    QPushButton *m_change;
    TextLabel *m_other;
};

} // namespace ClinicDesk
