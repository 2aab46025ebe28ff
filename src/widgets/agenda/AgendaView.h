#pragma once

#include "widgets/agenda/AgendaTypes.h"

#include <QAbstractScrollArea>
#include <QDate>
#include <QRegion>
#include <QTimeZone>

#include <memory>
#include <optional>

class QAbstractItemModel;

namespace ClinicDesk {

class AgendaCellAccessible;
class AgendaInput;
class AgendaLayout;
class AgendaMover;
class AgendaScene;

/// A day as a grid: a column a doctor, time downwards, visits as blocks. It shows and selects;
/// what a booking or an opening means is its owner's business.
///
/// Guarantees: a change of the model, the holds or the columns moves neither cursor, selection,
/// focus nor scroll position; a selected visit stays selected by its id wherever it goes, and
/// while there are columns the cursor is valid. GUI thread.
class AgendaView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AgendaView)

public:
    explicit AgendaView(QWidget *parent = nullptr);
    ~AgendaView() override;

    /// Rows are visits, see AgendaRole; not owned, may be null.
    void setModel(QAbstractItemModel *model);
    [[nodiscard]] QAbstractItemModel *model() const { return m_model; }

    void setColumns(const QList<AgendaColumn> &columns);
    void setHolds(const QList<SlotHold> &holds);
    /// The day shown, reckoned in the clinic's zone. Scrolls to now, else to the first open time.
    void setDay(QDate day, const QTimeZone &zone);
    [[nodiscard]] QDate day() const;
    /// The server's clock; the view has none of its own. Call it at least once a minute.
    void setNow(const QDateTime &now);
    /// Cancelled and rejected visits are hidden unless asked for.
    void setCancelledShown(bool shown);
    /// Percent of the theme's row height, 50 to 300; also Ctrl+wheel.
    void setRowZoom(int percent);
    [[nodiscard]] int rowZoom() const { return m_rowZoom; }

    [[nodiscard]] AgendaCursor cursor() const { return m_cursor; }
    /// Puts the cursor on the cell that holds `start` and scrolls to it.
    void setCursor(DoctorId doctor, const QDateTime &start);
    /// The same, but a visit that lies there is nobody's choice.
    void placeCursor(DoctorId doctor, const QDateTime &start);
    /// Also one that is not shown yet: it is selected when its row comes.
    void selectVisit(AppointmentId visit);
    /// Whether a person sees whose the selected visit is: its first line.
    [[nodiscard]] bool isSelectionSeen() const;
    void scrollToSelection();
    /// Scrolls so that now is seen and follows it again until the user scrolls.
    void scrollToNow();

    /// Moving and resizing; off until its owner enables it.
    [[nodiscard]] AgendaMover &mover() { return *m_mover; }

    /// Geometry and cells, for tests, accessibility and drag: valid until the next change.
    [[nodiscard]] const AgendaLayout &agendaLayout() const { return *m_layout; }
    [[nodiscard]] const AgendaScene &scene() const { return *m_scene; }
    /// "Dr Osei, 10:20, free, 20 minutes".
    [[nodiscard]] QString cellName(int column, const AgendaCell &cell) const;

Q_SIGNALS:
    void rowZoomChanged(int percent);
    /// Enter or double click on free or closed time; `minutes` is the selection's length.
    void slotActivated(ClinicDesk::DoctorId doctor, const QDateTime &start, int minutes);
    void visitActivated(ClinicDesk::AppointmentId visit);
    /// A held slot was activated.
    void holdActivated(ClinicDesk::DoctorId doctor, const QDateTime &start);
    void cursorChanged(const ClinicDesk::AgendaCursor &cursor);
    /// By a person or by the owner, also where it was chosen before; not when a change of the model
    /// brings another visit under the cursor.
    void visitChosen(ClinicDesk::AppointmentId visit);
    /// Printable text on a free slot: the booking panel's first letters.
    void typedOnFreeSlot(const QString &text);
    /// Right click, Shift+F10 or the menu key; the cursor already stands there.
    void contextMenuRequested(const QPoint &globalPosition);
    /// Ctrl+Left/Right: -1 or +1 day, as the eye sees it in right-to-left too.
    void dayStepRequested(int days);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class AgendaInput;
    friend class AgendaCellAccessible;
    friend class AgendaMover;

    struct Place
    {
        int column = -1;
        AgendaCell cell;
    };

    /// While frozen, what models and owner tell is kept for later.
    void setFrozen(bool frozen);
    /// False at the end of the way.
    bool scrollBy(const QPoint &distance);
    void showSpan(int column, const QDateTime &start, const QDateTime &end);
    void rowsChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void reload();
    /// The scene's cells changed: lays out, keeps the time at the top edge and the cursor. Paints
    /// `touched` alone where that is all; empty: everything.
    void settle(const QRegion &touched = {});
    void relayout();
    void reckonLayout();
    void showScroll(const QPoint &scroll);
    /// What stays in sight moves as it is; the strip laid bare is painted.
    void shiftPicture(const QPoint &distance);
    void resettleCursor();
    /// Puts the cursor there, scrolls to it and tells.
    void moveCursor(int column, const AgendaCell &cell, int minutes);
    void takeCursor(const AgendaCursor &cursor);
    void placeInitially();
    void followNow();
    void setHover(const Place &place);
    void activateCursor();
    void requestContextMenu();
    [[nodiscard]] AgendaCursor cursorOn(int column, const AgendaCell &cell) const;
    [[nodiscard]] QString toolTipAt(const QPoint &position) const;
    [[nodiscard]] Place placeAt(const QPoint &position) const;
    [[nodiscard]] QRect placeRect(const Place &place) const;
    [[nodiscard]] QRect cellRect(int column, const AgendaCell &cell) const;
    [[nodiscard]] QRect cursorRect() const;

    QAbstractItemModel *m_model = nullptr;
    std::unique_ptr<AgendaScene> m_scene;
    std::unique_ptr<AgendaLayout> m_layout;
    AgendaMover *m_mover;
    std::optional<QList<AgendaColumn>> m_waitingColumns; ///< told while frozen
    std::optional<QList<SlotHold>> m_waitingHolds;
    bool m_waitingRows = false;
    bool m_frozen = false;
    AgendaCursor m_cursor;
    AppointmentId m_chosen; ///< the cursor stays with it, wherever another desk puts it
    Place m_hover;
    int m_rowZoom = 100;
    int m_wheel = 0;
    bool m_followsNow = true;
    bool m_scrollsItself = false;
    bool m_placed = false; ///< the day has been scrolled to its first sight
};

} // namespace ClinicDesk
