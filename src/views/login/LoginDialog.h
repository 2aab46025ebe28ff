#pragma once

#include "models/SignInModel.h"

#include <QDialog>

#include <memory>

namespace Ui {
class LoginDialog;
}

namespace ClinicDesk {

class Banner;
class FieldError;
class ServerTestView;

/// Name and password, and behind "Other server" where the clinic's server is, with a test of the
/// way there. Closing it is rejected(); a sign-in that worked is accepted().
class LoginDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoginDialog)
public:
    explicit LoginDialog(SignInModel &model, QWidget *parent = nullptr);
    ~LoginDialog() override;

    /// Shows a refusal as if it had been met here.
    void showRefusal(SignInField field, const QString &text);
    void setName(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wire();
    void fillIn();
    void signIn();
    void toggleTest();
    void setBusy(bool busy);
    void setServerShown(bool shown);
    void setPasswordShown(bool shown);
    void pasteAddress(const QString &text);
    void browseCertificate();
    void clearErrors();
    void showServer();
    void watchCapsLock(const class QKeyEvent &event);
    void restyle();
    void fitHeight();
    [[nodiscard]] DeskSettings deskFromForm() const;

    SignInModel &m_model;
    std::unique_ptr<::Ui::LoginDialog> m_ui;
    Banner *m_banner;
    FieldError *m_nameError;
    FieldError *m_passwordError;
    ServerTestView *m_steps;
};

} // namespace ClinicDesk
