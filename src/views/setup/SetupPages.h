#pragma once

#include "models/SetupForm.h"

#include <QStackedWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;
class QTimeEdit;
class QVBoxLayout;

namespace ClinicDesk {

class FieldError;
class PasswordEdit;
class TextLabel;

/// The pages that ask what a new clinic begins with, in the order of SetupPage. GUI thread.
class SetupPages final : public QStackedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupPages)
public:
    explicit SetupPages(const SetupForm &form, QWidget *parent = nullptr);

    [[nodiscard]] SetupForm form() const;
    /// Whether a clinic is to be made here; else one is joined.
    [[nodiscard]] bool wantsOwnClinic() const;
    /// Shows these under their fields, clears the others and goes to the first one.
    void showProblems(const QMap<SetupField, QString> &problems);
    /// Where typing begins on the page that is shown.
    void focusFirst();

private:
    void buildComputer(const SetupForm &form);
    void buildClinic(const SetupForm &form);
    void buildYou();
    void buildDoctor();
    void buildHours(const SetupForm &form);
    QVBoxLayout *addPage(QWidget *first);
    void addField(QVBoxLayout &column, const QString &label, QWidget *field, QWidget *edit,
                  SetupField problem);
    void addProblem(QVBoxLayout &column, QWidget *edit, SetupField field);
    [[nodiscard]] QLineEdit *addLine(QVBoxLayout &column, const QString &label, const QString &name,
                                     SetupField problem);
    [[nodiscard]] PasswordEdit *addPassword(QVBoxLayout &column, const QString &label,
                                            const QString &name, SetupField problem);
    void addHint(QVBoxLayout &column, const QString &text);
    void suggest(QLineEdit &name, QLineEdit &login);
    void showLogins();

    QList<QWidget *> m_first; ///< of each page
    QMap<SetupField, FieldError *> m_problems;
    QMap<SetupField, QWidget *> m_fields;
    QRadioButton *m_create = nullptr;
    QRadioButton *m_join = nullptr;
    QComboBox *m_role = nullptr;
    QLineEdit *m_desk = nullptr;
    QLineEdit *m_clinic = nullptr;
    QComboBox *m_zone = nullptr;
    QLineEdit *m_folder = nullptr;
    QCheckBox *m_sample = nullptr;
    QLineEdit *m_yourName = nullptr;
    QLineEdit *m_yourLogin = nullptr;
    PasswordEdit *m_password = nullptr;
    PasswordEdit *m_again = nullptr;
    QCheckBox *m_alsoAtReception = nullptr;
    TextLabel *m_logins = nullptr;
    QLineEdit *m_doctorName = nullptr;
    QLineEdit *m_doctorLogin = nullptr;
    PasswordEdit *m_doctorPassword = nullptr;
    QLineEdit *m_specialisation = nullptr;
    QLineEdit *m_licence = nullptr;
    QList<QCheckBox *> m_days; ///< Monday first
    QTimeEdit *m_from = nullptr;
    QTimeEdit *m_to = nullptr;
    QCheckBox *m_lunch = nullptr;
    QTimeEdit *m_lunchFrom = nullptr;
    QTimeEdit *m_lunchTo = nullptr;
    QSpinBox *m_slot = nullptr;
};

} // namespace ClinicDesk
