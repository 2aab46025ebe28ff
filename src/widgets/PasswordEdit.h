#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace ClinicDesk {

/// A password's field with a button that shows it. The field has the focus for the whole. GUI
/// thread.
class PasswordEdit final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasswordEdit)
public:
    /// `name` is the field's object name.
    explicit PasswordEdit(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QString text() const;
    void clear(); ///< hides it again too

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QLineEdit *m_field;
    QToolButton *m_show;
};

} // namespace ClinicDesk
