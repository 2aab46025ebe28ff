#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ClinicDesk {

class FieldError;
class PasswordEdit;
class ScreenLockModel;
class TextLabel;

/// What covers a locked window: who is signed in, a password, and a way out for someone else. Tab
/// stays inside. GUI thread.
class LockPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LockPage)
public:
    explicit LockPage(ScreenLockModel &model, QWidget *parent = nullptr);

    void focusPassword();

Q_SIGNALS:
    /// The person was told that entries are lost, and agreed.
    void signOutRequested();

protected:
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void restyle();
    void unlock();
    void setBusy(bool busy);
    void askSignOut(bool asking);

    ScreenLockModel &m_model;
    QLabel *m_icon;
    PasswordEdit *m_password;
    FieldError *m_problem;
    QPushButton *m_unlock;
    QPushButton *m_someoneElse;
    TextLabel *m_warning;
    QPushButton *m_signOut;
    QPushButton *m_stay;
    QWidget *m_card;
};

} // namespace ClinicDesk
