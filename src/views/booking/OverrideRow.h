#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ClinicDesk {

class FieldError;
class TextLabel;

/// Below a refusal that staff may override: "Book anyway...", and once that is pressed the rule in
/// words and the reason, which is needed. Takes no room while there is nothing to override. GUI
/// thread.
class OverrideRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverrideRow)
public:
    explicit OverrideRow(QWidget *parent = nullptr);

    /// `rules` as BookingModel::overridable(); `mayOverride`: this person is of those who may.
    /// What was typed as reason stays.
    void offer(const QString &rules, bool mayOverride);
    /// The key of the command, for the button.
    void setKey(const QString &key);
    [[nodiscard]] bool canOpen() const;
    /// Asks for the reason.
    void open();
    [[nodiscard]] bool isOpen() const;
    /// Esc: back to the button. False when it was not open.
    bool stepBack();
    /// What its button says while it is being booked; empty: not now.
    void setBusyText(const QString &text);
    /// A new booking: forgets the reason.
    void clear();

Q_SIGNALS:
    /// The reason is there.
    void confirmed(const QString &because);
    /// isOpen() differs.
    void toggled();

private:
    void confirm();
    void showParts(bool asking);

    QString m_rules;
    TextLabel *m_note;
    QPushButton *m_offer;
    QWidget *m_ask;
    TextLabel *m_rule;
    QLineEdit *m_reason;
    FieldError *m_problem;
    QPushButton *m_confirm;
};

} // namespace ClinicDesk
