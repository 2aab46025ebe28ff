#pragma once

#include "domain/PatientFields.h"

#include <QWidget>

class QPushButton;

namespace ClinicDesk {

class FieldError;
class TextLabel;

/// One field of a patient's record: its label, what can be typed or chosen, what is wrong with it,
/// and whether another desk has changed it. GUI thread.
class RecordField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordField)
public:
    /// `label` carries the mnemonic; `today` helps to read dates.
    RecordField(PatientField field, const QString &label, QDate today, QWidget *parent = nullptr);

    /// As PatientFields have it: a date as ISO where it can be read, else as typed.
    [[nodiscard]] QString text() const;
    /// Leaves cursor and selection alone where it is that text already.
    void setText(const QString &text);
    void setProblem(const QString &text);
    [[nodiscard]] bool hasProblem() const;
    /// Empty: not changed elsewhere.
    void setMark(const QString &text);
    /// Hides what is shown only when asked for.
    void mask();
    void focus();

Q_SIGNALS:
    void edited(const QString &text);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addEditor(const QString &label);
    QWidget *makeEditor();
    QWidget *maskedRow();
    void onLeft();
    void restyle();

    const PatientField m_field;
    const QDate m_today;
    QWidget *m_editor = nullptr;
    QPushButton *m_reveal = nullptr;
    TextLabel *m_mark;
    FieldError *m_problem = nullptr;
};

} // namespace ClinicDesk
