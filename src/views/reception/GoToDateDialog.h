#pragma once

#include <QDate>
#include <QDialog>

class QLineEdit;
class QPushButton;

namespace ClinicDesk {

class FieldError;
class TextLabel;

/// A field for a day in words: "24/11", "tue", "+3". It says at once what it understood; Enter goes
/// there. GUI thread.
class GoToDateDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GoToDateDialog)
public:
    explicit GoToDateDialog(QDate today, QWidget *parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void dayChosen(QDate day);

private:
    void read();

    QDate m_today;
    QDate m_day;
    QLineEdit *m_field;
    TextLabel *m_understood;
    FieldError *m_problem;
    QPushButton *m_go;
};

} // namespace ClinicDesk
