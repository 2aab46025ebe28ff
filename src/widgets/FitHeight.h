#pragma once

#include <QObject>

class QScrollArea;
class QWidget;

namespace ClinicDesk {

/// Makes a dialog as high as its wrapped texts need at its width, also when they change while it is
/// open; never lower, and never higher than its parent's window: there the scrolled part scrolls.
/// Owned by the dialog. GUI thread.
class FitHeight final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FitHeight)
public:
    explicit FitHeight(QWidget &dialog, QScrollArea *scrolled = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QWidget &m_dialog;
    QScrollArea *m_scrolled;
    bool m_isAsked = false;
};

} // namespace ClinicDesk
