#pragma once

#include "domain/Appointment.h"

#include <QListView>
#include <QTimeZone>

namespace ClinicDesk {

class ShelfDelegate;
class ShelfModel;

/// The shelf in the sidebar: Enter places the chosen visit, Del takes it off, and it can be dragged
/// to the day. One tab stop. GUI thread.
class ShelfList final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShelfList)
public:
    ShelfList(ShelfModel &shelf, const QTimeZone &zone, QWidget *parent = nullptr);

    /// Invalid while the shelf is empty.
    [[nodiscard]] AppointmentId current() const;
    void select(AppointmentId id);
    /// A visit hangs over it: dropping puts it here.
    void setDropShown(bool shown);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void placeWanted();
    void takeOffWanted(ClinicDesk::AppointmentId id);
    void dragStarted(ClinicDesk::AppointmentId id);
    void dragMoved(const QPoint &globalPosition);
    void dragDropped(const QPoint &globalPosition);
    void dragCancelled();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void onCountChanged();
    [[nodiscard]] QString emptyText() const;

    ShelfModel &m_shelf;
    ShelfDelegate *m_delegate;
    QPoint m_pressedAt;
    bool m_pressed = false;
    bool m_dragging = false;
    bool m_dropShown = false;
};

} // namespace ClinicDesk
