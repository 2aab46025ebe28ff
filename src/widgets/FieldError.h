#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;

namespace ClinicDesk {

class TextLabel;

/// The line under a field that says what is wrong with it: icon and text, a red edge on the field,
/// and the text as the field's accessible description. Takes no room while there is no error.
class FieldError final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldError)

public:
    explicit FieldError(QWidget *field, QWidget *parent = nullptr);

    /// Empty text clears. What was typed is never touched.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool hasError() const { return !text().isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    QPointer<QWidget> m_field;
    QLabel *m_icon;
    TextLabel *m_text;
};

} // namespace ClinicDesk
