#pragma once

#include <QScrollArea>

namespace ClinicDesk {

/// Scrolls a form up and down, never sideways, so that the field with the focus is in sight. GUI
/// thread.
class FormScroll final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormScroll)
public:
    /// Owns `form`.
    explicit FormScroll(QWidget *form, QWidget *parent = nullptr);

    /// Brings `place` of `field`, in the field's pixels, into sight.
    void bring(const QWidget &field, const QRect &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow(const QWidget *focused);

    QObject m_alive; ///< what is connected to it ends before anything else of this goes
};

} // namespace ClinicDesk
